import type { Rfc6455StepId } from "../../core/trace/rfc6455-step.ts";

/** Title for the heading, short for lists. */
export const RFC6455_TITLES: Readonly<Record<Rfc6455StepId, string>> = {
  "read-request": "Read the request",
  key: "Check the key",
  concatenate: "Put the GUID behind it",
  "sha1-padding": "SHA-1: fill the blocks",
  "sha1-rounds": "SHA-1: 80 rounds a block",
  "sha1-digest": "SHA-1: the twenty bytes",
  base64: "Write them in Base64",
  subprotocol: "Choose a subprotocol",
  extensions: "Agree on extensions",
  response: "Send the answer",
};

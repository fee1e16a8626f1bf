/** What stands on the page before anything else is loaded: the titles of the steps, and the words of the first. */
import type { Hixie76StepId } from "../../core/trace/hixie76-step.ts";

/** Title for the heading, short for lists. */
export const HIXIE76_TITLES: Readonly<Record<Hixie76StepId, string>> = {
  "read-request": "Read the request",
  "key1-digits": "Key 1: take the digits",
  "key1-spaces": "Key 1: count the spaces",
  "key1-division": "Key 1: divide by the spaces",
  "key2-digits": "Key 2: take the digits",
  "key2-spaces": "Key 2: count the spaces",
  "key2-division": "Key 2: divide by the spaces",
  pack: "Pack the parts into bytes",
  challenge: "Put the challenge together",
  "md5-padding": "MD5: fill the block",
  "md5-rounds": "MD5: 64 rounds",
  "md5-digest": "MD5: the sixteen bytes",
  "response-head": "Write the fields",
  response: "Send the answer",
};

export const FIRST_WORDS =
  "A request line, fields up to an empty line, and then eight bytes that no field announces. The server looks for two keys, and checks that it is being asked for a WebSocket at all.";

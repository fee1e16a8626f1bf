import { BROWSER_MESSAGES } from "./browser-messages.ts";
import { CONNECTION_MESSAGES } from "./connection-messages.ts";
import type { KnownMessage } from "./known-message.ts";
import { LIBRARY_MESSAGES } from "./library-messages.ts";
import { PEER_MESSAGES } from "./peer-messages.ts";

/** All but those that are a status and little else. */
export const MESSAGES: readonly KnownMessage[] = [
  ...BROWSER_MESSAGES,
  ...CONNECTION_MESSAGES,
  ...LIBRARY_MESSAGES,
  ...PEER_MESSAGES,
];

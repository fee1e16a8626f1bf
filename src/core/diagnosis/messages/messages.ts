/**
 * All but those that are a status and little else. A new message goes where the program was when it gave up: it had no connection, had
 * none in TLS, passed a request on, got a request, got an answer whose lines it cannot read or whose fields are wrong, or got frames.
 * Who prints it does not matter: many print the same.
 */
import { ANSWER_FIELD_MESSAGES } from "./answer-field-messages.ts";
import { ANSWER_LINE_MESSAGES } from "./answer-line-messages.ts";
import { CONNECTION_MESSAGES } from "./connection-messages.ts";
import { FRAME_MESSAGES } from "./frame-messages.ts";
import type { KnownMessage } from "./known-message.ts";
import { NEGOTIATION_MESSAGES } from "./negotiation-messages.ts";
import { PROXY_MESSAGES } from "./proxy-messages.ts";
import { REQUEST_MESSAGES } from "./request-messages.ts";
import { TLS_MESSAGES } from "./tls-messages.ts";

export const MESSAGES: readonly KnownMessage[] = [
  ...CONNECTION_MESSAGES,
  ...TLS_MESSAGES,
  ...PROXY_MESSAGES,
  ...REQUEST_MESSAGES,
  ...ANSWER_LINE_MESSAGES,
  ...ANSWER_FIELD_MESSAGES,
  ...NEGOTIATION_MESSAGES,
  ...FRAME_MESSAGES,
];

/**
 * All messages that tell a cause. A new one goes where the program was when it gave up: it had no connection, had trouble with TLS,
 * passed a request on, got a request, refused it, got an answer whose lines it cannot read or whose fields are wrong, or got frames. Who prints it
 * does not matter: many print the same. What is a status and little else has its own file, and so have what says nothing of a
 * cause (vague-messages.ts) and what is not printed at all (symptoms.ts).
 */
import { ANSWER_FIELD_MESSAGES } from "./answer-field-messages.ts";
import { ANSWER_LINE_MESSAGES } from "./answer-line-messages.ts";
import { CONNECTION_MESSAGES } from "./connection-messages.ts";
import { FRAME_MESSAGES } from "./frame-messages.ts";
import type { KnownMessage } from "./known-message.ts";
import { NEGOTIATION_MESSAGES } from "./negotiation-messages.ts";
import { PROXY_MESSAGES } from "./proxy-messages.ts";
import { REFUSAL_MESSAGES } from "./refusal-messages.ts";
import { REQUEST_MESSAGES } from "./request-messages.ts";
import { TLS_MESSAGES } from "./tls-messages.ts";

export const MESSAGES: readonly KnownMessage[] = [
  ...CONNECTION_MESSAGES,
  ...TLS_MESSAGES,
  ...PROXY_MESSAGES,
  ...REQUEST_MESSAGES,
  ...REFUSAL_MESSAGES,
  ...ANSWER_LINE_MESSAGES,
  ...ANSWER_FIELD_MESSAGES,
  ...NEGOTIATION_MESSAGES,
  ...FRAME_MESSAGES,
];

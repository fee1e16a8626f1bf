import { fromLatin1 } from "../../core/bytes/ascii.ts";
import { readHead } from "../../core/http/head.ts";
import type { Conversation } from "../../core/input/conversation.ts";

const SECRET = /^(?:(?:set-)?cookie|(?:proxy-)?authorization)$/i;

/** Browsers send no fields of one's own with a WebSocket, so many a token stands in the path. */
const PARAMETERS = /(?<=[?&])[\w-]*(?:token|auth|key|jwt|password|secret|session|sid)=/gi;

/** Names of what somebody else could log in with: fields of requests and of answers, and parameters of paths. */
export function secretsIn(conversations: readonly Conversation[]): readonly string[] {
  const names = conversations
    .flatMap(({ request, response }) => [request, response])
    .flatMap((message) => (message ? namesIn(message) : []));
  return [...new Set(names)];
}

function namesIn(message: Uint8Array): readonly string[] {
  const { startLine, fields } = readHead(message);
  const parameters = fromLatin1(message.subarray(...startLine)).match(PARAMETERS) ?? [];
  const names = fields.map(({ name }) => fromLatin1(message.subarray(...name)));
  return [...names.filter((name) => SECRET.test(name)), ...parameters];
}

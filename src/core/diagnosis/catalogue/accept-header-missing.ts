import type { Span } from "../../bytes/span.ts";
import { keyAnswer } from "../compare/by-key.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { textOf } from "../facts/header-words.ts";
import { rfcExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "accept-header-missing",
  level: "error",
  section: "RFC 6455 §4.1, second list, item 4",
  doubtedBy: ["cut", "redacted", "headers-merged"],
  detect: (facts) => {
    const answer = keyAnswer(facts);
    // An answer of older drafts has a finding of its own.
    if (!answer || facts.accept?.span || isHixie(facts.response?.generation)) return NONE;
    const { bytes, head } = answer;
    const alike = head.fields.find(({ name }) => /accept/i.test(textOf(bytes, name)))?.name ?? null;
    return [{ in: "response" as const, span: alike, bytes }];
  },
  title: () => "There is no Sec-WebSocket-Accept field",
  why: ({ bytes, span }) =>
    `The 101 does not prove that the server has read the key: no field is called Sec-WebSocket-Accept.${alikeWords(bytes, span)} Every client looks for that name, in any letter case, and closes the connection without it.`,
  fix: () => `Send the Base64 of the SHA-1 of key and GUID. Node:
    createHash("sha1").update(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest("base64")
A gateway or a mock that answers 101 by itself has to compute it too; a proxy that filters response fields has to let it pass.`,
});

function isHixie(generation: string | undefined): boolean {
  return generation === "hixie-75" || generation === "hixie-76";
}

function alikeWords(bytes: Uint8Array, span: Span | null): string {
  return span ? ` The nearest is ${quote(bytes, span)}.` : "";
}

export const example: Example = () =>
  rfcExchange((text) => text.replace(/Sec-WebSocket-Accept: .*\r\n/, ""));

export const counterExample: Example = () =>
  rfcExchange((text) => text.replace("Sec-WebSocket-Accept", "sec-websocket-accept"));

export const reports = [
  "https://github.com/jmrashed/phpwebsocket/issues/39",
  "https://github.com/lipp/lua-websockets/issues/22",
  "https://github.com/facebookincubator/SocketRocket/issues/150",
];

import { concat } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE, together } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { textOf } from "../facts/header-words.ts";
import { replyIs } from "../facts/response-facts.ts";
import { quote } from "../words.ts";

const CODE = "chunked-101";

const FIX =
  "Turn chunking and compression off for the 101, in the framework or the proxy that adds them, or write the response to the socket yourself.";

const announced = defineFinding({
  code: CODE,
  level: "warning",
  section: { hixie: "hybi-00 §5.2 steps 12–13", byKey: "RFC 9112 §6.1" },
  detect: ({ response }) => {
    if (response?.status !== 101) return NONE;
    const { bytes, head } = response;
    const span = find(bytes, head.fields, "transfer-encoding");
    return span ? [{ in: "response" as const, span, bytes }] : NONE;
  },
  title: () => "The 101 announces a transfer encoding",
  why: ({ bytes, span }) =>
    `Transfer-Encoding is ${quote(bytes, span)}. A 101 has no body: the bytes behind its head belong to the WebSocket. Whoever added the field often adds chunk sizes too, and then the client reads “5” and a line end where the digest or a frame should be.`,
  fix: () => FIX,
});

/** RFC 9112 §7.1: digits of a size, an extension or none, and a line end. No frame begins so. */
const SIZE_LINE = /^[0-9a-f]{1,8}[ \t]*(?:;[^\r\n]*)?\r?\n/i;

/** The size of a chunk where the frames or the digest should be, announced or not. */
const seen = defineFinding({
  code: CODE,
  level: "error",
  section: { hixie: "hybi-00 §5.2 steps 12–13", byKey: "RFC 9112 §7.1; RFC 6455 §5.2" },
  doubtedBy: ["replaced-bytes", "charset", "byte-count"],
  detect: ({ response, conversation: { serverBytes } }) => {
    const end = response?.head.end ?? null;
    if (response?.status !== 101 || end === null || replyIs(response) === "right") return NONE;
    const bytes = concat(response.bytes.subarray(end), serverBytes ?? "");
    const line = SIZE_LINE.exec(textOf(bytes, [0, Math.min(80, bytes.length)]))?.[0];
    if (line === undefined) return NONE;
    const size = Number.parseInt(line, 16);
    const seen = { size, line: quote(bytes, [0, line.length]) };
    // In hixie-76 the digest belongs there, which is a part of the response.
    const isDigest = response.rules === "hixie-76";
    const at = isDigest ? end : 0;
    const span: Span = [at, at + line.length];
    return [{ in: isDigest ? ("response" as const) : ("frames" as const), span, ...seen }];
  },
  title: () => "The size of a chunk stands behind the head",
  why: ({ line, size }, rules) =>
    `The first bytes behind the head are ${line}: the line that announces ${size === 0 ? "the end of" : `${size} bytes of`} chunked content. A 101 has no content, and what follows it is the WebSocket's. The client takes these bytes for ${rules === "hixie" ? "the digest" : "a frame"}, and fails.`,
  fix: () => FIX,
});

export default together(announced, seen);

export const example: Example = () =>
  draftExchange((text) =>
    text.replace("Upgrade: WebSocket", "Transfer-Encoding: chunked\r\nUpgrade: WebSocket"),
  );

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/phusion/passenger-nodejs-websocket-demo/issues/2",
  "https://github.com/secretgate/secretgate/issues/60",
  "https://github.com/koush/AndroidAsync/issues/317",
  "https://github.com/aspnet/KestrelHttpServer/issues/1048",
  "https://github.com/creationix/http-parser-js/issues/63",
];

import type { Example } from "../define/define-finding.ts";
import { defineFrameFinding } from "../define/define-frame-finding.ts";
import { framesExchange } from "../rfc-example.ts";

/** They have entries of their own. */
const ELSEWHERE = new Set([
  "masked-server-frame",
  "unmasked-client-frame",
  "rsv1-without-deflate",
  "hixie-frames-after-rfc6455",
  "tls-bytes-as-frames",
  "crlf-after-head",
]);

export default defineFrameFinding({
  code: "frames-malformed",
  takes: ({ code, level }) => level === "error" && !ELSEWHERE.has(code),
  inLibraries:
    "Let the library frame: ws.send(…) in Node, conn.WriteMessage in Go, ws.send in Python, session.sendMessage in Java, SendAsync in C#. Whatever else writes to the same socket (a log, a second thread without a lock, a filter that compresses) breaks its frames.",
});

export const example: Example = () => framesExchange({ server: "\xa1\x02hi" });

export const counterExample: Example = () => framesExchange({ server: "\x01\x01h\x80\x01i" });

export const notJudged =
  "What texts and compressed data hold; and the frames of hybi-04 to hybi-06, which are others.";

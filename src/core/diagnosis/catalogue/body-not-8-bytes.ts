import { concat } from "../../bytes/ascii.ts";
import { hex } from "../../bytes/hex.ts";
import { type Span, slice } from "../../bytes/span.ts";
import { decodeUtf8, invalidUtf8At } from "../../bytes/utf8.ts";
import {
  defineFinding,
  type Example,
  NONE,
  type Occurrence,
  together,
} from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { beginsWithFrame } from "../facts/behind-answer.ts";
import { lossOf } from "../facts/facts.ts";
import { count, quote } from "../words.ts";

const CODE = "body-not-8-bytes";

const tooFew = defineFinding({
  code: CODE,
  level: "error",
  section: "hybi-00 §5.1",
  doubtedBy: ["cut", "byte-count", "charset", "replaced-bytes"],
  detect: ({ request, conversation }) => {
    if (!request?.refusals.includes("body-not-8-bytes")) return NONE;
    if (lossOf(conversation, "request", ["key3"])) return NONE;
    const { bytes, head } = request;
    if (head.end === null) return NONE;
    const span: Span = [head.end, bytes.length];
    return [{ in: "request" as const, span, body: bytes.subarray(...span) }];
  },
  title: ({ body }) =>
    `Behind the head ${body.length === 1 ? "is" : "are"} ${count(body.length, "byte")} instead of eight`,
  why: ({ body }) =>
    `Behind the empty line stand ${hex(body, " ")}: ${count(body.length, "byte")}. key3 is eight bytes of any values, CR, LF and NUL among them. A server that goes on with fewer computes another digest.`,
  fix: () =>
    "Count bytes, not characters, and read until there are eight. In the client, write head and key3 at once. In the server, keep the body away from text functions: trim, readLine, strlen and regular expressions stop at bytes that are part of it.",
});

/** The first eight are key3, and frames may follow; what is neither was meant as a part of it. */
const tooMany = defineFinding({
  code: CODE,
  level: "warning",
  section: "hybi-00 §5.1, §5.3",
  doubtedBy: ["cut", "byte-count", "charset", "replaced-bytes", "line-endings"],
  detect: ({ request, conversation }): readonly TooMany[] => {
    if (!request?.key3 || lossOf(conversation, "request", ["key3"])) return NONE;
    const { bytes, key3 } = request;
    const inRequest = bytes.subarray(key3[1]);
    const behind = inRequest.length > 0 ? inRequest : (conversation.clientBytes ?? inRequest);
    if (behind.length === 0 || beginsWithFrame(behind)) return NONE;
    const body = concat(slice(bytes, key3), behind);
    const isText = invalidUtf8At(body) === null && decodeUtf8(body).text.length === 8;
    return inRequest.length > 0
      ? [{ in: "request", span: [key3[0], bytes.length], body, isText }]
      : [{ in: "frames", span: [0, behind.length], body, isText }];
  },
  title: ({ body }) => `Behind the head are ${count(body.length, "byte")} instead of eight`,
  why: ({ body, isText }) =>
    isText
      ? `Read as UTF-8, the ${body.length} bytes ${quote(body, [0, body.length])} are eight characters: the client wrote key3 as text, and each byte from 80 on became two. The server takes the first eight bytes, which are not those that the client hashes.`
      : `The first eight are key3; ${quote(body, [8, body.length])} behind them is no frame. A server that hashes all that came, or the last eight bytes, gives another digest, and others take the rest for the beginning of a message.`,
  fix: ({ isText }) =>
    isText
      ? "In the client, write key3 as bytes: a Buffer in Node, an OutputStream in Java, bytes in Python, Encoding.GetEncoding(28591) or a byte[] in C#; never a string that is encoded as UTF-8."
      : "In the client, write eight bytes and nothing behind them: no println, no terminator of a string. A line end there is likely that of nc or of an editor. In the server, take eight bytes for key3 and leave the rest for the frames.",
});

interface TooMany extends Occurrence {
  readonly span: Span;
  /** key3 and what is behind it. */
  readonly body: Uint8Array;
  readonly isText: boolean;
}

export default together(tooFew, tooMany);

export const example: Example = () => draftRequest((text) => text.slice(0, -1));

export const counterExample: Example = () => draftRequest();

export const reports = ["https://github.com/igrigorik/em-websocket/issues/38"];

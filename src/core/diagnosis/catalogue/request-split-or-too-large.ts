import { LF } from "../../bytes/ascii.ts";
import { isByKey } from "../compare/by-key.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { count } from "../words.ts";

/** Sizes that servers give the buffer they read a request into, and what one TCP segment holds on Ethernet. */
const BUFFERS = [512, 1024, 1448, 1460, 2048, 4096, 8192, 16384, 65536];

/** A request without cookies has half of it at most; a server that reads once has seldom room for more. */
const ROOMY = 1024;

export default defineFinding({
  code: "request-split-or-too-large",
  section: { hixie: "hybi-00 §5.1", byKey: "RFC 9112 §2.1, §2.2" },
  doubtedBy: ["cut"],
  detect: ({ request }) => {
    if (!request || !(request.numberedKeys || isByKey(request.generation))) return NONE;
    const { bytes, head } = request;
    const isFull = head.end === null && BUFFERS.includes(bytes.length);
    const isCut = head.end === null && bytes[bytes.length - 1] !== LF;
    const cut = isFull ? ("full" as const) : isCut ? ("cut" as const) : null;
    const large = head.end !== null && head.end > ROOMY;
    if (cut === null && !large) return NONE;
    const size = head.end ?? bytes.length;
    return [{ in: "request" as const, span: cut ? ([size - 1, size] as const) : null, cut, size }];
  },
  level: ({ cut }) => (cut ? "warning" : "info"),
  title: ({ cut }) =>
    cut === "full"
      ? "The request stops where a buffer was full"
      : cut
        ? "The request stops in the middle of a line"
        : "The request is a large one",
  why: ({ cut, size }) =>
    cut === "full"
      ? `It ends in the middle, after exactly ${size} bytes: the size of a usual read buffer or of one packet. The rest was most likely there, in the next read.`
      : cut
        ? `It ends within a line, after ${count(size, "byte")}. Clients write a head at once, but it may come in several packets, and a read gives what has come so far. The rest was most likely in the next one.`
        : `Its head alone has ${count(size, "byte")}. It may come in several packets, and a server that reads once, or into a small buffer, sees a part of it: a connection that closes for those who have many cookies, and for nobody else.`,
  fix: (_, rules) =>
    `Read on until CR LF CR LF${rules === "hixie" ? " and eight more bytes have" : " has"} come, with a time limit and a generous size limit, and only then parse.`,
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Origin:", `Cookie: id=${"0".repeat(2000)}\r\nOrigin:`));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Origin:", `Cookie: id=${"0".repeat(200)}\r\nOrigin:`));

export const reports = [
  "https://github.com/ghedipunk/PHP-Websockets/issues/46",
  "https://github.com/ghedipunk/PHP-Websockets/issues/28",
  "https://github.com/Pithikos/python-websocket-server/issues/27",
];

export const notJudged = "How large the buffers of the server really are.";

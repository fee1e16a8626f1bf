import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { count } from "../words.ts";

/** Sizes that servers give the buffer they read a request into, and what one TCP segment holds on Ethernet. */
const BUFFERS = [512, 1024, 1448, 1460, 2048, 4096, 8192, 16384, 65536];

/** A request of this draft without cookies has a third of it; a server that reads once has seldom room for more. */
const ROOMY = 1024;

export default defineFinding({
  code: "request-split-or-too-large",
  section: "hybi-00 §5.1",
  doubtedBy: ["cut"],
  detect: ({ request }) => {
    if (!request?.numberedKeys) return NONE;
    const { bytes, head } = request;
    const cut = head.end === null && BUFFERS.includes(bytes.length);
    const large = head.end !== null && head.end > ROOMY;
    if (!cut && !large) return NONE;
    const size = head.end ?? bytes.length;
    return [{ in: "request" as const, span: cut ? ([size - 1, size] as const) : null, cut, size }];
  },
  level: ({ cut }) => (cut ? "warning" : "info"),
  title: ({ cut }) =>
    cut ? "The request stops where a buffer was full" : "The request is a large one",
  why: ({ cut, size }) =>
    cut
      ? `It ends in the middle, after exactly ${size} bytes: the size of a usual read buffer or of one packet. The rest was most likely there, in the next read.`
      : `Its head alone has ${count(size, "byte")}. It may come in several packets, and a server that reads once, or into a small buffer, sees a part of it: a connection that closes for those who have many cookies, and for nobody else.`,
  fix: () =>
    "Read on until CR LF CR LF and eight more bytes have come, with a time limit and a generous size limit, and only then parse.",
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

import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "head-not-terminated",
  level: "error",
  doubtedBy: ["line-endings", "cut", "key3", "start-line"],
  isOfOpenHead: true,
  detect: ({ heads }) =>
    heads
      .filter(({ head }) => head.end === null)
      .map(({ in: place, bytes }) => {
        const span: Span = [Math.max(0, bytes.length - 20), bytes.length];
        return { in: place, span, bytes };
      }),
  section: ({ in: place }) => ({
    hixie: place === "request" ? "hybi-00 §5.1" : "hybi-00 §4.1 step 34",
    byKey: "RFC 9112 §2.1",
  }),
  title: () => "The head has no end",
  why: ({ bytes, span }) =>
    `No empty line follows the fields: the bytes end with ${quote(bytes, span)}. The other side cannot know that no further field comes, and waits.`,
  fix: () =>
    'End the last field with "\\r\\n" and add one more "\\r\\n". If the capture was cut, read on until 0D 0A 0D 0A has come, and then the bytes behind it.',
});

export const example: Example = () =>
  draftRequest((text) => text.slice(0, text.indexOf("\r\n\r\n") + 2));

export const counterExample: Example = () => draftRequest();

export const reports = [
  "https://stackoverflow.com/questions/7908306/implementing-handshake-for-hybi-17",
  "https://github.com/lipp/lua-websockets/issues/22",
];

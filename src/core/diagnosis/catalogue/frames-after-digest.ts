import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { beginsWithFrame, bytesBehind } from "../facts/behind-answer.ts";
import { count, quote } from "../words.ts";

export default defineFinding({
  code: "frames-after-digest",
  level: "info",
  section: "hybi-00 §4.2",
  detect: (facts) => {
    const behind = bytesBehind(facts);
    if (behind === null || !beginsWithFrame(behind.bytes)) return NONE;
    return [{ in: behind.in, span: behind.span, bytes: behind.bytes }];
  },
  title: ({ bytes }) => `${count(bytes.length, "byte")} of frames follow the handshake`,
  why: ({ bytes }) =>
    `Behind the handshake comes ${quote(bytes, [0, bytes.length])}: the server's first frames. They may come in the same packet; WebKit reads them right.`,
  fix: () => "Nothing to do. A client of your own must keep what it read beyond the digest.",
});

export const example: Example = () => draftExchange((text) => `${text}\x00hi\xff`);

export const counterExample: Example = () => draftExchange((text) => `${text}\r\n`);

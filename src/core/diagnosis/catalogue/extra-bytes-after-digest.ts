import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { beginsWithFrame, bytesBehind } from "../facts/behind-answer.ts";
import { count, quote } from "../words.ts";

export default defineFinding({
  code: "extra-bytes-after-digest",
  level: "warning",
  section: "hybi-00 §5.2 step 13, §4.2",
  doubtedBy: ["charset", "replaced-bytes", "line-endings", "cut"],
  detect: (facts) => {
    const behind = bytesBehind(facts);
    if (behind === null || beginsWithFrame(behind.bytes)) return NONE;
    const size = behind.bytes.length;
    return [{ in: behind.in, span: behind.span, bytes: behind.bytes, size }];
  },
  title: ({ size }) =>
    `${count(size, "byte")} behind the handshake ${size === 1 ? "is" : "are"} no frame`,
  why: ({ bytes }) =>
    `Behind the handshake comes ${quote(bytes, [0, bytes.length])}. The client takes it for frames, which begin with 00 for text and FF for closing. The connection opens; then the first message is swallowed or the connection breaks.`,
  fix: () =>
    "Write exactly 16 bytes behind the head, and then nothing before the first frame: no println, no “\\r\\n” behind the digest, no chr(0).",
});

export const example: Example = () => draftExchange((text) => `${text}\r\n`);

export const counterExample: Example = () => draftExchange((text) => `${text}\x00hi\xff`);

export const reports = [
  "https://github.com/fiorix/cyclone/pull/111",
  "https://github.com/cyrus-great/phpwebsocket/issues/15",
];

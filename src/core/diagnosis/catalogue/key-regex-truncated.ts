import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, exchangeOf } from "../example.ts";

export default defineDigestFinding({
  code: "key-regex-truncated",
  mistakes: ["key-cut-at-dollar", "key-cut-at-punctuation"],
  section: "hybi-00 §5.1, Sec-WebSocket-Key1 and -Key2",
  title: "A key was cut short at a character in it",
});

export const example: Example = () =>
  exchangeOf(
    (text) => text.replace("  .P00", "  $P00"),
    "\xef\xb9\xe7\x11\xed\x9e\xb0\xa7[-\x18q\xa9\xe9\x05N",
  );

export const counterExample: Example = () => draftExchange();

export const reports = ["https://github.com/igrigorik/em-websocket/issues/6"];

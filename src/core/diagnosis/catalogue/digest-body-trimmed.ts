import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, exchangeOf } from "../example.ts";

export default defineDigestFinding({
  code: "digest-body-trimmed",
  mistakes: ["body-trimmed", "body-cut-at-newline"],
  section: "hybi-00 §5.1",
  title: "The eight bytes were trimmed, or read as a line",
});

export const example: Example = () =>
  exchangeOf(
    (text) => text.replace("^n:ds[4U", " n:ds[4U"),
    "\x96?\xd3\xdf\xbd\x85\x04\x16\xf7t/SQ{\xf9\xe1",
  );

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/fiorix/cyclone/pull/111",
  "https://github.com/TooTallNate/Java-WebSocket/issues/63",
];

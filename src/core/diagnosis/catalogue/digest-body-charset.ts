import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, exchangeOf } from "../example.ts";

export default defineDigestFinding({
  code: "digest-body-charset",
  mistakes: [
    "body-lossy-utf8",
    "body-latin1-as-utf8",
    "body-ascii-question-marks",
    "code-points-as-utf8",
    "digest-latin1-as-utf8",
    "digest-lossy-utf8",
  ],
  section: "hybi-00 §5.2 steps 8–9",
  title: "Bytes went through a character set on their way",
});

export const example: Example = () =>
  exchangeOf(
    (text) => text.replace("^n:ds[4U", "^n:ds[4\xe9"),
    "&6\x02\x88\xf5\x9c\xa7q\xff\x02\xc3\x83\xdf\xc7\x8cP",
  );

export const counterExample: Example = () => draftExchange();

export const reports = ["https://github.com/TooTallNate/Java-WebSocket/issues/87"];

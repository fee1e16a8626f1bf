import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, exchangeOf } from "../example.ts";

export default defineDigestFinding({
  code: "digest-of-bad-key",
  mistakes: ["remainder-dropped", "part-wrapped"],
  section: "hybi-00 §5.2 steps 6–8",
  title: "The server answered a key that it must refuse",
});

export const example: Example = () =>
  exchangeOf(
    (text) => text.replace("12998 5 Y3 1  .P00", "12998 5 Y3 1 .P01"),
    "\x07\x1b\xfe\x13\xb3N^\xbc\x99)Yv\x9d\xfft\xd8",
  );

export const counterExample: Example = () => draftExchange();

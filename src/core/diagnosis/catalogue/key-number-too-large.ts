import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { digits } from "../words.ts";

/** hybi-00 §4.1 step 17: the largest product a client can make. */
const LARGEST = 0xffff_ffffn;

export default defineFinding({
  code: "key-number-too-large",
  doubtedBy: ["edge-spaces", "repeated-spaces", "redacted", "cut", "headers-merged"],
  detect: ({ request }) => {
    if (!request?.numberedKeys) return NONE;
    const large = request.keys.filter(({ keyNumber }) => keyNumber !== null && keyNumber > LARGEST);
    return large
      .filter(({ part, refusals }) => part !== null || refusals.includes("key-number-too-large"))
      .map(({ name, value, keyNumber, spaces, part }) => ({
        in: "request" as const,
        span: value,
        name,
        keyNumber: keyNumber ?? 0n,
        spaces,
        fits: part !== null,
      }));
  },
  level: ({ fits }) => (fits ? "warning" : "error"),
  section: ({ fits }) => (fits ? "hybi-00 §4.1 step 17" : "hybi-00 §5.2 step 8"),
  title: ({ name, fits }) =>
    fits
      ? `The number of ${name} is larger than any client makes`
      : `${name} gives a number that does not fit 32 bits`,
  why: ({ name, keyNumber, spaces, fits }) =>
    fits
      ? `The digits of ${name} make ${digits(keyNumber)}, above 4294967295. Divided by ${spaces} it fits 32 bits, so the draft's arithmetic has an answer; a server that reads the number into 32 bits gives another one.`
      : `The digits of ${name} make ${digits(keyNumber)}; divided by ${spaces} that is ${digits(keyNumber / BigInt(spaces))}. The challenge has four bytes for it, which end at 4294967295.`,
  fix: () =>
    "In the client, choose the number at most 4294967295 divided by the spaces, rounded down (§4.1 steps 17–18). In the server, check the range before packing: some wrap around, some throw after the 101 has gone out.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("12998 5 Y3 1  .P00", "42949672960 .P"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("12998 5 Y3 1  .P00", "4294967295 .P"));

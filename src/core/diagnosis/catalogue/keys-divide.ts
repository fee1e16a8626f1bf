import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";

export default defineFinding({
  code: "keys-divide",
  level: "good",
  section: "hybi-00 §5.2 steps 4–7",
  detect: ({ request }) =>
    request?.keys.length === 2 && request.keys.every(({ part }) => part !== null)
      ? [{ in: "request", span: null, keys: request.keys }]
      : NONE,
  title: () => "Both keys divide by their spaces",
  why: ({ keys }) =>
    `${keys
      .map(({ name, keyNumber, spaces, part }) => `${name}: ${keyNumber} ÷ ${spaces} = ${part}`)
      .join("; ")}. A key that was damaged on its way would most likely leave a remainder.`,
  fix: () => "Nothing to do.",
});

export const example: Example = () => draftRequest();

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("12998 5 Y3 1  .P00", "12998 5 Y3 1 .P01"));

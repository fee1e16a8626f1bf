import { expect, test } from "vitest";
import { draftOf, hasNonce } from "../../../src/core/hybi/drafts.ts";

test("a version stands for one draft, and 9 to 13 for none of these", () => {
  const found = ["3", "4", "5", "6", "7", "8", "9", "12", "13", "08", ""].map(draftOf);
  expect(found).toEqual([
    null,
    ...["hybi-04", "hybi-05", "hybi-06", "hybi-07", "hybi-08"],
    ...Array(5).fill(null),
  ]);
});

test("only the first two have a nonce", () => {
  expect(hasNonce("hybi-04") && hasNonce("hybi-05")).toBe(true);
  expect(hasNonce("hybi-06") || hasNonce("hybi-08")).toBe(false);
});

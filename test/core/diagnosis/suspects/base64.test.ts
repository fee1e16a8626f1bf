import fc from "fast-check";
import { expect, test } from "vitest";
import { base64 } from "../../../../src/core/diagnosis/suspects/base64.ts";

test("agrees with Node's", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    }),
  );
});

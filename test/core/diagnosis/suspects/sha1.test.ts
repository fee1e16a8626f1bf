import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha1 } from "../../../../src/core/diagnosis/suspects/sha1.ts";

test("agrees with Node's for every length up to three blocks", () => {
  for (let length = 0; length <= 192; length++) {
    const message = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 0xff);
    const expected = createHash("sha1").update(message).digest();
    expect(Buffer.from(sha1(message))).toEqual(expected);
  }
});

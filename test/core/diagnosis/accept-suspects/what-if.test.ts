import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromLatin1, latin1 } from "../../../../src/core/bytes/ascii.ts";
import { findAcceptSuspects } from "../../../../src/core/diagnosis/accept-suspects/find.ts";
import { ACCEPT_MISTAKES } from "../../../../src/core/diagnosis/accept-suspects/mistakes.ts";
import {
  canCombineAccept,
  whatIfAccept,
} from "../../../../src/core/diagnosis/accept-suspects/what-if.ts";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const anyKey = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((nonce) => Buffer.from(nonce).toString("base64"));

describe("what a server with these mistakes answers", () => {
  it("is the right accept without any", () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const right = createHash("sha1")
          .update(key + GUID)
          .digest("base64");
        expect(fromLatin1(whatIfAccept(latin1(key), [])?.accept as Uint8Array)).toBe(right);
      }),
    );
  });

  it("is traced back to just these, wherever it shows", () => {
    const ids = ACCEPT_MISTAKES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    fc.assert(
      fc.property(anyKey, fc.constantFrom(...ids), (key, id) => {
        const bytes = latin1(key);
        const { accept } = whatIfAccept(bytes, [id]) as NonNullable<
          ReturnType<typeof whatIfAccept>
        >;
        const right = whatIfAccept(bytes, [])?.accept as Uint8Array;
        if (String(accept) === String(right)) return;
        expect(findAcceptSuspects(bytes, accept).map(({ mistakes }) => mistakes)).toContainEqual([
          id,
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it("does not exist for mistakes that exclude each other, or that nobody knows", () => {
    const key = latin1("dGhlIHNhbXBsZSBub25jZQ==");
    expect(canCombineAccept("guid-missing", "guid-first")).toBe(false);
    expect(whatIfAccept(key, ["sha256", "md5"])).toBeNull();
    expect(whatIfAccept(key, ["nobody-knows"])).toBeNull();
    expect(canCombineAccept("key-trailing-cr", "base64-of-hex")).toBe(true);
    expect(whatIfAccept(key, ["key-trailing-cr", "base64-of-hex"])?.formula).toContain("hex(");
  });
});

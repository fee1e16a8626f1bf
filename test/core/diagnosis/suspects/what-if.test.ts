import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MISTAKES } from "../../../../src/core/diagnosis/suspects/mistakes.ts";
import { canCombine, whatIf } from "../../../../src/core/diagnosis/suspects/what-if.ts";
import { answer } from "../../../../src/core/hixie76/handshake.ts";
import { EXAMPLE, keys, requestWith } from "./requests.ts";
import { WRONG, wrongReply } from "./wrong-servers.ts";

const REQUEST = requestWith(EXAMPLE);

interface Row {
  id: string;
  value_hex: string;
}
const rows: Row[] = JSON.parse(
  readFileSync(new URL("../../../fixtures/wrong-digests.json", import.meta.url), "utf8"),
).hixie76;

test.each(rows.map(({ id, value_hex }) => [id, value_hex]))(
  "%s makes %s of the draft's example",
  (id, value) => {
    expect(Buffer.from(whatIf(REQUEST, [id]) ?? []).toString("hex")).toBe(value);
  },
);

test("without a mistake it is the reference's digest", () => {
  fc.assert(
    fc.property(keys, (request) => {
      const bytes = requestWith(request);
      expect(whatIf(bytes, [])).toEqual(answer(bytes).slice(-16));
    }),
  );
});

test("any two mistakes that can be combined make what an independent server makes, in whatever order they are named", () => {
  for (const a of MISTAKES) {
    for (const b of MISTAKES) {
      if (a === b || !canCombine(a.id, b.id)) continue;
      const made = whatIf(REQUEST, [a.id, b.id]);
      expect(whatIf(REQUEST, [b.id, a.id])).toEqual(made);
      const replies = (WRONG[a.id] ?? []).flatMap((one) =>
        (WRONG[b.id] ?? []).map((other) => wrongReply(EXAMPLE, one, other)?.toString("hex") ?? ""),
      );
      expect(replies).toContain(Buffer.from(made ?? []).toString("hex"));
    }
  }
});

test("two mistakes in the same place exclude each other", () => {
  expect(canCombine("little-endian", "decimal-text")).toBe(false);
  expect(canCombine("zero-digest", "body-missing")).toBe(false);
  expect(whatIf(REQUEST, ["little-endian", "decimal-text"])).toBeNull();
});

test("an unknown id makes nothing", () => {
  expect(whatIf(REQUEST, ["no-such-mistake"])).toBeNull();
  expect(canCombine("no-such-mistake", "hex-text")).toBe(false);
});

test("without keys nothing is made, without key3 only what leaves it out", () => {
  expect(whatIf(new TextEncoder().encode("GET / HTTP/1.1\r\n\r\n"), [])).toBeNull();
  const cut = REQUEST.subarray(0, -8);
  expect(whatIf(cut, [])).toBeNull();
  expect(whatIf(cut, ["body-missing"])).toEqual(whatIf(REQUEST, ["body-missing"]));
  expect(whatIf(cut, ["zero-digest"])).toEqual(new Uint8Array(16));
});

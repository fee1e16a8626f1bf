/** The client's side of the reference and the findings on responses: two readings of hybi-00 §4.1 steps 28–45. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { draftExchange } from "../../../src/core/diagnosis/example.ts";
import { checkResponse } from "../../../src/core/hixie76/client.ts";

const { request, response } = draftExchange();
const RIGHT = fromLatin1(response as Uint8Array);

const SENT = {
  url: "ws://example.com/demo",
  origin: "http://example.com",
  protocol: "sample",
  expected: latin1("8jKS'y:G*Co,Wxa-"),
};

/** Where a finding says more than the client's code does. */
const BETTER_SAID: Readonly<Record<string, readonly string[]>> = {
  "not-http": ["bytes-before-status-line", "status-not-101", "lf-line-endings", "no-response"],
  "no-reason-phrase": ["bytes-before-status-line", "not-http", "status-not-101"],
  "status-not-101": ["bytes-before-status-line", "not-http"],
  "lf-line-endings": ["bytes-before-status-line", "not-http"],
  "head-not-terminated": ["not-http", "bytes-before-status-line", "lf-line-endings"],
  "origin-mismatch": ["hixie-75-answer"],
  "location-mismatch": ["hixie-75-answer"],
  "header-without-colon": ["bare-cr"],
  // Whatever mistake the suspects name in its place.
  "digest-mismatch": [],
  // A field of one name spoils the other's place in the count.
  "header-repeated": [],
};

const PIECES = [
  "\r\n",
  "\r",
  "\n",
  ":",
  " ",
  "/",
  "0",
  "\t",
  ",",
  "x",
  "Upgrade: a\r\n",
  "\r\n\r\n",
];
const edit = fc.record({
  at: fc.nat(RIGHT.length),
  drop: fc.nat(4),
  put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 2, unit: "binary-ascii" })),
});

const mangled = fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => {
  let text = RIGHT;
  for (const { at, drop, put } of edits) text = text.slice(0, at) + put + text.slice(at + drop);
  return latin1(text);
});

test("what the reference's client fails on is found, and what it accepts has no error", () => {
  fc.assert(
    fc.property(mangled, (bytes) => {
      const outcome = checkResponse(SENT, bytes, true);
      const conversation = { request: request as Uint8Array, response: bytes };
      const { findings } = diagnose(
        { ...conversation, format: "any", exact: true, lost: [] },
        { secure: false },
      );
      const bad = findings.filter(({ level }) => level === "error" || level === "warning");
      const codes = bad.map(({ code }) => code);
      if (outcome.outcome === "failed") {
        const expected = [outcome.code, ...(BETTER_SAID[outcome.code] ?? [])];
        if (outcome.code === "digest-mismatch") expect(codes).not.toEqual([]);
        else
          expect(
            codes.some((code) => expected.includes(code)),
            `${outcome.code} in ${codes}`,
          ).toBe(true);
      } else {
        expect(findings.filter(({ level }) => level === "error")).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("every code of the client's side is one of the catalogue's", async () => {
  const { catalogue } = await import("../../../src/core/diagnosis/catalogue/index.ts");
  const { readFileSync } = await import("node:fs");
  const { join } = await import("node:path");
  const folder = join(import.meta.dirname, "../../../src/core/hixie76");
  const thrown = ["client.ts", "client-head.ts", "client-fields.ts"].flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/"([a-z0-9]+(?:-[a-z0-9]+)+)"/g)]
      .map(([, code]) => code as string)
      .filter((code) => !/^sec-websocket-/.test(code)),
  );
  expect(thrown).toContain("digest-too-short");
  const codes = new Set(catalogue.map(({ code }) => code));
  expect(thrown.filter((code) => !codes.has(code))).toEqual([]);
});

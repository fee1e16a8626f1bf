/** The client's side of each reference and the findings on responses: two readings of hybi-00 §4.1 steps 28–45, and of RFC 6455 §4.1. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { askedOr, readAskedByKey } from "../../../src/core/clients/asked-by-key.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { draftExchange } from "../../../src/core/diagnosis/example.ts";
import { rfcExchange } from "../../../src/core/diagnosis/rfc-example.ts";
import { checkResponse } from "../../../src/core/hixie76/client.ts";
import { checkResponse as checkLater } from "../../../src/core/rfc6455/client.ts";

const RFC = rfcExchange();

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
function mangled(right: string): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({
    at: fc.nat(right.length),
    drop: fc.nat(4),
    put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 2, unit: "binary-ascii" })),
  });
  return fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => {
    let text = right;
    for (const { at, drop, put } of edits) text = text.slice(0, at) + put + text.slice(at + drop);
    return latin1(text);
  });
}

test("what the reference's client fails on is found, and what it accepts has no error", () => {
  fc.assert(
    fc.property(mangled(RIGHT), (bytes) => {
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

/** Of RFC 6455; browsers are more lenient with lines, and then a finding is a warning. */
const BETTER_SAID_BY_KEY: Readonly<Record<string, readonly string[]>> = {
  "not-http": [
    ...["bytes-before-status-line", "status-not-101", "no-response", "status-200"],
    "http2-without-extended-connect",
  ],
  "head-not-terminated": ["not-http"],
  "header-repeated": ["subprotocol-several", "accept-mismatch"],
  "subprotocol-not-offered": ["subprotocol-several"],
};

test("what the client of RFC 6455 fails on is found, and what it accepts has no error but a browser's own", () => {
  const asked = readAskedByKey(RFC.request as Uint8Array);
  const right = fromLatin1(RFC.response as Uint8Array);
  fc.assert(
    fc.property(mangled(right), (bytes) => {
      const outcome = checkLater(askedOr(asked, bytes), bytes, true);
      const { findings } = diagnose({ ...RFC, response: bytes });
      const of = (...levels: string[]) => findings.filter(({ level }) => levels.includes(level));
      if (outcome.outcome === "failed") {
        const codes = of("error", "warning").map(({ code }) => code);
        // A CR of its own is white space to browsers, and spoils a value for the RFC.
        const expected = [outcome.code, "bare-cr", ...(BETTER_SAID_BY_KEY[outcome.code] ?? [])];
        const isFound = codes.some(
          (code) =>
            expected.includes(code) || (/^accept-/.test(outcome.code) && /^accept-/.test(code)),
        );
        expect(isFound, `${outcome.code} in ${codes}`).toBe(true);
      } else {
        const own = [
          ...["subprotocol-not-echoed", "control-character-in-header", "content-length-101"],
          // A comma behind the only name makes two of it.
          ...["upgrade-not-websocket", "subprotocol-several", "subprotocol-not-offered"],
        ];
        const errors = of("error").filter((error) => error.in !== "frames");
        expect(errors.map(({ code }) => code).filter((code) => !own.includes(code))).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
}, 60_000);

test("every code of the client's side is one of the catalogue's", async () => {
  const { catalogue } = await import("../../../src/core/diagnosis/catalogue/index.ts");
  const { readFileSync } = await import("node:fs");
  const { join } = await import("node:path");
  const folder = join(import.meta.dirname, "../../../src/core");
  const files = [
    ...["hixie76/client.ts", "hixie76/client-head.ts", "hixie76/client-fields.ts"],
    ...["hixie75/client.ts", "hybi/client.ts", "rfc6455/client.ts", "rfc6455/client-fields.ts"],
  ];
  const thrown = files.flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/"([a-z0-9]+(?:-[a-z0-9]+)+)"/g)]
      .map(([, code]) => code as string)
      .filter((code) => !/^(sec-)?websocket-/.test(code)),
  );
  expect(thrown).toContain("digest-too-short");
  const codes = new Set(catalogue.map(({ code }) => code));
  expect(thrown.filter((code) => !codes.has(code))).toEqual([]);
});

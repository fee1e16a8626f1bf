import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { type Span, slice } from "../../../src/core/bytes/span.ts";
import { type Head, readHead } from "../../../src/core/http/head.ts";

/** In words: the start line, fields as name=value, lines that are none, and where the head ends. */
function read(text: string) {
  const bytes = latin1(text);
  const head = readHead(bytes);
  const told = (span: Span) => fromLatin1(slice(bytes, span));
  return {
    start: told(head.startLine),
    fields: head.fields.map(({ name, value }) => `${told(name)}=${told(value)}`),
    not: head.notFields.map(told),
    lf: head.bareLf,
    cr: head.bareCr,
    end: head.end,
  };
}

const NOTHING = { fields: [], not: [], lf: [], cr: [] };

test.each<[string, Partial<ReturnType<typeof read>>]>([
  ["", { start: "", end: null }],
  ["GET", { start: "GET", end: null }],
  ["GET\r\n", { start: "GET", end: null }],
  ["GET\r\n\r\n", { start: "GET", end: 7 }],
  ["GET\r\n\r\nbehind", { start: "GET", end: 7 }],
  ["GET\r\nA: b\r\n\r\n", { start: "GET", fields: ["A=b"], end: 13 }],
  ["GET\r\nA: b", { start: "GET", fields: ["A=b"], end: null }],
  ["GET\r\nA:b\r\n\r\n", { start: "GET", fields: ["A=b"], end: 12 }],
  ["GET\r\nA:  b \r\n\r\n", { start: "GET", fields: ["A= b "], end: 15 }],
  ["GET\r\nA:\r\nB: \r\n\r\n", { start: "GET", fields: ["A=", "B="], end: 16 }],
  ["GET\r\nA: b: c\r\n\r\n", { start: "GET", fields: ["A=b: c"], end: 16 }],
  ["GET\r\nA: 1\r\nA: 2\r\n\r\n", { start: "GET", fields: ["A=1", "A=2"], end: 19 }],
  ["GET\r\nno field\r\n: x\r\n\r\n", { start: "GET", not: ["no field", ": x"], end: 22 }],
  ["GET: x\r\n\r\n", { start: "GET: x", end: 10 }],
  ["GET\nA: b\n\n", { start: "GET", fields: ["A=b"], lf: [3, 8, 9], end: 10 }],
  ["GET\r\nA: b\n\r\n", { start: "GET", fields: ["A=b"], lf: [9], end: 12 }],
  ["GET\r\nA\r: b\r\n\r\n", { start: "GET", fields: ["A\r=b"], cr: [6], end: 14 }],
  ["GET\r\nA: b\r\r\n\r\n", { start: "GET", fields: ["A=b\r"], cr: [9], end: 14 }],
  ["GET\r\n\r", { start: "GET", not: ["\r"], cr: [5], end: null }],
  ["\r\nGET\r\n\r\n", { start: "", not: ["GET"], end: 9 }],
  ["\n\n", { start: "", lf: [0, 1], end: 2 }],
])("%j", (text, expected) => {
  expect(read(text)).toEqual({ ...NOTHING, ...expected });
});

/** Every span and line end, in order. */
function parts(bytes: Uint8Array, head: Head): Span[] {
  const lines = [head.startLine, ...head.fields.map(({ line }) => line), ...head.notFields];
  return lines
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .filter(([start, end]) => {
      return start < end || bytes.length === 0 || start === 0;
    });
}

const text = fc.string({
  unit: fc.constantFrom("A", "b", ":", " ", ": ", "\r", "\n", "\r\n", "\r\n\r\n", "\xff"),
  maxLength: 40,
});

describe("for any bytes", () => {
  test("lines and their ends are all of the head, in order, and nothing twice", () => {
    fc.assert(
      fc.property(text, (input) => {
        const bytes = latin1(input);
        const head = readHead(bytes);
        const stop = head.end ?? bytes.length;
        let at = 0;
        for (const [start, end] of parts(bytes, head)) {
          expect(input.slice(at, start)).toMatch(/^(\r?\n)?$/);
          at = end;
        }
        expect(input.slice(at, stop)).toMatch(/^(\r?\n){0,2}$/);
        if (head.end !== null) expect(input.slice(at, stop)).toMatch(/^(\r?\n){2}$/);
      }),
      { numRuns: 1000 },
    );
  });

  test("a field's name, colon, at most one space and value are its line", () => {
    fc.assert(
      fc.property(text, (input) => {
        for (const { line, name, value } of readHead(latin1(input)).fields) {
          expect(name[0]).toBe(line[0]);
          expect(value[1]).toBe(line[1]);
          expect(input.slice(name[1], value[0])).toMatch(/^: ?$/);
          expect(input.slice(...name)).toMatch(/^[^:\n]+$/);
          if (value[0] === name[1] + 1) expect(input.slice(...value)).not.toMatch(/^ /);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("every LF without a CR and every CR without an LF is told", () => {
    fc.assert(
      fc.property(text, (input) => {
        const { bareLf, bareCr, end } = readHead(latin1(input));
        const head = input.slice(0, end ?? input.length);
        expect(bareLf).toEqual([...head.matchAll(/(?<!\r)\n/g)].map(({ index }) => index));
        expect(bareCr).toEqual([...head.matchAll(/\r(?!\n)/g)].map(({ index }) => index));
      }),
      { numRuns: 1000 },
    );
  });

  test("what stands behind the head changes nothing, and byte by byte it comes to the same", () => {
    fc.assert(
      fc.property(text, fc.uint8Array(), (input, more) => {
        const bytes = latin1(input);
        const head = readHead(bytes);
        if (head.end === null) return;
        expect(readHead(concat(bytes, more))).toEqual(head);
        for (let end = 0; end < bytes.length; end++) {
          const early = readHead(bytes.subarray(0, end)).end;
          expect(early).toBe(end >= head.end ? head.end : null);
        }
      }),
    );
  });
});

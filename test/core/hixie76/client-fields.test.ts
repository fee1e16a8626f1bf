import { expect, test } from "vitest";
import { concat, latin1 } from "../../../src/core/bytes/ascii.ts";
import { checkFields, type Sent, sameBytes } from "../../../src/core/hixie76/client-fields.ts";
import { type Field, failed } from "../../../src/core/hixie76/client-head.ts";

const SENT: Sent = {
  url: "wss://example.com/",
  origin: "https://example.com",
  protocol: "chat",
  expected: new Uint8Array(16),
};

const RIGHT: [name: string, value: string][] = [
  ["upgrade", "WebSocket"],
  ["connection", "upgrade"],
  ["sec-websocket-origin", "https://example.com"],
  ["sec-websocket-location", "wss://example.com/"],
  ["sec-websocket-protocol", "chat"],
];

/** Each value on a line of its own. */
function check(pairs: [name: string, value: string][], sent = SENT) {
  const fields: Field[] = [];
  let bytes = new Uint8Array();
  for (const [name, value] of pairs) {
    const start = bytes.length;
    bytes = concat(bytes, `${value}\r\n`) as Uint8Array<ArrayBuffer>;
    const span: [number, number] = [start, start + value.length];
    fields.push({ name, value: span, line: span });
  }
  return checkFields(sent, bytes, fields);
}

test("nothing is wrong with one of each, in any order, among others", () => {
  expect(check(RIGHT)).toBeNull();
  expect(check([["set-cookie", "a=b"], ...RIGHT.toReversed(), ["set-cookie", "c=d"]])).toBeNull();
});

test.each([
  ["upgrade", "upgrade-not-websocket"],
  ["connection", "connection-not-upgrade"],
  ["sec-websocket-origin", "origin-mismatch"],
  ["sec-websocket-location", "location-mismatch"],
  ["sec-websocket-protocol", "subprotocol-mismatch"],
])("without %s: %s, with two: header-repeated", (missing, code) => {
  expect(check(RIGHT.filter(([name]) => name !== missing))).toEqual(failed(41, code, null));
  expect(check([[missing, "x"], ...RIGHT])).toMatchObject({ code: "header-repeated" });
});

test("without a protocol asked for, any number of answers will do", () => {
  const sent = { ...SENT, protocol: null };
  expect(check(RIGHT.slice(0, 4), sent)).toBeNull();
  expect(check([...RIGHT, ["sec-websocket-protocol", "other"]], sent)).toBeNull();
});

test("counting comes before reading, and a nameless field between them", () => {
  const wrong: [string, string][] = [["upgrade", "x"], ...RIGHT.slice(1)];
  expect(check([["", "x"], ...wrong.slice(0, -1)])).toMatchObject({ code: "subprotocol-mismatch" });
  expect(check([...wrong, ["", "x"]])).toMatchObject({ code: "header-without-colon" });
  expect(check(wrong)).toEqual(failed(41, "upgrade-not-websocket", [0, 1]));
});

test("values are compared byte by byte", () => {
  const changed = (name: string, value: string) =>
    check(RIGHT.map((pair) => (pair[0] === name ? [name, value] : pair)));
  for (const value of ["wss://example.com", "wss://example.com/ ", "WSS://example.com/", "\xff"]) {
    expect(changed("sec-websocket-location", value)).toMatchObject({ code: "location-mismatch" });
  }
  expect(changed("connection", "UPGRADE")).toBeNull();
});

test("bytes are the same when they are as many and each is", () => {
  expect(sameBytes(latin1("abc"), latin1("abc"))).toBe(true);
  expect(sameBytes(latin1(""), latin1(""))).toBe(true);
  expect(sameBytes(latin1("abc"), latin1("abd"))).toBe(false);
  expect(sameBytes(latin1("abc"), latin1("ab"))).toBe(false);
  expect(sameBytes(latin1("ab"), latin1("abc"))).toBe(false);
});

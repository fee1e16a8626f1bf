import fc from "fast-check";
import { expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { type Span, slice } from "../../../src/core/bytes/span.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import {
  portNumber,
  type Request,
  readRequest,
  splitHost,
} from "../../../src/core/hixie76/request.ts";

/** The example of hybi-00 §1.2. */
const EXAMPLE = [
  "GET /demo HTTP/1.1",
  "Host: example.com",
  "Connection: Upgrade",
  "Sec-WebSocket-Key2: 12998 5 Y3 1  .P00",
  "Sec-WebSocket-Protocol: sample",
  "Upgrade: WebSocket",
  "Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5",
  "Origin: http://example.com",
  "",
  "^n:ds[4U",
].join("\r\n");

function read(text: string): Record<Exclude<keyof Request, "bytes">, string | null> {
  const { bytes, ...spans } = readRequest(latin1(text));
  const told = (span: Span | null) => span && fromLatin1(slice(bytes, span));
  return Object.fromEntries(
    Object.entries(spans).map(([name, span]) => [name, told(span)]),
  ) as ReturnType<typeof read>;
}

function code(text: string): string | null {
  try {
    readRequest(latin1(text));
    return null;
  } catch (error) {
    if (error instanceof HandshakeError) return error.code;
    throw error;
  }
}

test("takes from the draft's example what a server needs, each where it stands", () => {
  expect(read(EXAMPLE)).toEqual({
    resource: "/demo",
    host: "example.com",
    origin: "http://example.com",
    subprotocol: "sample",
    key1: "4 @1  46546xW%0l 1 5",
    key2: "12998 5 Y3 1  .P00",
    key3: "^n:ds[4U",
  });
});

test.each([
  ["no space behind a colon", "Origin: ", "Origin:", { origin: "http://example.com" }],
  [
    "two, of which the second is the value's",
    "Key1: ",
    "Key1:  ",
    { key1: " 4 @1  46546xW%0l 1 5" },
  ],
  ["a space at a key's end", ".P00", ".P00 ", { key2: "12998 5 Y3 1  .P00 " }],
  ["names in any case", "Origin", "oRIGIN", { origin: "http://example.com" }],
  ["values in any case", "WebSocket\r", "WEBSOCKET\r", {}],
  ["no protocol", "Sec-WebSocket-Protocol: sample\r\n", "", { subprotocol: null }],
  ["a protocol with spaces", "sample", "a, b", { subprotocol: "a, b" }],
  ["a query", "/demo", "/?a=b#c", { resource: "/?a=b#c" }],
  ["anything behind the resource", "HTTP/1.1", "x y", {}],
  ["nothing behind the resource", " HTTP/1.1", " ", {}],
  ["a port", "example.com\r", "example.com:65535\r", { host: "example.com:65535" }],
  ["an address in brackets", "Host: example.com", "Host: [::1]", { host: "[::1]" }],
  ["UTF-8 in a value", "Connection", "Cookie: \xc3\x9f\r\nConnection", {}],
  ["key3 with CR LF in it", "^n:ds[4U", "\r\n\r\n\0\xff\r\n", { key3: "\r\n\r\n\0\xff\r\n" }],
  ["bytes behind key3", "^n:ds[4U", "^n:ds[4U\0hi\xff", { key3: "^n:ds[4U" }],
])("takes %s", (_, what, instead, expected) => {
  expect(read(EXAMPLE.replace(what, instead))).toMatchObject(expected);
});

test.each([
  ["nothing", /^.*$/s, "", "not-http"],
  ["one word", "GET /demo HTTP/1.1", "GET", "not-http"],
  ["two words", " HTTP/1.1", "", "not-http"],
  ["another method", "GET", "POST", "method-not-get"],
  ["a method in lower case", "GET", "get", "method-not-get"],
  ["an empty resource", "/demo", "", "target-empty"],
  ["a whole URL", "/demo", "http://example.com/", "target-empty"],
  ["a byte above ASCII in the resource", "/demo", "/\xc3\x9f", "target-not-escaped"],
  ["a tab in the resource", "/demo", "/a\tb", "target-not-escaped"],
  ["bare LF", /\r\n/g, "\n", "lf-line-endings"],
  ["one bare LF", "example.com\r\n", "example.com\n", "lf-line-endings"],
  ["a CR in a value", "example.com\r\n", "exa\rmple\r\n", "bare-cr"],
  ["no blank line", /\r\n\r\n.*$/s, "\r\n", "head-not-terminated"],
  ["a line without a colon", "Host: ", "Host ", "header-without-colon"],
  ["a name with a space", "Host: ", "Host : ", "header-without-colon"],
  ["a nameless field", "Host: ", ": ", "header-without-colon"],
  ["a folded line", "Upgrade: ", "X: y\r\n Upgrade: ", "header-without-colon"],
  ["what is not UTF-8", "sample", "\xff", "bits-in-header-value"],
  ["no Upgrade", "Upgrade: WebSocket\r\n", "", "upgrade-not-websocket"],
  ["another Upgrade", "WebSocket\r", "WebSockets\r", "upgrade-not-websocket"],
  ["no Connection", "Connection: Upgrade\r\n", "", "connection-not-upgrade"],
  ["another Connection", "n: Upgrade", "n: close", "connection-not-upgrade"],
  ["a list", "n: Upgrade", "n: keep-alive, Upgrade", "connection-is-a-list"],
  ["no Host", "Host: example.com\r\n", "", "host-missing"],
  ["an empty Host", "Host: example.com", "Host: ", "host-missing"],
  ["a port too large", "example.com\r", "example.com:65536\r", "host-invalid"],
  ["a port that is no number", "example.com\r", "example.com:0x50\r", "host-invalid"],
  ["a port that is not there", "example.com\r", "example.com:\r", "host-invalid"],
  ["a port alone", "Host: example.com", "Host: :80", "host-invalid"],
  ["a Host with a space", "Host: ", "Host: a ", "host-invalid"],
  ["no Origin", "Origin: http://example.com\r\n", "", "origin-missing-in-request"],
  ["an empty Origin", "Origin: http://example.com", "Origin: ", "origin-missing-in-request"],
  ["an empty protocol", "sample", "", "subprotocol-invalid"],
  ["a tab in the protocol", "sample", "a\tb", "subprotocol-invalid"],
  ["no first key", /.*Key1.*\r\n/, "", "key-missing-or-repeated"],
  ["no second key", /.*Key2.*\r\n/, "", "key-missing-or-repeated"],
  ["a first key twice", "Key2", "Key1", "key-missing-or-repeated"],
  ["no key3", "^n:ds[4U", "", "body-missing"],
  ["seven bytes for key3", "^n:ds[4U", "^n:ds[4", "body-not-8-bytes"],
])("refuses %s", (_, what, instead, expected) => {
  expect(code(EXAMPLE.replace(what, instead))).toBe(expected);
});

test("of several faults, names the first in the order of the draft", () => {
  expect(code(EXAMPLE.replace("GET", "PUT").replace("\r\nHost", "\nHost"))).toBe("method-not-get");
  expect(code(EXAMPLE.replace("Host: ", "Host ").slice(0, -8))).toBe("header-without-colon");
  expect(code(EXAMPLE.replace("e: Web", "e: X").replace("n: Up", "n: X"))).toBe(
    "upgrade-not-websocket",
  );
});

test("no prefix is taken for a whole request", () => {
  for (let end = 0; end < EXAMPLE.length; end++) expect(code(EXAMPLE.slice(0, end))).not.toBeNull();
});

test.each([
  ["example.com", "example.com", null],
  ["example.com:80", "example.com", "80"],
  ["a:b:80", "a:b", "80"],
  ["example.com:", "example.com", ""],
  [":80", "", "80"],
  ["[::1]", "[::1]", null],
  ["[::1]:80", "[::1]", "80"],
  ["", "", null],
])("%j is the name %j and the port %j", (host, name, port) => {
  const bytes = latin1(`..${host}..`);
  const parts = splitHost(bytes, [2, 2 + host.length]);
  expect(fromLatin1(slice(bytes, parts.name))).toBe(name);
  expect(parts.port && fromLatin1(slice(bytes, parts.port))).toBe(port);
});

test.each([
  ["80", 80],
  ["0080", 80],
  ["0", 0],
  ["", Infinity],
  ["8a", Infinity],
  ["8a0", Infinity],
  ["-1", Infinity],
  ["9".repeat(400), Infinity],
])("the port %s is %i", (port, number) => {
  expect(portNumber(latin1(port), [0, port.length])).toBe(number);
});

test("whatever the bytes, spans lie within them or it is a HandshakeError", () => {
  const at = fc.nat({ max: EXAMPLE.length });
  fc.assert(
    fc.property(at, at, fc.uint8Array({ maxLength: 3 }), (some, other, between) => {
      const [start, end] = some < other ? [some, other] : [other, some];
      const text = EXAMPLE.slice(0, start) + fromLatin1(between) + EXAMPLE.slice(end);
      if (code(text) !== null) return;
      const { bytes, ...spans } = readRequest(latin1(text));
      for (const span of Object.values(spans)) {
        if (span === null) continue;
        expect(0 <= span[0] && span[0] <= span[1] && span[1] <= bytes.length).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

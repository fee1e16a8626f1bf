import { describe, expect, it, test } from "vitest";
import type { Connection } from "../../../src/core/across/connection.ts";
import { makeAs } from "../../../src/core/across/make.ts";
import { fromLatin1 } from "../../../src/core/bytes/ascii.ts";
import type { Generation } from "../../../src/core/generation.ts";

const CONNECTION: Connection = {
  resource: "/x",
  host: "a.example",
  port: null,
  origin: "http://b.example",
  subprotocols: ["one", "two"],
  extensions: "x",
};

function made(generation: Generation, change: Partial<Connection> = {}, secure = false): string {
  const result = makeAs(generation, { ...CONNECTION, ...change }, secure, () => 0);
  return "request" in result ? fromLatin1(result.request) : result.refusal;
}

describe("a request that is made", () => {
  test.each<[Generation, readonly string[]]>([
    ["hixie-75", ["Origin: http://b.example", "WebSocket-Protocol: one"]],
    ["hixie-76", ["Origin: http://b.example", "Sec-WebSocket-Protocol: one"]],
    ["hybi-01", ["Sec-WebSocket-Protocol: one", "Sec-WebSocket-Draft: 2"]],
    ["hybi-04", ["Sec-WebSocket-Origin: http://b.example", "Sec-WebSocket-Protocol: one, two"]],
    ["hybi-08", ["Sec-WebSocket-Version: 8"]],
    ["rfc6455", ["Origin: http://b.example", "Sec-WebSocket-Extensions: x"]],
  ])("as %s has its words for what is asked for", (generation, lines) => {
    const text = made(generation);
    expect(text).toMatch(/^GET \/x HTTP\/1\.1\r\n/);
    for (const line of lines) expect(text).toContain(`\r\n${line}\r\n`);
  });

  it("has its draft before the blank line, and key3 behind it", () => {
    expect(made("hybi-01")).toMatch(/\r\nSec-WebSocket-Draft: 2\r\n\r\n\0{8}$/);
  });

  test.each([
    [80, false, "a.example"],
    [443, false, "a.example:443"],
    [443, true, "a.example"],
    [null, true, "a.example"],
  ] as const)("names port %s, secure %s, as %s", (port, secure, host) => {
    for (const generation of ["hixie-75", "hixie-76", "hybi-05", "rfc6455"] as const) {
      expect(made(generation, { port }, secure)).toContain(`\r\nHost: ${host}\r\n`);
    }
  });

  it("says nothing of an origin that is not there, but in the old ones", () => {
    expect(made("rfc6455", { origin: null })).not.toContain("Origin");
    expect(made("hybi-08", { origin: null })).not.toContain("Origin");
    expect(made("hixie-75", { origin: null })).toContain("\r\nOrigin: null\r\n");
  });
});

test("a name that is no token is refused where names are tokens, and a list is parted first", () => {
  expect(made("rfc6455", { subprotocols: ["a b"] })).toBe("subprotocol-invalid");
  expect(made("hybi-04", { subprotocols: ["a, a"] })).toBe("subprotocol-repeated");
  expect(made("hybi-04", { subprotocols: ["a, b"] })).toContain("Sec-WebSocket-Protocol: a, b\r\n");
  expect(made("hixie-76", { subprotocols: ["a b"] })).toContain("Sec-WebSocket-Protocol: a b\r\n");
  expect(made("hixie-76", { subprotocols: ["\u00e9"] })).toBe("subprotocol-invalid");
});

import { describe, expect, it } from "vitest";
import { concat } from "../../../src/core/bytes/ascii.ts";
import { traceHixie76 } from "../../../src/core/trace/hixie76.ts";
import { hixie76Provenance } from "../../../src/core/trace/hixie76-provenance.ts";
import type { Place } from "../../../src/core/trace/provenance.ts";

const REQUEST =
  "GET /demo HTTP/1.1\r\nHost: example.com\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\nOrigin: http://a.example\r\nSec-WebSocket-Key1: 4 @1  46546xW%0l 1 5\r\nSec-WebSocket-Key2: 12998 5 Y3 1  .P00\r\n\r\n^n:ds[4U";

const { related } = hixie76Provenance([...traceHixie76(concat(REQUEST))]);

function at(text: string): number {
  return REQUEST.indexOf(text);
}

function lit(place: Place): ReadonlySet<Place> {
  return related([place]);
}

describe("pointing", () => {
  it("at a digit of a key lights its number, its part, its four bytes, its word and the digest", () => {
    const places = lit(`request:${at("4 @1")}`);
    for (const place of [
      "key1.number",
      "key1.part",
      "challenge:0",
      "challenge:3",
      "word:0",
      "round:0",
      "digest:7",
    ]) {
      expect(places).toContain(place);
    }
  });

  it("at a digit of a key lights nothing of the other key", () => {
    const places = lit(`request:${at("4 @1")}`);
    for (const place of [
      "key2.number",
      "challenge:4",
      "challenge:8",
      "key1.spaces",
      `request:${at("12998")}`,
    ]) {
      expect(places).not.toContain(place);
    }
  });

  it("at a space of a key lights the count and not the number", () => {
    const places = lit(`request:${at("4 @1") + 1}`);
    expect(places).toContain("key1.spaces");
    expect(places).toContain("key1.part");
    expect(places).not.toContain("key1.number");
  });

  it("at a message word leads back to the digits that made it", () => {
    const places = lit("word:1");
    expect(places).toContain(`request:${at("12998")}`);
    expect(places).not.toContain(`request:${at("4 @1")}`);
  });

  it("at a byte of the origin in the response lights that very byte of the request", () => {
    const origin = at("http://a.example");
    const response =
      "HTTP/1.1 101 WebSocket Protocol Handshake\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nSec-WebSocket-Origin: ";
    const places = lit(`response:${response.length + 3}`);
    expect([...places].filter((place) => place.startsWith("request:"))).toEqual([
      `request:${origin + 3}`,
    ]);
  });

  it("at a line of code lights what it made", () => {
    const places = lit("code:pack");
    expect(places).toContain("challenge:0");
    expect(places).toContain("challenge:7");
    expect(places).not.toContain("challenge:8");
    expect(places).not.toContain("key1.part");
  });

  it("at a byte of the digest lights both keys and key3", () => {
    const places = lit("digest:0");
    for (const text of ["4 @1", "12998", "^n:ds"]) expect(places).toContain(`request:${at(text)}`);
  });

  it("at something unknown lights only itself", () => {
    expect([...lit("request:99999")]).toEqual(["request:99999"]);
  });
});

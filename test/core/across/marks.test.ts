import { describe, expect, it, test } from "vitest";
import { answerMarks, requestMarks } from "../../../src/core/across/marks.ts";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import type { Generation } from "../../../src/core/generation.ts";
import type { Mark } from "../../../src/core/trace/mark.ts";
import { HIXIE, RFC6455 } from "../../fixtures/exchanges.ts";
import { asking, REQUESTS, requestOf } from "./requests.ts";

function texts(bytes: Uint8Array, marks: readonly Mark[]): readonly (readonly [string, string])[] {
  return marks.map(({ source, span }) => [source, fromLatin1(bytes.subarray(...span))]);
}

describe("the marks of a request", () => {
  test.each<[Generation, readonly (readonly [string, string])[]]>([
    [
      "hixie-75",
      [
        ["host", "/demo"],
        ["host", "example.com"],
        ["origin", "http://example.com"],
        ["subprotocol", "sample"],
      ],
    ],
    [
      "hybi-01",
      [
        ["host", "/demo"],
        ["host", "example.com"],
        ["origin", "http://example.com"],
        ["key1", "4 @1  46546xW%0l 1 5"],
        ["key2", "12998 5 Y3 1  .P00"],
        ["key3", "^n:ds[4U"],
      ],
    ],
    [
      "hybi-06",
      [
        ["host", "/chat?room=1"],
        ["host", "server.example.com:8080"],
        ["key", "dGhlIHNhbXBsZSBub25jZQ=="],
        ["origin", "http://example.com"],
        ["subprotocol", "chat, superchat"],
      ],
    ],
  ])("of %s are its resource, host, origin, subprotocols and keys", (generation, expected) => {
    const request = requestOf(generation);
    expect(texts(request, requestMarks(request, generation))).toEqual(expected);
  });

  it.each(REQUESTS)("of %s stand in order and never overlap", (generation, request) => {
    let end = 0;
    for (const { span } of requestMarks(request, generation)) {
      expect(span[0]).toBeGreaterThanOrEqual(end);
      end = span[1];
    }
  });

  it("keep the spaces at the ends of a numbered key, and none at those of a newer one", () => {
    const old = latin1("GET / HTTP/1.1\r\nSec-WebSocket-Key1:   1 2 \r\n\r\n");
    expect(texts(old, requestMarks(old, "hixie-76")).at(-1)).toEqual(["key1", "  1 2 "]);
    const newer = latin1("GET / HTTP/1.1\r\nSec-WebSocket-Key:   dGhl \r\n\r\n");
    expect(texts(newer, requestMarks(newer, "rfc6455")).at(-1)).toEqual(["key", "dGhl"]);
  });

  it("are eight bytes behind the head, or as many as came", () => {
    const head = "GET / HTTP/1.1\r\n\r\n";
    for (const [body, key3] of [
      ["12345678", "12345678"],
      ["12345678\0frame", "12345678"],
      ["123", "123"],
    ] as const) {
      const bytes = latin1(head + body);
      expect(texts(bytes, requestMarks(bytes, "hixie-76")).at(-1)).toEqual(["key3", key3]);
    }
  });

  it("leave out what is empty, and what another generation calls by that name", () => {
    const bytes = asking("Host:", "Sec-WebSocket-Origin: http://a.example", "constructor: x");
    expect(texts(bytes, requestMarks(bytes, "rfc6455"))).toEqual([
      ["host", "/chat"],
      ["key", "dGhlIHNhbXBsZSBub25jZQ=="],
    ]);
  });
});

describe("the marks of an answer", () => {
  it("of hixie-76 are what it repeats, and the digest behind its head", () => {
    const { response } = HIXIE;
    const marks = answerMarks(response, "hixie-76");
    expect(marks.map(({ source }) => source)).toEqual(["origin", "host", "subprotocol", "digest"]);
    expect(texts(response, marks)[1]).toEqual(["host", "example.com/demo"]);
    expect(marks.at(-1)!.span).toEqual([response.length - 16, response.length]);
  });

  it("of RFC 6455 are the accept and the subprotocol", () => {
    const { response } = RFC6455;
    const sources = answerMarks(response, "rfc6455").map(({ source }) => source);
    expect(sources[0]).toBe("digest");
    expect(sources).not.toContain("host");
  });

  it("do not have the scheme in the host, secure or not", () => {
    for (const scheme of ["ws://", "wss://"]) {
      const bytes = latin1(`HTTP/1.1 101 x\r\nWebSocket-Location: ${scheme}a.example/x\r\n\r\n`);
      expect(texts(bytes, answerMarks(bytes, "hixie-75"))).toEqual([["host", "a.example/x"]]);
    }
  });
});

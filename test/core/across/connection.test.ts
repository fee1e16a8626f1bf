import { describe, expect, it, test } from "vitest";
import { type Connection, connectionOf, namesIn } from "../../../src/core/across/connection.ts";
import { requestMarks } from "../../../src/core/across/marks.ts";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import type { Generation } from "../../../src/core/generation.ts";
import { asking, requestOf } from "./requests.ts";

function read(bytes: Uint8Array, generation: Generation = "rfc6455"): Connection | null {
  return connectionOf(bytes, generation, requestMarks(bytes, generation));
}

describe("a connection", () => {
  it("is read off an old request", () => {
    expect(read(requestOf("hixie-75"), "hixie-75")).toEqual({
      resource: "/demo",
      host: "example.com",
      port: null,
      origin: "http://example.com",
      subprotocols: ["sample"],
      extensions: null,
    });
  });

  it("is read off a newer one", () => {
    expect(read(requestOf("hybi-07"), "hybi-07")).toEqual({
      resource: "/chat?room=1",
      host: "server.example.com",
      port: 8080,
      origin: "http://example.com",
      subprotocols: ["chat", "superchat"],
      extensions: null,
    });
  });

  it("has one subprotocol in an old request, whatever stands in its name", () => {
    const text = fromLatin1(requestOf("hixie-75")).replace("sample", "a, b");
    expect(read(latin1(text), "hixie-75")?.subprotocols).toEqual(["a, b"]);
  });

  it("has the lists of all fields", () => {
    const bytes = asking(
      "Host: a.example",
      "Sec-WebSocket-Protocol: a,, b",
      "Sec-WebSocket-Extensions: x",
      "Sec-WebSocket-Protocol: c",
      "Sec-WebSocket-Extensions: y; z=1",
    );
    expect(read(bytes)).toMatchObject({
      subprotocols: ["a", "b", "c"],
      extensions: "x, y; z=1",
      origin: null,
    });
  });

  test.each<[string, string, number | null]>([
    ["a.example:443", "a.example", 443],
    ["[::1]:99", "[::1]", 99],
    ["[::1]", "[::1]", null],
    // Nobody's name: kept as it stands, for the servers to refuse.
    ["a.example:", "a.example:", null],
    ["a.example:70000", "a.example:70000", null],
  ])("to %s is to %s, port %s", (value, host, port) => {
    expect(read(asking(`Host: ${value}`))).toMatchObject({ host, port });
  });

  test.each<[string, string | null]>([
    ["/", "/"],
    ["http://a.example/x?y", "/x?y"],
    ["HTTPS://a.example", "/"],
    ["http://a.example?y", "/?y"],
    ["chat", null],
    ["/caf\u00e9", null],
  ])("whose target is %s asks for %s", (target, resource) => {
    const text = fromLatin1(asking("Host: a.example")).replace("/chat", target);
    expect(read(latin1(text))?.resource ?? null).toBe(resource);
  });

  test.each([
    ["no host", asking()],
    ["an empty host", asking("Host: ")],
    ["no target", latin1("GET\r\nHost: a.example\r\n\r\n")],
  ])("is none with %s", (_, bytes) => {
    expect(read(bytes)).toBeNull();
  });
});

test("a list is parted at its commas, and empty names are none", () => {
  expect(namesIn(" a ,\tb,,c d,")).toEqual(["a", "b", "c d"]);
});

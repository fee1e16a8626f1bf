import { expect, test } from "vitest";
import { fromLatin1 } from "../../../src/core/bytes/ascii.ts";
import { accepts, head, refuses, silent } from "../../../src/core/servers/answer.ts";

test("a head ends each line with CRLF, and itself with an empty one", () => {
  expect(head("HTTP/1.1 101 x", "A: b")).toBe("HTTP/1.1 101 x\r\nA: b\r\n\r\n");
});

test("frames follow an acceptance, nothing a refusal, and silence has no status", () => {
  expect(accepts("a", "b")).toMatchObject({ accepts: true, status: 101, next: "frames" });
  expect(refuses(400, "a", "why", "b")).toMatchObject({
    accepts: false,
    status: 400,
    message: "why",
    next: "closes",
  });
  const { response, status, next } = silent("waits", "b");
  expect([fromLatin1(response), status, next]).toEqual(["", null, "waits"]);
});

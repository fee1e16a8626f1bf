import { expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { pathIn } from "../../../src/ui/pictures/path-in.ts";

test.each([
  ["POST /chat HTTP/1.1", "/chat"],
  ["GET /chat?a=b HTTP/1.0", "/chat?a=b"],
  ["GET ws://example.com/ HTTP/1.1", "ws://example.com/"],
  ["GET /d\xe9mo", "/d\xe9mo"],
  ["GET/demo HTTP/1.1", null],
  ["GET  HTTP/1.1", null],
  ["CONNECT example.com:80 HTTP/1.1", null],
  ["", null],
])("of %j it is %j", (line, path) => {
  const request = latin1(`\r\n${line}\r\nHost: a`);
  const span = pathIn(request, [2, 2 + line.length]);
  expect(span && fromLatin1(request.subarray(...span))).toBe(path);
});

import { expect, test } from "vitest";
import { readPaste } from "../../../src/core/input/read-paste.ts";
import { secretsIn } from "../../../src/ui/bar/secrets.ts";

test.each([
  ["GET / HTTP/1.1\nHost: a\nX-Cookie: b\n\n", []],
  ["GET / HTTP/1.1\ncookie: a=b\nAuthorization: Bearer c\n\n", ["cookie", "Authorization"]],
  [
    "GET / HTTP/1.1\nHost: a\n\nHTTP/1.1 101 x\nSet-Cookie: a=b\n\nGET / HTTP/1.1\nCookie: c\n\n",
    ["Set-Cookie", "Cookie"],
  ],
  ["GET /?v=1&access_token=a&sid=b HTTP/1.1\nHost: a\n\n", ["access_token=", "sid="]],
  ["GET /?keyboard=a HTTP/1.1\nHost: a\n\n", []],
  ["GET / HTTP/1.1\nCookie: a\nCookie: b\n\n", ["Cookie"]],
])("of %j: %j", (paste, names) => {
  expect(secretsIn(readPaste(paste))).toEqual(names);
});

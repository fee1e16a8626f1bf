import { expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { valuesOf } from "../../../src/core/http/fields.ts";
import { readHead } from "../../../src/core/http/head.ts";

test("values come without the white space around them, in order, whatever the name's case", () => {
  const bytes = latin1(
    "GET / HTTP/1.1\r\nA: 1\r\nb:2\r\na:\t 3 \t\r\nA:\r\nAB: 4\r\nA: 5 6\r\n\r\n",
  );
  const values = valuesOf(bytes, readHead(bytes).fields, "a");
  expect(values.map(([start, end]) => fromLatin1(bytes.subarray(start, end)))).toEqual([
    "1",
    "3",
    "",
    "5 6",
  ]);
});

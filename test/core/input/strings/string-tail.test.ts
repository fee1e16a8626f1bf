/** The head in a string, and the bytes that belong to it written down below. */
import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../../src/core/bytes/ascii.ts";
import { readPaste } from "../../../../src/core/input/read-paste.ts";
import { HIXIE, RFC6455 } from "../../../fixtures/exchanges.ts";

const escaped = (bytes: Uint8Array) =>
  JSON.stringify(fromLatin1(bytes)).slice(1, -1).replaceAll("'", "\\'");
const REQUEST_HEAD = HIXIE.request.subarray(0, -8);
const RESPONSE_HEAD = HIXIE.response.subarray(0, -16);
const request = latin1(`${fromLatin1(REQUEST_HEAD)}^n:ds[4U`);
const response = latin1(`${fromLatin1(RESPONSE_HEAD)}8jKS'y:G*Co,Wxa-`);

describe.each<[string, (text: string) => string]>([
  ["quoted", (text) => `"${text}"`],
  ["without quotes", (text) => text],
  ["in a statement", (text) => `send("${text}");`],
])("a head %s", (_, print) => {
  test.each([
    "8jKS'y:G*Co,Wxa-",
    "digest: 8jKS'y:G*Co,Wxa-",
    "386a4b5327793a472a436f2c5778612d",
    "38 6a 4b 53 27 79 3a 47 2a 43 6f 2c 57 78 61 2d",
    "digest = 386a4b5327793a472a436f2c5778612d",
    "<Buffer 38 6a 4b 53 27 79 3a 47 2a 43 6f 2c 57 78 61 2d>",
    `b"8jKS'y:G*Co,Wxa-"`,
  ])("has its digest below it as %j", (digest) => {
    const answer = `${print(escaped(RESPONSE_HEAD))}\n${digest}\n`;
    // Characters as they stand may be anything; hex, a label or a string says what they are.
    const exact = digest !== "8jKS'y:G*Co,Wxa-";
    expect(readPaste(answer)).toMatchObject([{ response, exact }]);
    expect(readPaste(`${print(escaped(request))}\n${answer}`)).toMatchObject([
      { request, response, exact },
    ]);
  });

  test.each(["^n:ds[4U", "5e 6e 3a 64 73 5b 34 55", "<Buffer 5e 6e 3a 64 73 5b 34 55>"])(
    "has key3 below it as %j",
    (key3) => {
      const asked = `${print(escaped(REQUEST_HEAD))}\n\n${key3}\n`;
      const exact = key3 !== "^n:ds[4U";
      expect(readPaste(asked)).toMatchObject([{ request, exact }]);
      expect(readPaste(asked + print(escaped(response)))).toMatchObject([
        { request, response, exact },
      ]);
    },
  );

  test("has nothing below it but words", () => {
    const text = `${print(escaped(RESPONSE_HEAD))}\nWhy is it empty?\n`;
    expect(readPaste(text)).toMatchObject([{ response: RESPONSE_HEAD }]);
  });
});

test("what stands below a head that is whole is not in it", () => {
  const text = `"${escaped(RFC6455.response)}"\n8jKS'y:G*Co,Wxa-\n`;
  expect(readPaste(text)).toMatchObject([{ response: RFC6455.response, exact: true }]);
});

/** One message as text and the other as bytes; and an answer that was pasted before its request. */
import { describe, expect, test } from "vitest";
import { fromLatin1 } from "../../../../src/core/bytes/ascii.ts";
import { hex } from "../../../../src/core/bytes/hex.ts";
import { readPaste } from "../../../../src/core/input/read-paste.ts";
import { RFC6455 } from "../../../fixtures/exchanges.ts";

const asText = (bytes: Uint8Array) => fromLatin1(bytes).replaceAll("\r\n", "\n");
const dump = (bytes: Uint8Array) =>
  Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => {
    const row = bytes.subarray(16 * i, 16 * i + 16);
    const shown = fromLatin1(row).replace(/[^ -~]/g, ".");
    return `${(16 * i).toString(16).padStart(8, "0")}  ${hex(row, " ").padEnd(48)} |${shown}|\n`;
  }).join("");

const DRESSES: readonly [name: string, dress: (bytes: Uint8Array) => string][] = [
  ["hex", (bytes) => hex(bytes)],
  ["a dump", dump],
  ["numbers", (bytes) => `[${bytes.join(", ")}]`],
  ["base64", (bytes) => Buffer.from(bytes).toString("base64")],
  ["Node's Buffer", (bytes) => `<Buffer ${hex(bytes, " ")}>`],
  ["an escaped string", (bytes) => JSON.stringify(fromLatin1(bytes))],
];

describe.each(DRESSES)("%s", (_, dress) => {
  const { request, response } = RFC6455;

  test.each([
    ["request", `Request:\n\n${asText(request)}\nResponse:\n\n${dress(response)}\n`],
    ["response", `Request:\n\n${dress(request)}\n\nResponse:\n\n${asText(response)}\n`],
  ])("is read beside a %s as text", (side, text) => {
    const [conversation, ...others] = readPaste(text);
    expect(others).toEqual([]);
    expect(conversation).toMatchObject({ request, response, exact: false });
    expect(conversation?.lost).toMatchObject([{ what: "line-endings", in: side }]);
  });

  test("is an answer and the request below it", () => {
    const text = `I get\n\n${dress(response)}\n\nfor\n\n${dress(request)}\n`;
    expect(readPaste(text)).toMatchObject([{ request, response, exact: true }]);
  });
});

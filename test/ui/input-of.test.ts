import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, latin1 } from "../../src/core/bytes/ascii.ts";
import { fromHex } from "../../src/core/bytes/hex.ts";
import { withKey3 } from "../../src/core/input/key3.ts";
import { readPasteAs } from "../../src/core/input/read-paste.ts";
import { inputOf, requestInput } from "../../src/ui/request/input-of.ts";
import recordings from "../fixtures/webkit-534-hixie76.json" with { type: "json" };

/** The bytes that the boxes hold, as the page reads them. */
function read({ request, key3, choice }: ReturnType<typeof requestInput>): Uint8Array {
  const [first] = readPasteAs(request, choice);
  if (!first) return new Uint8Array(0);
  const conversation = key3 === "" ? first : withKey3(first, fromHex(key3) as Uint8Array);
  return concat(conversation.request ?? "", conversation.clientBytes ?? "");
}

const head =
  "GET / HTTP/1.1\r\nUpgrade: WebSocket\r\nSec-WebSocket-Key1: 1 2\r\nSec-WebSocket-Key2: 3 0\r\n\r\n";

describe("boxes made from bytes", () => {
  it("hold recorded requests as text, with key3 in its field", () => {
    for (const { request_hex } of recordings.cases) {
      const bytes = fromHex(request_hex) as Uint8Array;
      const input = requestInput(bytes);
      expect(input.request).toMatch(/^GET /);
      expect(read(input)).toEqual(bytes);
    }
  });

  it("read as those bytes again, whatever they are", () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(head.length), byte: fc.nat(255), take: fc.nat(2) }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(edits, fc.uint8Array({ maxLength: 20 }), (changes, behind) => {
        let bytes = [...latin1(head), ...behind];
        for (const { at, byte, take } of changes) bytes = bytes.toSpliced(at, take, byte);
        const edited = Uint8Array.from(bytes);
        expect(read(requestInput(edited))).toEqual(edited);
      }),
      { numRuns: 500 },
    );
  });

  it("hold an answer with its digest", () => {
    const response = latin1("HTTP/1.1 101 x\r\nA: b\r\n\r\n0123456789abcdef");
    const { answer } = inputOf({ response, format: "", exact: true, lost: [] }, false);
    const [again] = readPasteAs(answer, { side: "response" });
    expect(concat(again?.response ?? "", again?.serverBytes ?? "")).toEqual(response);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, latin1 } from "../../../src/core/bytes/ascii.ts";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import { withKey3 } from "../../../src/core/input/key3.ts";
import { readPasteAs } from "../../../src/core/input/read-paste.ts";
import { inputOf, requestInput } from "../../../src/ui/request/input-of.ts";
import { READERS } from "../../../src/ui/request/reading.ts";
import recordings from "../../fixtures/webkit-534-hixie76.json" with { type: "json" };

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

  it("hold a head that was edited as text, as long as it is read as these bytes", async () => {
    await READERS.load();
    const text = (bytes: string) => requestInput(latin1(bytes)).request;
    expect(text(`H${head.slice(1)}12345678`)).toBe(`H${head.slice(1)}`.replaceAll("\r\n", "\n"));
    expect(text(head.replace("Upgrade:", "Upgrade;"))).toMatch(/^GET .*\nUpgrade; W/);
    expect(text(head.replace("/1.1", "\x01.1"))).toMatch(/^47 45/);
    expect(text(head.replace("HTTP", "XTTP"))).toMatch(/^47 45/);
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

  it("show where too many bytes begin, and have the bytes themselves behind them", () => {
    const clientBytes = new Uint8Array(0x10000).fill(0x81);
    const serverBytes = new Uint8Array(0x20000).fill(0x82);
    const request = latin1(`${head}12345678`);
    const response = latin1("HTTP/1.1 101 x\r\n\r\n0123456789abcdef");
    const lost = [
      { what: "cut", in: "serverBytes", at: 7, note: "The capture ends here." },
    ] as const;
    const about = { format: "pcap", exact: false, lost };
    const input = inputOf({ request, clientBytes, response, serverBytes, ...about }, true);
    expect(input.request).toMatch(/^47 45 54 20 2f 20 /);
    expect(input.request.length).toBeLessThan(0x10000);
    expect(input.answer).toMatch(/^48 54 54 50 2f 31 /);
    expect(input.large).toEqual({
      request: { request, clientBytes, format: "pcap", exact: true, lost: [] },
      answer: { response, serverBytes, ...about },
    });
  });

  it("stand for themselves when one side is not too much", () => {
    const serverBytes = new Uint8Array(0x20000);
    const request = latin1(`${head}12345678`);
    const response = latin1("HTTP/1.1 101 x\r\n\r\n");
    const about = { format: "pcap", exact: true, lost: [] };
    const input = inputOf({ request, response, serverBytes, ...about }, false);
    expect(read(input)).toEqual(request);
    expect(input.large).toEqual({ answer: { response, serverBytes, ...about } });
    const edited = requestInput(latin1(head), input.large);
    expect(edited.large).toEqual(input.large);
  });

  it("have what is edited of too many bytes behind them", () => {
    const all = concat(latin1(`${head}12345678`), new Uint8Array(0x10000).fill(0x81));
    const { large } = requestInput(all);
    expect(large?.request?.request).toEqual(latin1(`${head}12345678`));
    expect(large?.request?.clientBytes).toEqual(new Uint8Array(0x10000).fill(0x81));
    expect(requestInput(latin1(head), large).large).toBeUndefined();
  });
});

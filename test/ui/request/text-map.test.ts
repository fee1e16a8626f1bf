import { describe, expect, it } from "vitest";
import { latin1 } from "../../../src/core/bytes/ascii.ts";
import { textMap } from "../../../src/ui/request/text-map.ts";

describe("following text into bytes", () => {
  it("finds each character's byte where line ends became CRLF", () => {
    expect(textMap("a\nb", latin1("a\r\nb"))).toEqual([0, 1, 3, 4]);
  });

  it("finds them where nothing changed", () => {
    expect(textMap("a\r\nb", latin1("a\r\nb"))).toEqual([0, 1, 2, 3, 4]);
  });

  it("lets the bytes go on, with a key3 from elsewhere", () => {
    expect(textMap("a\n\n", latin1("a\r\n\r\nKEY3"))).toEqual([0, 1, 3, 5]);
  });

  it("lets the text end in blanks that became nothing", () => {
    expect(textMap("a\n\n\n", latin1("a\r\n\r\n"))).not.toBeNull();
  });

  it("gives up on text that was read as something else", () => {
    expect(textMap("47 45 54", latin1("GET"))).toBeNull();
    expect(textMap("é", Uint8Array.of(0xc3, 0xa9))).toBeNull();
  });
});

import { fromLatin1 } from "../../core/bytes/ascii.ts";
import { hex, hexByte } from "../../core/bytes/hex.ts";

export interface CopyFormat {
  readonly name: string;
  readonly format: (bytes: Uint8Array) => string;
}

/** Ways to carry bytes that survive a clipboard. */
export const COPY_FORMATS: readonly CopyFormat[] = [
  { name: "hex", format: (bytes) => hex(bytes, " ") },
  { name: "C array", format: cArray },
  { name: "\\x-escaped string", format: escaped },
  { name: "base64", format: (bytes) => btoa(fromLatin1(bytes)) },
];

function cArray(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 12) {
    lines.push(
      `  ${Array.from(bytes.subarray(at, at + 12), (byte) => `0x${hexByte(byte)}`).join(", ")}`,
    );
  }
  return `unsigned char bytes[${bytes.length}] = {\n${lines.join(",\n")}\n};\n`;
}

/** In double quotes, as C, Python and JavaScript read it. A hex digit behind an escape is escaped too: C would take it in. */
function escaped(bytes: Uint8Array): string {
  let text = "";
  let afterEscape = false;
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    const plain: boolean =
      byte >= 0x20 && byte < 0x7f && !(afterEscape && /[0-9a-f]/i.test(character));
    if (byte === 0x0d) text += "\\r";
    else if (byte === 0x0a) text += "\\n";
    else if (character === '"' || character === "\\") text += `\\${character}`;
    else text += plain ? character : `\\x${hexByte(byte)}`;
    afterEscape = !plain && byte !== 0x0d && byte !== 0x0a;
  }
  return `"${text}"`;
}

const DIGITS = "0123456789abcdef";
const HEX = Array.from({ length: 256 }, (_, byte) => `${DIGITS[byte >> 4]}${DIGITS[byte & 15]}`);

/** Two lower-case digits. */
export function hexByte(byte: number): string {
  return HEX[byte & 0xff] as string;
}

/** Lower-case digits, two a byte, with `separator` between the bytes. */
export function hex(bytes: Uint8Array, separator = ""): string {
  let text = "";
  for (let at = 0; at < bytes.length; at++) {
    text += at === 0 ? hexByte(bytes[at]!) : separator + hexByte(bytes[at]!);
  }
  return text;
}

/** The byte that two lower-case digits tell. */
export function hexPair(digits: string, at: number): number {
  return (hexDigit(digits.charCodeAt(at)) << 4) | hexDigit(digits.charCodeAt(at + 1));
}

function hexDigit(code: number): number {
  return code <= 0x39 ? code - 0x30 : code - 0x57;
}

/** Bytes of hex digits; white space, commas, colons and `0x` between bytes are passed over. Null when anything else is there or a digit is left over. */
export function fromHex(text: string): Uint8Array | null {
  const digits = text.replace(/0x|[\s,:]/gi, "");
  if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) return null;
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}

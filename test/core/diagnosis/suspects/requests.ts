/** Requests as hixie-76 clients send them (hybi-00 §4.1 steps 16 to 27), and some that only a broken one does. */
import fc from "fast-check";
import type { Keys } from "./wrong-servers.ts";

/** Characters that trip servers come more often than chance would have them. */
const inserted = fc.oneof(
  fc.constantFrom("$", ":", ";", ","),
  fc.integer({ min: 0x21, max: 0x2f }).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0x3a, max: 0x7e }).map((code) => String.fromCharCode(code)),
);

const fraction = fc.noBias(fc.nat(9999)).map((n) => n / 10_000);
const places = fc.array(fraction, { minLength: 12, maxLength: 12 });

function keyWith(
  character: fc.Arbitrary<string>,
  remainder: number,
  beyond = 0,
): fc.Arbitrary<string> {
  return fc
    .record({
      spaces: fc.integer({ min: remainder === 0 ? 1 : 2, max: 12 }),
      fraction,
      characters: fc.array(character, { minLength: 1, maxLength: 12 }),
      characterAt: places,
      spaceAt: places,
    })
    .map(({ spaces, fraction, characters, characterAt, spaceAt }) => {
      const number = beyond + Math.floor(Math.floor(4_294_967_295 / spaces) * fraction);
      let key = String(number * spaces + remainder);
      characters.forEach((character, i) => {
        const at = Math.floor((key.length + 1) * (characterAt[i] ?? 0));
        key = key.slice(0, at) + character + key.slice(at);
      });
      for (const place of spaceAt.slice(0, spaces)) {
        const at = 1 + Math.floor((key.length - 1) * place);
        key = `${key.slice(0, at)} ${key.slice(at)}`;
      }
      return key;
    });
}

const key = keyWith(inserted, 0);
/** Never from a client that follows the draft. */
const keyWithTabs = keyWith(fc.oneof(fc.constantFrom("\t", "\xa0"), inserted), 0);
const keyThatDoesNotFit = keyWith(inserted, 0, 2 ** 32);
const keyThatDoesNotDivide = keyWith(inserted, 1);

const byte = fc.integer({ min: 0, max: 255 });
const awkwardByte = fc.oneof(byte, fc.constantFrom(0x00, 0x0a, 0x0d, 0x20, 0x3f, 0xc3, 0xa9, 0xe2));
const key3 = fc
  .array(awkwardByte, { minLength: 8, maxLength: 8 })
  .map((bytes) => Buffer.from(bytes));

function pair(one: fc.Arbitrary<string>): fc.Arbitrary<Keys> {
  return fc.record({ key1: one, key2: one, key3 });
}

export const keys: fc.Arbitrary<Keys> = pair(key);
export const keysWithTabs: fc.Arbitrary<Keys> = pair(keyWithTabs);
export const keysThatDoNotFit: fc.Arbitrary<Keys> = pair(keyThatDoesNotFit);
export const keysThatDoNotDivide: fc.Arbitrary<Keys> = pair(keyThatDoesNotDivide);

export function requestWith({ key1, key2, key3 }: Keys): Uint8Array {
  const head = [
    "GET /demo HTTP/1.1",
    "Upgrade: WebSocket",
    "Connection: Upgrade",
    "Host: example.com",
    "Origin: http://example.com",
    `Sec-WebSocket-Key2: ${key2}`,
    `Sec-WebSocket-Key1: ${key1}`,
  ];
  return new Uint8Array(
    Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1"), key3]),
  );
}

/** hybi-00 §1.2. */
export const EXAMPLE: Keys = {
  key1: "4 @1  46546xW%0l 1 5",
  key2: "12998 5 Y3 1  .P00",
  key3: Buffer.from("^n:ds[4U", "latin1"),
};

import { concat } from "../bytes/ascii.ts";
import { invalidUtf8At } from "../bytes/utf8.ts";

/** Whether bytes that are no UTF-8 are the beginning of some character, so that more bytes could make them one. */
export function beginsCharacter(bytes: Uint8Array): boolean {
  return (
    bytes.length < 4 &&
    [0x80, 0x90, 0xa0].some((next) => {
      const longer = concat(bytes, Uint8Array.of(next, 0x80, 0x80));
      return invalidUtf8At(longer) !== 0;
    })
  );
}

/**
 * The client's keys, hybi-00 §4.1 steps 16–26: a number that
 * only a server that reads this draft will find in them again.
 */

/** A whole number from 0 to `max`, each as likely. */
export type Random = (max: number) => number;

export interface Key {
  readonly spaces: number;
  readonly max: number;
  readonly number: number;
  readonly product: number;
  readonly key: string;
}

/** Steps 16–22, for one of the two keys. */
export function makeKey(random: Random): Key {
  const spaces = 1 + random(11);
  const max = Math.floor(4_294_967_295 / spaces);
  const number = random(max);
  const product = number * spaces;
  const digits = product.toString();
  const noise = insertCharacters(digits, random);
  const key = insertSpaces(noise, spaces, random);
  return { spaces, max, number, product, key };
}

/** Step 21. One to twelve, at any place. */
export function insertCharacters(
  key: string,
  random: Random,
): string {
  let noise = key;
  for (let count = 1 + random(11); count > 0; count--) {
    const at = random(noise.length);
    noise = insert(noise, randomCharacter(random), at);
  }
  return noise;
}

/** U+0021 to U+002F, U+003A to U+007E: no digit, no space. */
function randomCharacter(random: Random): string {
  const code = 0x21 + random(14 + 69);
  return String.fromCharCode(code <= 0x2f ? code : code + 10);
}

/** Step 22. At any place but the start and the end. */
export function insertSpaces(
  key: string,
  spaces: number,
  random: Random,
): string {
  let spaced = key;
  for (let count = spaces; count > 0; count--) {
    const at = 1 + random(spaced.length - 2);
    spaced = insert(spaced, " ", at);
  }
  return spaced;
}

function insert(text: string, piece: string, at: number) {
  return text.slice(0, at) + piece + text.slice(at);
}

/** Step 26. Eight bytes, any eight. */
export function makeKey3(random: Random): Uint8Array {
  return Uint8Array.from({ length: 8 }, () => random(255));
}

/**
 * Chance for keys that are only looked at: the same every time (mulberry32), so that a column stays as it is while somebody types in
 * the request. Never for keys that are sent.
 */
export function sameChance(): (count: number) => Uint8Array {
  let state = 0x6455;
  const byte = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) >>> 24;
  };
  return (count) => Uint8Array.from({ length: count }, byte);
}

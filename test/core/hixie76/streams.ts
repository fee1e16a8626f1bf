import fc from "fast-check";

/** Bytes as frames have them: more of 00, 80 and FF than chance would give, and lengths that are short. */
export const stream = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(0x00, 0xff, 0x80, 0x81, 0x05, 0x61) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 255 }) },
    ),
    { maxLength: 200 },
  )
  .map((numbers) => Uint8Array.from(numbers));

/** The same bytes, cut anywhere. */
export const pieces = fc
  .tuple(stream, fc.array(fc.nat({ max: 200 }), { maxLength: 8 }))
  .map(([bytes, cuts]) => {
    const at = [0, ...cuts, bytes.length].map((cut) => Math.min(cut, bytes.length));
    at.sort((a, b) => a - b);
    return {
      bytes,
      parts: at.slice(1).map((end, i) => bytes.subarray(at[i], end)),
    };
  });

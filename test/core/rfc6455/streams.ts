import fc from "fast-check";

/** Bytes as frames have them: known opcodes, short lengths, masks, and now and then anything. */
export const stream = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ...[0x81, 0x82, 0x01, 0x80, 0x00, 0x88, 0x89, 0x8a, 0x85, 0x02, 0x03, 0x7e, 0xfe, 0x61],
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom(0x7f, 0xff, 0xc1, 0xe9, 0x08) },
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
    return { bytes, parts: at.slice(1).map((end, i) => bytes.subarray(at[i], end)) };
  });

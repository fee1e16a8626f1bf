import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPaste } from "../../../src/core/input/read-paste.ts";
import { EXAMPLES } from "../../../src/ui/examples/examples.ts";
import { firstReading } from "../../../src/ui/request/first-reading.ts";

/** What counts of a reading: the words of a loss may differ, and a value that looks redacted is for the readers to notice. */
function gist(conversation: ReturnType<typeof firstReading> | undefined): unknown {
  if (!conversation) return null;
  const { request, format, lost } = conversation;
  const losses = lost.map(({ what }) => what).filter((what) => what !== "redacted");
  return { request, format, losses };
}

describe("the first reading", () => {
  it("reads the draft's example", () => {
    expect(firstReading(EXAMPLES[0]?.input.request as string)).not.toBeNull();
  });

  it("is what the readers will say of any plain request", () => {
    const field = fc
      .tuple(
        fc.stringMatching(/^X-[A-Za-z]{1,8}$/),
        fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/),
      )
      .map(([name, value]) => `${name}: ${value}`);
    fc.assert(
      fc.property(
        fc.array(field, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        (fields, end, keyed) => {
          const keys = keyed ? ["Sec-WebSocket-Key1: a 4 2", "Sec-WebSocket-Key2: b1  0"] : [];
          const text = ["GET / HTTP/1.1", ...fields, ...keys, "", ""].join(end);
          const first = firstReading(text);
          fc.pre(first !== null);
          expect(gist(first)).toEqual(gist(readPaste(text)[0]));
        },
      ),
    );
  });

  it("leaves everything else to the readers", () => {
    for (const text of [
      "",
      "hello",
      "GET / HTTP/1.1",
      "GET / HTTP/1.1\n\n",
      "GET / HTTP/1.1\r\nA: b\n\n",
      "GET / HTTP/1.1\nA: é\n\n",
      "GET / HTTP/1.1\nA: b=7F\n\n",
    ]) {
      expect(firstReading(text)).toBeNull();
    }
  });
});

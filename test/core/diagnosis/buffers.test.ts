/** Node's Buffers are arrays of bytes too, though some of their methods share what those of arrays copy. */
import { expect, test } from "vitest";
import { analyse } from "../../../src/core/analyse.ts";
import * as chromium from "../clients/chromium-recordings.ts";
import * as webkit from "../clients/recordings.ts";

const SOME = [...chromium.GIVEN, ...chromium.OWN, ...webkit.OWN].filter(
  ({ id, response }) => response.length < 5000 && /folded|-cr\b|wrong/.test(id),
);

test("a conversation in Buffers has the same report, and stays as it is", () => {
  for (const { id, request, response } of SOME) {
    const told = { format: "", exact: true, lost: [] };
    const arrays = analyse({ request, response, ...told });
    const buffers = [request, response].map((bytes) => Buffer.from(bytes)) as [Buffer, Buffer];
    const report = analyse({ request: buffers[0], response: buffers[1], ...told });
    expect([id, ...buffers.map((one) => one.toString("hex"))]).toEqual([
      id,
      ...[request, response].map((one) => Buffer.from(one).toString("hex")),
    ]);
    const { findings, suspects, clients, verdict } = arrays;
    expect(report).toMatchObject({ findings, suspects, clients, verdict });
  }
});

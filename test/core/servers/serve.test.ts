import fc from "fast-check";
import { expect, test } from "vitest";
import { concat } from "../../../src/core/bytes/ascii.ts";
import { serve } from "../../../src/core/servers/serve.ts";
import { HIXIE_76, KEY3, request } from "./requests.ts";

test("asks four servers, which agree about a good request", () => {
  expect(serve(request()).map(({ server, accepts }) => [server, accepts])).toEqual([
    ["ws-8", true],
    ["websocket-driver-0.8", true],
    ["websocket-driver-0.8-drafts", true],
    ["websocket-1", true],
  ]);
});

test("shows who still answers hixie-76", () => {
  expect(serve(concat(HIXIE_76, KEY3)).map(({ status }) => status)).toEqual([400, null, 101, 400]);
});

test("throws at nothing, and says why", () => {
  const piece = fc.constantFrom(
    "GET ",
    "/",
    " HTTP/1.1",
    "\r\n",
    "Host:",
    "Upgrade: websocket",
    "\xff",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.array(piece).map((all) => concat(...all)),
      ),
      (bytes) => {
        for (const { accepts, status, response, rule, next } of serve(bytes)) {
          expect(rule).toMatch(/^[A-Zw].*\.$/);
          expect(response.length > 0).toBe(status !== null);
          expect(accepts).toBe(next === "frames");
        }
      },
    ),
  );
});

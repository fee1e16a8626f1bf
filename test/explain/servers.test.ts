import { expect, test } from "vitest";
import { serve } from "../../src/core/servers/serve.ts";
import { afterwards, SERVERS } from "../../src/explain/servers.ts";

test("has words for every server, in their order", () => {
  const answers = serve(new Uint8Array(0));
  expect(Object.keys(SERVERS)).toEqual(answers.map(({ server }) => server));
});

test("says what becomes of the connection", () => {
  expect(serve(new Uint8Array(0)).map(afterwards)).toEqual(
    Array(4).fill("It waits for more bytes."),
  );
});

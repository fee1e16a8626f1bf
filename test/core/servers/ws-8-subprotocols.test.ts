import { describe, expect, test } from "vitest";
import { readSubprotocols } from "../../../src/core/servers/ws-8-subprotocols.ts";

/** All of them seen at ws 8.23.0. */
describe("subprotocols", () => {
  test.each([
    ["chat", ["chat"]],
    ["a ,\tb,c", ["a", "b", "c"]],
    ["Chat, chat", ["Chat", "chat"]],
    ["__proto__", ["__proto__"]],
  ])("are read from %j", (value, names) => {
    expect(readSubprotocols(value)).toEqual(names);
  });

  test.each(["", ",a", "a,", "a,,b", "a b", "a, a", '"a"', "a;b", "\xe9"])(
    "are refused in %j",
    (value) => {
      expect(readSubprotocols(value)).toBe(null);
    },
  );
});

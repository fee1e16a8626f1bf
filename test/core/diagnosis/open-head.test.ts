/** Requests that stop before their head does: what is missing may be in the rest. */
import { describe, expect, test } from "vitest";
import { draftRequest } from "../../../src/core/diagnosis/example.ts";
import { rfcRequest } from "../../../src/core/diagnosis/rfc-example.ts";
import { found } from "./found.ts";

describe("of a head that has no end, only that is certain", () => {
  test.each([
    ["before the key", rfcRequest((text) => text.slice(0, text.indexOf("Sec-")))],
    ["within the key", rfcRequest((text) => text.slice(0, text.indexOf("bXBs")))],
    ["before Upgrade", rfcRequest((text) => text.slice(0, text.indexOf("Upgrade")))],
    ["before Key 2", draftRequest((text) => text.slice(0, text.indexOf("Sec-WebSocket-Key2")))],
    ["within Key 1", draftRequest((text) => text.slice(0, text.indexOf("%0l")))],
  ])("cut %s", (_, conversation) => {
    const errors = found(conversation).filter(({ level }) => level === "error");
    expect(errors.map(({ code }) => code)).toEqual(["head-not-terminated"]);
  });
});

describe("request-split-or-too-large", () => {
  test.each([
    [
      "many cookies",
      rfcRequest((text) => text.replace("Origin:", `Cookie: a=${"0".repeat(1000)}\r\nOrigin:`)),
      "info",
    ],
    [
      "a full buffer before the key",
      rfcRequest((text) => text.slice(0, 100).padEnd(512, "0")),
      "warning",
    ],
    [
      "a full buffer behind the key",
      rfcRequest((text) => text.replace(/\r\n$/, "Cookie: a=").padEnd(512, "0")),
      "warning",
    ],
    ["a line that is cut", rfcRequest((text) => text.slice(0, -10)), "warning"],
    ["a line of hixie-76 that is cut", draftRequest((text) => text.slice(0, 190)), "warning"],
    ["an empty line that is missing", rfcRequest((text) => text.slice(0, -2)), null],
    ["nothing unusual", rfcRequest(), null],
  ] as const)("%s", (_, conversation, level) => {
    expect(found(conversation, "request-split-or-too-large")[0]?.level ?? null).toBe(level);
  });
});

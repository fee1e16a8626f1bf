import { describe, expect, test } from "vitest";
import { pasted } from "../../../../src/core/diagnosis/example.ts";
import { rfcExchange, rfcRequest } from "../../../../src/core/diagnosis/rfc-example.ts";
import { found, marks } from "../found.ts";

describe("subprotocols", () => {
  const named = (value: string, offer = "chat, superchat") =>
    rfcExchange(
      (text) => text.replace("Protocol: chat", `Protocol: ${value}`),
      (text) => text.replace("chat, superchat", offer),
    );

  test("every one that was not offered is marked", () => {
    expect(marks(named("CHAT, chat, /chat"), "subprotocol-not-offered")).toEqual(["CHAT", "/chat"]);
    expect(marks(named("CHAT, chat, /chat"), "subprotocol-several")).toEqual(["chat", "/chat"]);
  });

  test("letter case is told apart from another name", () => {
    expect(found(named("CHAT"), "subprotocol-not-offered")[0]?.title).toMatch(/letter case/);
    expect(found(named("other"), "subprotocol-not-offered")[0]?.title).toMatch(/not offered/);
    expect(found(named(""), "subprotocol-not-offered")[0]?.title).toMatch(/names nothing/);
  });

  test("one that comes without any offer is an error", () => {
    const unasked = rfcExchange(undefined, (text) => text.replace(/Sec-WebSocket-Pro.*\r\n/, ""));
    expect(found(unasked, "subprotocol-not-offered")[0]).toMatchObject({ level: "error" });
  });

  const without = (ask?: (text: string) => string) =>
    rfcExchange((text) => text.replace(/Sec-WebSocket-Protocol: .*\r\n/, ""), ask);

  test("none at all is an error for a browser, and a warning for others", () => {
    expect(found(without(), "subprotocol-not-echoed")[0]).toMatchObject({
      level: "error",
      span: null,
    });
    const noBrowser = without((text) => text.replace(/Origin: .*\r\n/, ""));
    expect(found(noBrowser, "subprotocol-not-echoed")[0]?.level).toBe("warning");
    const hybi = without((text) => text.replace("Version: 13", "Version: 8"));
    expect(found(hybi, "subprotocol-not-echoed")[0]?.level).toBe("warning");
  });

  test("a paste that lost lines excuses it, and says so", () => {
    const lossy = pasted(without(), "cut", "Lines are missing.", "response");
    const [finding] = found(lossy, "subprotocol-not-echoed");
    expect(finding).toMatchObject({ level: "warning" });
    expect(finding?.why).toContain("Lines are missing.");
  });

  test("says which of the offers was taken", () => {
    expect(found(named("superchat"), "subprotocol-agreed")[0]?.why).toContain("number 2 of 2");
    expect(found(named("chat", "chat"), "subprotocol-agreed")[0]?.why).toContain("the one that");
  });

  test.each<[string, string, string, string[]]>([
    ["twice", "chat, x, chat", "subprotocol-repeated", ["chat"]],
    ["with a space", "chat room, x", "subprotocol-invalid", ["chat room"]],
    ["a URL", "http://a/b", "subprotocol-invalid", ["http://a/b"]],
    ["nothing", "", "subprotocol-invalid", [""]],
    ["nothing but a comma", ",", "subprotocol-invalid", []],
    ["as it should be", "v1.chat, x", "subprotocol-invalid", []],
  ])("an offer: %s", (_, offer, code, expected) => {
    const request = rfcRequest((text) => text.replace("chat, superchat", offer));
    expect(marks(request, code)).toEqual(expected);
  });
});

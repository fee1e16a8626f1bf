import { describe, expect, test } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { answer as answer75 } from "../../../src/core/hixie75/handshake.ts";
import { answer as answer76 } from "../../../src/core/hixie76/handshake.ts";
import { answerAsWebsocketDriver08 } from "../../../src/core/servers/websocket-driver-08.ts";
import { HIXIE_75, HIXIE_76, KEY3 } from "./requests.ts";

function answer(text: string): ReturnType<typeof answerAsWebsocketDriver08> {
  return answerAsWebsocketDriver08(latin1(text), { allowDrafts: true });
}

describe("hixie-76", () => {
  test("is answered as its draft has it", () => {
    const { response, accepts, behind } = answer(HIXIE_76 + KEY3);
    const expected = answer76(
      concat(HIXIE_76.replace("Sec-WebSocket-Protocol: sample\r\n", ""), KEY3),
    );
    expect([fromLatin1(response), accepts, behind]).toEqual([fromLatin1(expected), true, null]);
  });

  test("gets the head alone while its eight bytes have not come", () => {
    const { response, ...rest } = answer(`${HIXIE_76}1234567`);
    expect(rest).toMatchObject({ accepts: false, status: 101, next: "waits" });
    expect(fromLatin1(response)).toMatch(/Location: ws:\/\/example.com\/demo\r\n\r\n$/);
  });

  test("has frames behind its eight bytes", () => {
    const text = `${HIXIE_76 + KEY3}\0hi\xff`;
    expect(answer(text).behind).toEqual([text.length - 4, text.length]);
  });

  test("loses its eight bytes to a Content-Length", () => {
    const text = HIXIE_76.replace("\r\n", "\r\nContent-Length: 8\r\n") + KEY3;
    expect(answer(text)).toMatchObject({ next: "waits" });
  });

  test.each([
    ["zero", "0 0"],
    ["no number", "a b"],
    ["no spaces", "123"],
    ["a remainder", "1 2 3"],
    ["too large a number", "99999999999 9"],
  ])("with %s is refused", (_, key) => {
    expect(answer(HIXIE_76.replace("12998 5 Y3 1  .P00", key) + KEY3)).toMatchObject({
      status: 400,
      message: "Client sent invalid Sec-WebSocket-Key headers",
      next: "closes",
    });
  });

  test.each(["Sec-WebSocket-Key1", "Sec-WebSocket-Key2"])("without %s is refused", (name) => {
    const text = HIXIE_76.replace(new RegExp(`${name}.*\r\n`), "");
    expect(answer(text + KEY3)).toMatchObject({ message: `Missing required header: ${name}` });
  });

  test("is located behind TLS when a proxy says so, and nowhere without Host", () => {
    const location = (text: string) =>
      /Location: (.*)\r/.exec(fromLatin1(answer(text).response))?.[1];
    const lines = HIXIE_76.replace("Host: example.com\r\n", "X-Forwarded-Proto: https\r\n");
    expect(location(lines + KEY3)).toBe("wss://undefined/demo");
  });
});

describe("hixie-75", () => {
  test("is answered as its draft has it", () => {
    const { response, accepts } = answer(HIXIE_75);
    expect([fromLatin1(response), accepts]).toEqual([fromLatin1(answer75(latin1(HIXIE_75))), true]);
  });

  test("needs no Origin", () => {
    const { response } = answer(HIXIE_75.replace("Origin: http://example.com\r\n", ""));
    expect(fromLatin1(response)).not.toContain("Origin");
  });

  test("is not answered behind a frame that is too long", () => {
    expect(answer(`${HIXIE_75}\x80\xff\xff\xff\xff\x7f`)).toMatchObject({
      status: null,
      next: "closes",
    });
  });

  test("is what a request for no WebSocket is taken for, and refused as such", () => {
    expect(answer("GET / HTTP/1.1\r\n\r\n")).toMatchObject({ message: "Not a WebSocket request" });
  });
});

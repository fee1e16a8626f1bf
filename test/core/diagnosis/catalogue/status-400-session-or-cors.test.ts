import { describe, expect, test } from "vitest";
import { rfcExchange } from "../../../../src/core/diagnosis/rfc-example.ts";
import { found } from "../found.ts";

describe("Socket.IO", () => {
  const refused = (content: string, status = "400 Bad Request") =>
    rfcExchange(
      () => `HTTP/1.1 ${status}\r\n\r\n${content}`,
      (text) => text.replace("/chat", "/socket.io/?EIO=4&transport=websocket&sid=a"),
    );

  test("says what its answer says, and warns where that says nothing", () => {
    const code = "status-400-session-or-cors";
    const [known] = found(refused('{"code":5,"message":"Unsupported protocol version"}'), code);
    expect(known).toMatchObject({ level: "error" });
    expect(known?.fix).toContain("allowEIO3");
    expect(found(refused(""), code)[0]).toMatchObject({ level: "warning" });
    expect(found(refused("", "404 Not Found"), code)).toEqual([]);
  });
});

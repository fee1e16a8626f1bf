import { describe, expect, test } from "vitest";
import {
  type DriverRequest,
  readRequest,
} from "../../../src/core/servers/websocket-driver-08-head.ts";
import { notWebSocket } from "../../../src/core/servers/websocket-driver-08-refuse.ts";
import { type Change, request } from "./requests.ts";

/** All of them seen at websocket-driver 0.8.0. */
describe("a WebSocket request", () => {
  test.each<[Change, string, boolean]>([
    [{}, "GET", true],
    [{ Upgrade: "Upgrade: WEBSOCKET" }, "GET", true],
    [{ Connection: "Connection: a , upgrade" }, "GET", true],
    [{ Connection: "Connection: a\r\nConnection: Upgrade" }, "GET", true],
    [{ Upgrade: "Upgrade: h2c" }, "GET", false],
    [{ Connection: "Connection: Upgrade;x" }, "GET", false],
    [{}, "POST", false],
    [{}, "get", false],
  ])("with %j and %s is one: %s", (change, method, isOne) => {
    const read = readRequest(request(change, { line: `${method} / HTTP/1.1` }));
    expect(notWebSocket(read as DriverRequest) === null).toBe(isOne);
  });
});

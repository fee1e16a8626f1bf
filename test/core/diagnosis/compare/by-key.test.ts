/** Upgrade, Connection and the name of Origin as the versions from hybi-04 on have them; and no bytes that make a diagnosis throw. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diagnose } from "../../../../src/core/diagnosis/diagnose.ts";
import { rfcExchange, rfcRequest } from "../../../../src/core/diagnosis/rfc-example.ts";
import { found, marks } from "../found.ts";

describe("Upgrade and Connection of a 101 are lists", () => {
  const answer = (fields: string) =>
    rfcExchange((text) => text.replace("Upgrade: websocket\r\nConnection: Upgrade\r\n", fields));

  test.each<[string, string, string[]]>([
    ["as in the RFC", "Upgrade: websocket\r\nConnection: Upgrade\r\n", []],
    ["in another case", "UPGRADE: WebSocket\r\nconnection: upgrade\r\n", []],
    ["keep-alive beside it", "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n", []],
    [
      "over two fields",
      "Upgrade: websocket\r\nConnection: keep-alive\r\nConnection: Upgrade\r\n",
      [],
    ],
    ["with a blank before the colon", "Upgrade : websocket\r\nConnection\t: Upgrade\r\n", []],
    ["folded", "Upgrade:\r\n websocket\r\nConnection: a,\r\n\tUpgrade\r\n", []],
    ["no Upgrade", "Connection: Upgrade\r\n", ["upgrade-not-websocket"]],
    ["h2c too", "Upgrade: websocket, h2c\r\nConnection: Upgrade\r\n", ["upgrade-not-websocket"]],
    [
      "Upgrade twice",
      "Upgrade: websocket\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n",
      ["upgrade-not-websocket"],
    ],
    ["close", "Upgrade: websocket\r\nConnection: close\r\n", ["connection-not-upgrade"]],
    ["in quotes", 'Upgrade: websocket\r\nConnection: "a, Upgrade"\r\n', ["connection-not-upgrade"]],
  ])("%s", (_, fields, expected) => {
    const errors = found(answer(fields)).filter(({ level }) => level === "error");
    expect(errors.map(({ code }) => code)).toEqual(expected);
  });

  test.each([
    ["behind the first", "Upgrade: websocket\rConnection: Upgrade\r\n", []],
    ["twice", "Upgrade: websocket\r\rConnection: Upgrade\r\n", []],
    ["beside CRLF", "\rUpgrade: websocket\r\r\nConnection: Upgrade\r\n", []],
    ["before a blank", "Upgrade: websocket\rConnection: a,\r Upgrade\r\n", []],
    ["in a value", "Upgrade: web\rsocket\r\nConnection: Upgrade\r\n", ["upgrade-not-websocket"]],
    ["in a name", "Upgrade: websocket\r\nConn\rection: Upgrade\r\n", ["connection-not-upgrade"]],
  ])("a CR of its own ends a line: %s", (_, fields, expected) => {
    const errors = found(answer(fields)).filter(({ level }) => level === "error");
    expect(errors.map(({ code }) => code)).toEqual(expected);
  });

  test.each(["HTTP/1.1  101 x", "HTTP/1.1 0101 x", "HTTP/1.1 101\tx"])(
    "they are judged behind %j, in which browsers read 101",
    (line) => {
      const wrong = rfcExchange((text) =>
        text.replace(/^.*\r\n/, `${line}\r\n`).replace("websocket", "h2c"),
      );
      const errors = found(wrong).filter(({ level }) => level === "error");
      expect(errors.map(({ code }) => code)).toEqual(["upgrade-not-websocket"]);
    },
  );

  test("a request that names another protocol is told where", () => {
    const request = rfcRequest((text) => text.replace("Upgrade: websocket", "Upgrade: h2c, TLS/1"));
    expect(marks(request, "upgrade-not-websocket")).toEqual(["h2c"]);
  });
});

describe("the page's origin by version", () => {
  const request = (version: string, name: string) =>
    rfcRequest((text) => text.replace("13", version).replace("Origin:", `${name}:`));

  test.each([
    ["13", "Origin", null],
    ["13", "Sec-WebSocket-Origin", "warning"],
    ["8", "Sec-WebSocket-Origin", null],
    ["8", "Origin", "info"],
    ["7", "Origin", "warning"],
  ])("version %s with %s: %s", (version, name, level) => {
    const [finding] = found(request(version, name), "origin-header-name-by-draft");
    expect(finding?.level ?? null).toBe(level);
  });

  test("both names are fine", () => {
    const both = rfcRequest((text) =>
      text.replace("Origin:", "Sec-WebSocket-Origin: http://example.com\r\nOrigin:"),
    );
    expect(found(both, "origin-header-name-by-draft")).toEqual([]);
  });
});

test("no answer and no frames make it throw", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...["Sec-WebSocket-Extensions: ", "Sec-WebSocket-Protocol: ", "permessage-deflate", "; "],
      ...["\r\n", "\r\n ", ",", "=", '"', "\\", "Upgrade: websocket", "Connection: Upgrade", ":"],
      ...["\x81\x85", "\x00", "\xff", ":status: 200", "HTTP/2 200 "],
    ),
    fc.string({ maxLength: 3, unit: "binary-ascii" }),
  );
  const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, text, text, (fields, behind, ask) => {
      diagnose(
        rfcExchange((answer) => answer.replace("\r\n\r\n", `\r\n${fields}\r\n\r\n${behind}`)),
      );
      diagnose(
        rfcExchange(undefined, (request) => request.replace("\r\n\r\n", `\r\n${ask}\r\n\r\n`)),
      );
      diagnose(
        rfcExchange(
          () => fields,
          () => ask,
        ),
      );
    }),
    { numRuns: 300 },
  );
});

import { describe, expect, test } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../../src/core/bytes/ascii.ts";
import { pasted } from "../../../../src/core/diagnosis/example.ts";
import {
  extensionExchange,
  framesExchange,
  rfcExchange,
} from "../../../../src/core/diagnosis/rfc-example.ts";
import { codes, found } from "../found.ts";

const DEFLATE = "permessage-deflate; client_max_window_bits";

describe("frames behind the handshake", () => {
  const HELLO = "\x81\x05Hello";
  const MASKED = "\x81\x82\x01\x02\x03\x04ik";
  const COMPRESSED = "\xc1\x07\xf2H\xcd\xc9\xc9\x07\x00";

  test.each<[string, Parameters<typeof framesExchange>[0], string[]]>([
    ["right", { server: HELLO, client: MASKED }, []],
    ["masked by the server", { server: MASKED }, ["masked-server-frame"]],
    ["unmasked by the client", { client: HELLO }, ["unmasked-client-frame"]],
    ["compressed", { server: COMPRESSED }, ["rsv1-without-deflate"]],
    ["hixie-76", { server: "\x00hi\xff" }, ["hixie-frames-after-rfc6455"]],
    ["raw text", { server: "hello" }, ["hixie-frames-after-rfc6455"]],
    [
      "text whose letters look like frames",
      { server: "HTTP/1.1 200 OK" },
      ["hixie-frames-after-rfc6455"],
    ],
    ["a line end", { server: `\r\n${HELLO}` }, ["crlf-after-head"]],
    ["TLS", { client: "\x17\x03\x03\x00\x05abcde" }, ["tls-bytes-as-frames"]],
    ["RSV2", { server: "\xa1\x02hi" }, ["frames-malformed"]],
    ["a close of one byte", { server: "\x88\x01\x03" }, ["frames-malformed"]],
    ["a length that is too long", { server: "\x81\x7e\x00\x02hi" }, ["frames-malformed"]],
    ["the start of a frame", { server: "\x81\x05He" }, []],
    ["the start of a masked one", { server: "\x81\x85\x01\x02" }, ["masked-server-frame"]],
  ])("%s", (_, frames, expected) => {
    const findings = found(framesExchange(frames)).filter(({ level }) => level === "error");
    expect(findings.map(({ code }) => code)).toEqual(expected);
    for (const finding of findings) expect(finding.in).toBe("frames");
  });

  test("may be compressed when that was agreed on, and when the extension is not known", () => {
    for (const [offer, answer] of [
      [DEFLATE, "permessage-deflate"],
      ["x-foo", "x-foo"],
    ] as const) {
      const exchange = { ...extensionExchange(offer, answer), serverBytes: latin1(COMPRESSED) };
      expect(codes(exchange)).toEqual([]);
    }
  });

  test("count as the server's when they stand in one piece with the head", () => {
    const exchange = rfcExchange();
    const response = concat(exchange.response ?? "", MASKED);
    expect(codes({ ...exchange, response })).toEqual(["masked-server-frame"]);
  });

  test("say who sent them, and whether the paste is at fault", () => {
    const lossy = pasted(
      framesExchange({ server: MASKED }),
      "charset",
      "Bytes were guessed.",
      "serverBytes",
    );
    const [finding] = found(lossy, "masked-server-frame");
    expect(finding?.level).toBe("warning");
    expect(finding?.why).toMatch(/what the server sends.*Bytes were guessed/s);
  });

  test("are no news behind a handshake that failed, and those of hybi-06 are not read", () => {
    const refused = framesExchange({ server: MASKED }, () => "HTTP/1.1 403 Forbidden\r\n\r\n");
    expect(codes(refused)).not.toContain("masked-server-frame");
    const { request, ...rest } = framesExchange({ server: MASKED });
    const older = latin1(fromLatin1(request ?? latin1("")).replace("Version: 13", "Version: 6"));
    expect(codes({ ...rest, request: older })).not.toContain("masked-server-frame");
  });

  test("that come first from the server can get lost", () => {
    expect(found(framesExchange({ server: HELLO }), "first-frame-lost")).toHaveLength(1);
    const after = framesExchange({ server: HELLO, client: MASKED });
    expect(found(after, "first-frame-lost")).toEqual([]);
  });
});

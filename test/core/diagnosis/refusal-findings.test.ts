import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../../src/core/analyse.ts";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { refusalFindings } from "../../../src/core/diagnosis/refusal-findings.ts";

const report = (response: Uint8Array) =>
  analyse({ response, format: "bytes", exact: true, lost: [] });

const said = (head: string, content = "") =>
  report(latin1(`${head}\r\nConnection: close\r\n\r\n${content}`)).findings.filter(({ title }) =>
    title.startsWith("The answer says"),
  );

describe("a refusal is explained by its own words", () => {
  test.each([
    [
      "in the content",
      "HTTP/1.1 400 Bad Request",
      "Bad Request\nwebsocket: the client is not using the websocket protocol: 'upgrade' token not found in 'Connection' header",
      "proxy-stripped-upgrade",
    ],
    [
      "without a reason phrase",
      "HTTP/1.1 400 ",
      'Can "Upgrade" only to "WebSocket".',
      "proxy-stripped-upgrade",
    ],
    [
      "in a page",
      "HTTP/1.1 503 Service Unavailable",
      "<p>WebSocket request made to a site where WebSockets are disabled.</p>",
      "status-5xx",
    ],
    [
      "in JSON",
      "HTTP/1.1 403 Forbidden",
      '{"message": "Missing Authentication Token"}',
      "status-404",
    ],
    [
      "in the reason phrase",
      "HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported",
      "",
      "subprotocol-mismatch",
    ],
    [
      "in a field",
      "HTTP/1.1 400 Bad Request\r\nX-WebSocket-Reject-Reason: Client must provide a value for Sec-WebSocket-Key.",
      "",
      "key-missing",
    ],
  ])("%s", (_, head, content, code) => {
    const found = said(head, content).map((one) => one.code);
    const all = report(latin1(`${head}\r\n\r\n${content}`)).findings.map((one) => one.code);
    expect(all).toContain(code);
    expect(new Set(found).size).toBe(found.length);
  });

  test("where they stand, and blames nobody", () => {
    const response = latin1(
      "HTTP/1.1 400 Bad Request\r\nA: b\r\n\r\nMissing or invalid Sec-WebSocket-Key header",
    );
    const { findings } = report(response);
    const [first] = findings.filter(({ title }) => title.startsWith("The answer says"));
    expect(first).toMatchObject({ code: "key-missing", level: "info", in: "response" });
    expect(first?.title).toMatch(/: its likeliest cause$/);
    const [start, end] = first?.span ?? [0, 0];
    expect(fromLatin1(response.subarray(start, end))).toContain("Missing or invalid");
  });
});

test("what is known without them is not said twice", () => {
  const codes = report(
    latin1("HTTP/1.1 400 Bad Request\r\n\r\nThe plain HTTP request was sent to HTTPS port"),
  ).findings.map(({ code }) => code);
  expect(codes.filter((code) => code === "plain-to-tls-port")).toHaveLength(1);
});

test("no answer that opens is a refusal, nor is one without a status", () => {
  const words = "\r\n\r\nMissing or invalid Sec-WebSocket-Key header";
  for (const line of ["HTTP/1.1 101 Switching Protocols", "HTTP/1.1 x", ""])
    expect(said(line, words)).toEqual([]);
});

test("no bytes make it throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (response) => {
      refusalFindings({ response, format: "bytes", exact: true, lost: [] }, []);
      const refused = new Uint8Array([...latin1("HTTP/1.1 400 "), ...response]);
      refusalFindings({ response: refused, format: "bytes", exact: true, lost: [] }, []);
    }),
  );
});

/** Every generation of client with the answer of every kind of server. */
import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { draftExchange, draftRequest } from "../../../src/core/diagnosis/example.ts";
import { rfcExchange, rfcRequest } from "../../../src/core/diagnosis/rfc-example.ts";
import { found } from "./found.ts";

describe("generations that do not meet", () => {
  const ANSWERS: Readonly<Record<string, string>> = {
    "hixie-75":
      "HTTP/1.1 101 Web Socket Protocol Handshake\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nWebSocket-Origin: http://example.com\r\nWebSocket-Location: ws://example.com/demo\r\n\r\n",
    "hixie-76": fromLatin1(draftExchange().response ?? latin1("")),
    rfc6455: fromLatin1(rfcExchange().response ?? latin1("")),
  };
  const version = (number: string) => rfcRequest((text) => text.replace("13", number)).request;
  const REQUESTS: Readonly<Record<string, Uint8Array | undefined>> = {
    "hixie-75": draftRequest((text) =>
      text.replace(/Sec-WebSocket-Key\d: .*\r\n/g, "").slice(0, -8),
    ).request,
    "hixie-76": draftRequest().request,
    "hybi-01": draftRequest((text) => text.replace("Origin:", "Sec-WebSocket-Draft: 2\r\nOrigin:"))
      .request,
    "hybi-04": version("4"),
    "hybi-05": version("5"),
    "hybi-06": version("6"),
    "hybi-07": version("7"),
    "hybi-08": version("8"),
    rfc6455: version("13"),
  };

  const pairs = Object.keys(REQUESTS).flatMap((client) =>
    Object.keys(ANSWERS).map((server) => [client, server] as const),
  );

  function expected(client: string, server: string): string | null {
    const isByKey = /^(rfc6455|hybi-0[4-8])$/.test(client);
    if (isByKey) return server === "rfc6455" ? null : "generation-mismatch-new-client";
    if (client === "hixie-75") return server === client ? null : "generation-mismatch-old-client";
    if (server === "hixie-75") return "hixie-75-answer";
    return server === "rfc6455" ? "generation-mismatch-old-client" : null;
  }

  test.each(pairs)("%s asks, %s answers", (client, server) => {
    const request = REQUESTS[client] as Uint8Array;
    const conversation = { ...rfcExchange(() => ANSWERS[server] as string), request };
    const mismatches = found(conversation).filter(({ code }) =>
      /^generation-mismatch|^hixie-75-answer/.test(code),
    );
    const code = expected(client, server);
    expect(mismatches.map((finding) => finding.code)).toEqual(code === null ? [] : [code]);
    for (const { level } of mismatches) expect(level).toBe("error");
  });

  test("what a request is of cites a text that has its handshake", () => {
    const section = (client: string) => {
      const request = REQUESTS[client] as Uint8Array;
      return found({ ...rfcRequest(), request }, "later-generation-request")[0]?.section;
    };
    expect(section("hybi-01")).toBe("hybi-00 §5.1");
    expect(section("rfc6455")).toBe("RFC 6455 §4.2.1");
  });

  test("a refusal that names later versions counts for draft 75 too", () => {
    const refusal = "HTTP/1.1 426 Upgrade Required\r\nSec-WebSocket-Version: 13\r\n\r\n";
    for (const client of ["hixie-75", "hixie-76", "hybi-01"]) {
      const request = REQUESTS[client] as Uint8Array;
      const conversation = { ...rfcExchange(() => refusal), request };
      expect(found(conversation, "generation-mismatch-old-client")).toHaveLength(1);
    }
  });
});

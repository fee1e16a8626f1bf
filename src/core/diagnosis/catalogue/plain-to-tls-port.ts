import { hex } from "../../bytes/hex.ts";
import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { complaintOfTls } from "../facts/tls-complaint.ts";
import { beginsWithHandshake } from "../facts/tls-records.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "plain-to-tls-port",
  level: "error",
  section: { hixie: "hybi-00 §3.1", byKey: "RFC 6455 §3" },
  detect: ({ conversation: { request, response: bytes } }) => {
    if (!bytes || beginsWithHandshake(request)) return NONE;
    if (bytes[0] === 0x15 && bytes[1] === 0x03) {
      const span: Span = [0, Math.min(7, bytes.length)];
      return [
        {
          in: "response" as const,
          span,
          seen: `${hex(bytes.subarray(...span), " ")}, a TLS alert`,
        },
      ];
    }
    const span = complaintOfTls(bytes);
    if (span === null) return NONE;
    return [{ in: "response" as const, span, seen: quote(bytes, span) }];
  },
  title: () => "A plain request came to a port that speaks TLS",
  why: ({ seen }) =>
    `The answer is ${seen}. The client opened a ws: URL, whose bytes go unencrypted, and the server waited for a TLS ClientHello.`,
  fix: () => "Open wss:// on that port, or ws:// on one without TLS (usually 80).",
});

export const example: Example = () => draftExchange(() => "\x15\x03\x01\x00\x02\x02\x16");

export const counterExample: Example = () => draftExchange();

import { concat } from "../../bytes/ascii.ts";
import { hex } from "../../bytes/hex.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { captured, draftRequest } from "../example.ts";
import { beginsWithHandshake, plainAlert } from "../facts/tls-records.ts";

export default defineFinding({
  code: "tls-to-plain-port",
  level: "error",
  section: { hixie: "hybi-00 §3.1", byKey: "RFC 6455 §3" },
  detect: ({ request, conversation }) => {
    if (request?.generation !== "unknown" || !isClientHello(request.bytes)) return NONE;
    // Then it speaks TLS there.
    const { response, clientBytes = "" } = conversation;
    if (beginsWithHandshake(response) || plainAlert(concat(request.bytes, clientBytes)))
      return NONE;
    const start = request.bytes.subarray(0, 5);
    return [{ in: "request" as const, span: [0, start.length] as const, start }];
  },
  title: () => "A TLS handshake came to a port that speaks plain text",
  why: ({ start }) =>
    `The first bytes are ${hex(start, " ")}: a TLS ClientHello. The client opened a wss: URL, but what listens here expects “GET ” as for ws:.`,
  fix: () =>
    "Open ws:// on this port, or put TLS in front of the server: a certificate in the server itself, or nginx, HAProxy or stunnel that ends TLS and passes the plain bytes on.",
});

/** A TLS record with a handshake in it, or the hello of SSL 2 that announced SSL 3 and later. */
function isClientHello(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first === 0x16) return second === 0x03 && third <= 0x04;
  return first >= 0x80 && third === 0x01 && fourth === 0x03;
}

export const example: Example = () =>
  captured("\x16\x03\x01\x00\xb3\x01\x00\x00\xaf\x03\x01Q\x0fZ3D");

export const counterExample: Example = () => draftRequest();

export const reports = [
  "https://github.com/novnc/noVNC/issues/14",
  "https://github.com/web-platform-tests/wpt/pull/59569",
  "https://github.com/aspnet/KestrelHttpServer/issues/1116",
  "https://github.com/mosano-eu/proxywrap/issues/10",
  "https://github.com/ahyatt/emacs-websocket/issues/66",
];

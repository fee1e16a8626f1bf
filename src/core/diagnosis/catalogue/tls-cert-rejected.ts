import { concat } from "../../bytes/ascii.ts";
import { hex } from "../../bytes/hex.ts";
import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, type Occurrence } from "../define/define-finding.ts";
import { captured } from "../example.ts";
import type { Facts } from "../facts/facts.ts";
import { ABOUT_CERTIFICATES, beginsWithHandshake, plainAlert } from "../facts/tls-records.ts";

interface Rejected extends Occurrence {
  readonly by: "client" | "server";
  readonly record: Uint8Array;
  readonly name: string;
}

export default defineFinding({
  code: "tls-cert-rejected",
  level: "error",
  section: "RFC 8446 §6.2; RFC 6455 §4.1",
  detect: ({ conversation }) => {
    const { request, response, clientBytes, serverBytes } = conversation;
    if (!beginsWithHandshake(request)) return [];
    const sent = concat(request ?? "", clientBytes ?? "");
    const came = concat(response ?? "", serverBytes ?? "");
    return [
      ...rejected("client", sent, request?.length ?? 0),
      ...rejected("server", came, response?.length ?? 0),
    ];
  },
  title: ({ by }) =>
    by === "client"
      ? "The client does not trust the server's certificate"
      : "The server wants a certificate that the client does not have",
  why: ({ by, record, name }) =>
    `${by === "client" ? "The client's" : "The server's"} TLS says ${hex(record, " ")}: the alert ${name}. The connection ends there, before a byte of HTTP. ${by === "client" ? "For a page a browser would ask its user; for a WebSocket it only fails, and the server sees an end of file." : "Browsers choose a client certificate once for a site, and not for a WebSocket."}`,
  fix: ({ by }) =>
    by === "client"
      ? `Send the whole chain, for the very name in the URL. To see what is sent:
    openssl s_client -connect example.com:443 -servername example.com
nginx wants the chain in one file:
    ssl_certificate fullchain.pem;
HAProxy: crt with chain and key. With a certificate of your own, open https:// with the same host and port once and accept it, or add its CA: NODE_EXTRA_CA_CERTS, SSL_CERT_FILE, Java's truststore, Windows' store for .NET.`
      : "Open a page of that host first, so that the browser has chosen its certificate; or do not ask for one on the WebSocket's path (nginx: ssl_verify_client optional).",
});

function rejected(by: Rejected["by"], bytes: Uint8Array, inMessage: number): Rejected[] {
  const alert = plainAlert(bytes);
  const name = alert && ABOUT_CERTIFICATES[alert.description];
  if (!alert || !name) return [];
  const record = bytes.subarray(...alert.span);
  const isBehind = alert.span[1] > inMessage;
  const span: Span | null = isBehind ? null : alert.span;
  const place: Facts["heads"][number]["in"] = by === "client" ? "request" : "response";
  return [{ in: place, span, by, record, name }];
}

export const example: Example = () =>
  captured("\x16\x03\x01\x00\x05\x01\x00\x00\x01\x03\x15\x03\x03\x00\x02\x02\x30");

export const counterExample: Example = () =>
  captured("\x16\x03\x01\x00\x05\x01\x00\x00\x01\x03\x15\x03\x03\x00\x02\x01\x00");

export const reports = [
  "https://github.com/novnc/noVNC/issues/86",
  "https://github.com/novnc/noVNC/issues/437",
];

export const notJudged = "Alerts of TLS 1.3, which are encrypted, and the certificate itself.";

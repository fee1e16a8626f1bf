import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, type Occurrence } from "../define/define-finding.ts";
import { captured, draftRequest } from "../example.ts";
import type { Facts } from "../facts/facts.ts";
import {
  asksByFields,
  beginsWithSettings,
  extendedConnect,
  http2Head,
  isPreface,
} from "../facts/http2-facts.ts";
import { quote } from "../words.ts";

interface OverHttp2 extends Occurrence {
  readonly kind: "upgrade" | "preface" | "answer" | "settings";
  readonly bytes: Uint8Array;
  readonly span: Span;
  readonly version: string;
  /** What HTTP/2 does not have, or what nobody can see from here. */
  readonly isCertain: boolean;
}

export default defineFinding({
  code: "http2-without-extended-connect",
  doubtedBy: ["start-line"],
  detect: (facts): readonly OverHttp2[] => {
    const request = inRequest(facts);
    return request ? [request] : inResponse(facts);
  },
  level: ({ isCertain }) => (isCertain ? "error" : "warning"),
  section: ({ kind }) =>
    kind === "preface" || kind === "settings" ? "RFC 9113 §3.4" : "RFC 8441 §5; RFC 9113 §8.6",
  title: ({ kind, version }) =>
    kind === "upgrade"
      ? `Upgrade is asked for over ${version}, which has no Upgrade`
      : kind === "preface"
        ? "The client begins with HTTP/2"
        : kind === "settings"
          ? "The server speaks HTTP/2 alone"
          : `The answer is one of ${version}, which has no 101`,
  why: ({ kind, bytes, span, version }) =>
    kind === "upgrade"
      ? `The request says ${quote(bytes, span)}, and has the fields of an HTTP/1.1 handshake. In ${version} Connection and Upgrade may not stand, and are dropped or refused: the server sees an ordinary GET. A WebSocket is asked for by “:method: CONNECT” with “:protocol: websocket”.`
      : kind === "preface"
        ? "The first bytes are the preface of HTTP/2; the request behind it is compressed, and is not looked at here. A server that expects “GET … HTTP/1.1” cannot read it."
        : kind === "settings"
          ? "The answer begins with a SETTINGS frame, as HTTP/2 connections do. It is no HTTP/1.1, so there is no status line and no 101 in it."
          : `The status line is ${quote(bytes, span)}. TLS agreed on ${version} for this connection, where 101 does not exist and Upgrade is not passed on; the request was read as one for a page.`,
  fix: () => `Open the WebSocket over HTTP/1.1: let its client offer nothing but http/1.1 in ALPN, as browsers do when the server does not announce Extended CONNECT.
    curl --http1.1 -i -N -H "Connection: Upgrade" -H "Upgrade: websocket" …
Or switch Extended CONNECT on. Envoy:
    http2_protocol_options: { allow_connect: true }
    upgrade_configs: [{ upgrade_type: websocket }]
Apache 2.4.58 and later:
    H2WebSockets on
HAProxy 2.4 and later has it; for clients that fail with it:
    h2-workaround-bogus-websocket-clients
nginx has none: leave http2 off for that server, or rely on HTTP/1.1 beside it. Node:
    http2.createSecureServer({ settings: { enableConnectProtocol: true } })
Go's net/http wants GODEBUG=http2xconnect=1, .NET's ClientWebSocket Options.HttpVersion.`,
});

function inRequest({ request }: Facts): OverHttp2 | null {
  if (!request || extendedConnect(request)) return null;
  const http2 = http2Head(request);
  if (!http2) return null;
  const { bytes } = request;
  const { span } = http2;
  const place = { in: "request", bytes, span } as const;
  if (isPreface(request)) {
    return { ...place, kind: "preface", version: "HTTP/2", isCertain: false };
  }
  if (!asksByFields(request)) return null;
  return { ...place, kind: "upgrade", version: nameOf(http2.version), isCertain: true };
}

function inResponse({ request, response }: Facts): readonly OverHttp2[] {
  if (!response || (request && extendedConnect(request))) return [];
  const { bytes, status } = response;
  if (beginsWithSettings(bytes)) {
    const span: Span = [0, 9];
    return [{ in: "response", bytes, span, kind: "settings", version: "HTTP/2", isCertain: true }];
  }
  const http2 = http2Head(response);
  if (!http2 || (request && !asksByFields(request) && !request.numberedKeys)) return [];
  // Whoever writes "HTTP/2 101" into HTTP/1.1 is understood by some.
  const isCertain = request !== null && status !== 101;
  const version = nameOf(http2.version);
  return [{ in: "response", bytes, span: http2.span, kind: "answer", version, isCertain }];
}

function nameOf(version: "2" | "3" | null): string {
  return version === null ? "HTTP/2" : `HTTP/${version}`;
}

export const example: Example = () =>
  captured(
    ":method: GET\r\n:scheme: https\r\n:authority: example.com\r\n:path: /chat\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n\r\n",
  );

export const counterExample: Example = () => draftRequest();

export const reports = [
  "https://github.com/nodejs/undici/pull/4919",
  "https://github.com/elixir-mint/mint_web_socket/issues/11",
  "https://github.com/haproxy/haproxy/issues/162",
  "https://github.com/vercel-labs/portless/pull/363",
  "https://github.com/ShadowsocksR-Live/overtls/pull/95",
  "https://github.com/whatwg/websockets/issues/70",
];

export const notJudged =
  "What stands in the compressed frames of HTTP/2 itself: only what a tool printed of them, and how a connection begins.";

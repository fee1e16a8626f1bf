/**
 * The server's side of the opening handshake of draft 75, §5.2:
 * it proves nothing, and says where it thinks the client is.
 */
import { concat, toLowerCase } from "../bytes/ascii.ts";
import { type Span, slice } from "../bytes/span.ts";
import { readHost } from "../http/host.ts";
import { type Request, readRequest } from "./request.ts";

/** The whole 101 response. Throws HandshakeError. */
export function answer(
  bytes: Uint8Array,
  { secure = false }: { readonly secure?: boolean } = {},
): Uint8Array {
  return responseHead(responseFields(readRequest(bytes), secure));
}

/** §3.2. The default port is left out. */
export function location({ bytes, host, resource }: Request, secure: boolean): Uint8Array {
  const { name = host, port = null } = readHost(bytes, host) ?? {};
  const isDefault = port === null || port === (secure ? 443 : 80);
  const portText: Span = [name[1], host[1]];
  return concat(
    secure ? "wss://" : "ws://",
    slice(bytes, name).map(toLowerCase),
    isDefault ? "" : slice(bytes, portText),
    slice(bytes, resource),
  );
}

export type ResponseField = readonly [name: string, value: string | Uint8Array];

/** §5.2. The first two have to be these, in this order. */
export function responseFields(request: Request, secure: boolean): readonly ResponseField[] {
  const { bytes, origin, subprotocol } = request;
  const fields: ResponseField[] = [
    ["Upgrade", "WebSocket"],
    ["Connection", "Upgrade"],
    ["WebSocket-Origin", slice(bytes, origin)],
    ["WebSocket-Location", location(request, secure)],
  ];
  if (subprotocol !== null) fields.push(["WebSocket-Protocol", slice(bytes, subprotocol)]);
  return fields;
}

/** §4.1, §5.2. Clients compare this line byte for byte. */
export const STATUS_LINE = "HTTP/1.1 101 Web Socket Protocol Handshake\r\n";

/** Frames may follow at once. */
export function responseHead(fields: readonly ResponseField[]): Uint8Array {
  return concat(
    STATUS_LINE,
    ...fields.flatMap(([name, value]) => [name, ": ", value, "\r\n"]),
    "\r\n",
  );
}

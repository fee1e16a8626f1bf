/**
 * The server's side of the opening handshake, hybi-00 §5.2:
 * two keys and eight bytes in, sixteen bytes out.
 */
import SparkMD5 from "spark-md5";
import {
  concat,
  fromLatin1,
  isDigit,
  latin1,
  lowerCase,
  SP,
  ZERO,
} from "../bytes/ascii.ts";
import { hexPair } from "../bytes/hex.ts";
import { slice } from "../bytes/span.ts";
import { HandshakeError } from "../handshake-error.ts";
import {
  portNumber,
  type RequestHead,
  readRequest,
  splitHost,
} from "./request.ts";

/** The whole 101 response. Throws HandshakeError. */
export function answer(
  bytes: Uint8Array,
  { secure = false }: { readonly secure?: boolean } = {},
): Uint8Array {
  const request = readRequest(bytes);
  const key1 = slice(bytes, request.key1);
  const key2 = slice(bytes, request.key2);
  const key3 = slice(bytes, request.key3);
  const part1 = part(keyNumber(key1), countSpaces(key1));
  const part2 = part(keyNumber(key2), countSpaces(key2));
  const response = md5(
    challenge(pack(part1), pack(part2), key3),
  );
  const fields = responseFields(request, secure);
  return concat(...fields, response);
}

/** §5.2 step 4. All digits of the key, as one number. */
export function keyNumber(key: Uint8Array): bigint {
  let number = 0;
  let digits = 0;
  for (let at = 0; at < key.length; at++) {
    const byte = key[at] as number;
    if (!isDigit(byte)) continue;
    number = number * 10 + (byte - ZERO);
    digits += 1;
  }
  // Note: the draft does not think of a key without digits.
  if (digits === 0)
    throw new HandshakeError("key-without-digits");
  // A client sends ten; doubles are exact for fifteen.
  return digits <= 15 ? BigInt(number) : longNumber(key);
}

function longNumber(key: Uint8Array): bigint {
  return BigInt(fromLatin1(key.filter(isDigit)));
}

/** §5.2 step 5. None: a sign of a cross-protocol attack. */
export function countSpaces(key: Uint8Array): number {
  let spaces = 0;
  for (let at = 0; at < key.length; at++) {
    if (key[at] === SP) spaces += 1;
  }
  if (spaces === 0)
    throw new HandshakeError("key-without-spaces");
  return spaces;
}

/** §5.2 steps 6–7. A remainder: not a WebSocket client. */
export function part(
  keyNumber: bigint,
  spaces: number,
): number {
  const divisor = BigInt(spaces);
  if (keyNumber % divisor !== 0n) {
    throw new HandshakeError("key-not-divisible");
  }
  const part = keyNumber / divisor;
  // Note: not in the draft, but step 8 has 32 bits for it.
  if (part > 0xffff_ffffn) {
    throw new HandshakeError("key-number-too-large");
  }
  return Number(part);
}

/** §5.2 step 8. Four bytes, the most significant first. */
export function pack(part: number): Uint8Array {
  const bytes = new Uint8Array(4);
  bytes[0] = part >>> 24;
  bytes[1] = part >>> 16;
  bytes[2] = part >>> 8;
  bytes[3] = part;
  return bytes;
}

/** §5.2 step 8. Both parts, then key3 as it came: 16 bytes. */
export function challenge(
  part1: Uint8Array,
  part2: Uint8Array,
  key3: Uint8Array,
): Uint8Array {
  return concat(part1, part2, key3);
}

/** §5.2 step 9. The digest as 16 raw bytes. */
export function md5(challenge: Uint8Array): Uint8Array {
  const digest = SparkMD5.hashBinary(fromLatin1(challenge));
  const response = new Uint8Array(16);
  for (let i = 0; i < 16; i++) {
    response[i] = hexPair(digest, 2 * i);
  }
  return response;
}

/** §5.2 steps 1–3 and §3.2. Where the client has come to. */
export function location(
  { bytes, host, resource }: RequestHead,
  secure: boolean,
): Uint8Array {
  const { name, port } = splitHost(bytes, host);
  const isDefault =
    port === null ||
    portNumber(bytes, port) === (secure ? 443 : 80);
  return concat(
    secure ? WSS : WS,
    // Note: a client compares with its host in lower case.
    lowerCase(slice(bytes, name)),
    slice(bytes, [name[1], isDefault ? name[1] : host[1]]),
    slice(bytes, resource),
  );
}

/** §5.2 steps 10–12, in the order of the draft's example. */
export function responseFields(
  request: RequestHead,
  secure: boolean,
): readonly Uint8Array[] {
  const { bytes, origin, subprotocol } = request;
  const fields = [START, ORIGIN, slice(bytes, origin)];
  fields.push(LOCATION, location(request, secure));
  if (subprotocol !== null)
    fields.push(PROTOCOL, slice(bytes, subprotocol));
  fields.push(END);
  return fields;
}

/** §5.2 steps 10–12. All that comes before the 16 bytes. */
export function responseHead(
  fields: readonly Uint8Array[],
): Uint8Array {
  return concat(...fields);
}

/** §5.2 step 10, and what never changes of step 11. */
const START = latin1(
  "HTTP/1.1 101 WebSocket Protocol Handshake\r\n" +
    "Upgrade: WebSocket\r\n" +
    "Connection: Upgrade\r\n",
);
const ORIGIN = latin1("Sec-WebSocket-Origin: ");
const LOCATION = latin1("\r\nSec-WebSocket-Location: ");
const PROTOCOL = latin1("\r\nSec-WebSocket-Protocol: ");
const END = latin1("\r\n\r\n");

const WS = latin1("ws://");
const WSS = latin1("wss://");

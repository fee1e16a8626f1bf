/**
 * Which draft a request belongs to. The drafts never say their own name; they are told apart by the fields that only they have
 * (hybi-00 §5.1, RFC 6455 §4.2.1, and Sec-WebSocket-Version for those between). The keys of a draft count for more than its
 * Upgrade and Connection, since intermediaries take those two away and leave the keys.
 */
import { COLON, equalsIgnoringCase, fromLatin1 } from "./bytes/ascii.ts";
import { length, type Span, slice } from "./bytes/span.ts";
import { find } from "./hixie76/request.ts";
import { type Head, readHead } from "./http/head.ts";

/** The drafts of the protocol that a handshake can belong to. */
export type Generation =
  | "hixie-75"
  | "hixie-76"
  | "hybi-01"
  | "hybi-04"
  | "hybi-05"
  | "hybi-06"
  | "hybi-07"
  | "hybi-08"
  | "rfc6455";

export interface Recognition {
  /** `http`: a request that asks for no WebSocket, or asks for one as HTTP/2 does; `unknown`: not even HTTP. */
  readonly generation: Generation | "http" | "unknown";
  /** One sentence: what gave it away. */
  readonly evidence: string;
  /** Where the evidence stands, or null when it is an absence. */
  readonly span: Span | null;
}

/** Sec-WebSocket-Version of each draft that had one; 9 to 12 were never sent (RFC 6455 §11.6). */
const VERSIONS: Readonly<Record<string, Generation>> = {
  4: "hybi-04",
  5: "hybi-05",
  6: "hybi-06",
  7: "hybi-07",
  8: "hybi-08",
  13: "rfc6455",
};

const NAMES: Readonly<Record<Generation | "http" | "unknown", string>> = {
  "hixie-75": "hixie-75",
  "hixie-76": "hixie-76 (hybi-00)",
  "hybi-01": "hybi-01 to hybi-03",
  "hybi-04": "hybi-04",
  "hybi-05": "hybi-05",
  "hybi-06": "hybi-06",
  "hybi-07": "hybi-07",
  "hybi-08": "hybi-08 to hybi-12",
  rfc6455: "RFC 6455",
  http: "plain HTTP",
  unknown: "unknown",
};

/** As a reader calls it; some stand for several drafts that look the same on the wire. */
export function generationName(generation: Generation | "http" | "unknown"): string {
  return NAMES[generation];
}

/** Never throws. `head` is that of `bytes`, for whoever has read it already. */
export function recogniseGeneration(bytes: Uint8Array, head: Head = readHead(bytes)): Recognition {
  const { fields } = head;
  if (hasPseudoFields(bytes, head)) return byPseudoFields(head);
  const key1 = find(bytes, fields, "sec-websocket-key1");
  const key2 = find(bytes, fields, "sec-websocket-key2");
  const key = find(bytes, fields, "sec-websocket-key");
  const version = find(bytes, fields, "sec-websocket-version");

  if (version !== null) return byVersion(bytes, version);
  if (key1 !== null || key2 !== null) return byKeys(bytes, head, (key1 ?? key2) as Span);
  if (key !== null) {
    return recognition("rfc6455", "It has Sec-WebSocket-Key, though no version.", key);
  }
  const upgrade = find(bytes, fields, "upgrade");
  if (upgrade !== null && equalsIgnoringCase(bytes, upgrade, "websocket")) {
    return withoutKey(bytes, head, upgrade);
  }
  if (/^[!-~]+ .*HTTP\/\d/.test(lineStart(bytes, head.startLine))) {
    return recognition("http", "It has no Upgrade to WebSocket and no WebSocket key.", null);
  }
  return recognition("unknown", "It does not begin with an HTTP request line.", head.startLine);
}

/**
 * Which generation a response answers as: one that has fields of several, as the one `asked` for. `rfc6455` stands for all that have
 * Sec-WebSocket-Accept (hybi-04 and later).
 */
export function recogniseAnswer(
  bytes: Uint8Array,
  head: Head,
  asked: Generation | null = null,
): Recognition {
  const { fields, startLine } = head;
  if (hasPseudoFields(bytes, head)) return byPseudoFields(head);
  const found = MARKS.flatMap(([name, generation]) => {
    const span = find(bytes, fields, name);
    return span === null ? [] : [recognition(generation, `It has ${name}.`, span)];
  });
  const mark = found.find(({ generation }) => generation === asked) ?? found[0];
  if (mark) return mark;
  // Older drafts answer with fields of their own, so what is left is today's.
  if (asked === null && isWebSocket101(bytes, head)) {
    return recognition("rfc6455", "It is a 101 with no field of the older drafts.", startLine);
  }
  return /HTTP\/\d/i.test(lineStart(bytes, startLine))
    ? recognition("http", "It has no field that only WebSocket answers have.", null)
    : recognition("unknown", "It does not begin with an HTTP status line.", startLine);
}

/** Not one that goes over to another protocol. */
function isWebSocket101(bytes: Uint8Array, { startLine, fields }: Head): boolean {
  if (!/^HTTP\/\d\S* 101(?!\d)/i.test(lineStart(bytes, startLine))) return false;
  const upgrade = find(bytes, fields, "upgrade");
  return upgrade === null || /websocket/i.test(fromLatin1(slice(bytes, upgrade)));
}

const MARKS: readonly (readonly [name: string, generation: Generation])[] = [
  ["sec-websocket-accept", "rfc6455"],
  ["sec-websocket-location", "hixie-76"],
  ["sec-websocket-origin", "hixie-76"],
  ["websocket-location", "hixie-75"],
  ["websocket-origin", "hixie-75"],
];

/**
 * HTTP/2 and HTTP/3 have no start line: names that begin with a colon stand in its place, before all others (RFC 9113 §8.3). Tools
 * print them as ":method: CONNECT". Those alone make no handshake of RFC 6455: the one for them is RFC 8441's.
 */
function hasPseudoFields(bytes: Uint8Array, { startLine: [start, end] }: Head): boolean {
  return bytes[start] === COLON && /^:[a-z]+:/.test(lineStart(bytes, [start, end]));
}

function byPseudoFields({ startLine }: Head): Recognition {
  return recognition("http", "It begins with pseudo-fields, as HTTP/2 has them.", startLine);
}

function byVersion(bytes: Uint8Array, version: Span): Recognition {
  const text = fromLatin1(slice(bytes, version).subarray(0, 40)).trim();
  const generation = VERSIONS[text];
  return generation
    ? recognition(generation, `It has Sec-WebSocket-Version: ${text}.`, version)
    : recognition("rfc6455", "It has a Sec-WebSocket-Version that no draft gave out.", version);
}

/** hybi-01 to -03 kept the handshake of hixie-76 and announced their new frames with Sec-WebSocket-Draft. */
function byKeys(bytes: Uint8Array, { fields }: Head, key: Span): Recognition {
  const draft = find(bytes, fields, "sec-websocket-draft");
  if (draft !== null && length(draft) === 1 && (bytes[draft[0]] as number) !== 0x30) {
    const number = fromLatin1(slice(bytes, draft));
    return recognition(
      "hybi-01",
      `It has numbered keys and Sec-WebSocket-Draft: ${number}.`,
      draft,
    );
  }
  return recognition("hixie-76", "It has a numbered key: only this draft sent two of them.", key);
}

/**
 * hixie-75 §4.1: its clients wrote "Upgrade: WebSocket" in just that letter case, and an Origin. What has neither was sent by somebody
 * of today who left the key out; and so was what offers extensions, which came with the keys of hybi-04.
 */
function withoutKey(bytes: Uint8Array, { fields }: Head, upgrade: Span): Recognition {
  const extensions = find(bytes, fields, "sec-websocket-extensions");
  if (extensions !== null) {
    return recognition("rfc6455", "It offers extensions, though it has no key.", extensions);
  }
  const isOf75 =
    fromLatin1(slice(bytes, upgrade)) === "WebSocket" ||
    ["origin", "websocket-protocol"].some((name) => find(bytes, fields, name) !== null);
  return isOf75
    ? recognition("hixie-75", "It asks for WebSocket and has no key of any kind.", upgrade)
    : recognition("rfc6455", "It asks for WebSocket as clients of today write it.", upgrade);
}

function lineStart(bytes: Uint8Array, [start, end]: Span): string {
  return fromLatin1(bytes.subarray(start, Math.min(end, start + 8192)));
}

function recognition(
  generation: Recognition["generation"],
  evidence: string,
  span: Span | null,
): Recognition {
  return { generation, evidence, span };
}

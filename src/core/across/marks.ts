/**
 * Which bytes of a handshake say what, in any generation: the same part has the same source in all of them, though each draft has
 * it in a field of another name. Read field by field, so that a request which its own reference refuses has marks, too.
 */
import { fromLatin1 } from "../bytes/ascii.ts";
import { length, type Span, slice } from "../bytes/span.ts";
import type { Generation } from "../generation.ts";
import { trim } from "../http/fields.ts";
import { type Field, type Head, readHead } from "../http/head.ts";
import type { Mark, Source } from "../trace/mark.ts";

type Sources = Readonly<Record<string, Source>>;

const HIXIE75: Sources = { host: "host", origin: "origin", "websocket-protocol": "subprotocol" };
const HIXIE76: Sources = {
  host: "host",
  origin: "origin",
  "sec-websocket-protocol": "subprotocol",
  "sec-websocket-key1": "key1",
  "sec-websocket-key2": "key2",
};
const HYBI04: Sources = {
  host: "host",
  "sec-websocket-origin": "origin",
  "sec-websocket-protocol": "subprotocol",
  "sec-websocket-key": "key",
  "sec-websocket-extensions": "extensions",
};
/** hybi-11 and -12, which say version 8 as well, have Origin again. */
const HYBI08: Sources = { ...HYBI04, origin: "origin" };
const RFC6455: Sources = {
  host: "host",
  origin: "origin",
  "sec-websocket-protocol": "subprotocol",
  "sec-websocket-key": "key",
  "sec-websocket-extensions": "extensions",
};

const IN_REQUEST: Readonly<Record<Generation, Sources>> = {
  "hixie-75": HIXIE75,
  "hixie-76": HIXIE76,
  "hybi-01": HIXIE76,
  "hybi-04": HYBI04,
  "hybi-05": HYBI04,
  "hybi-06": HYBI04,
  "hybi-07": HYBI04,
  "hybi-08": HYBI08,
  rfc6455: RFC6455,
};

/** Of all generations: no two of them mean different things by one name. */
const IN_ANSWER: Sources = {
  "websocket-origin": "origin",
  "websocket-location": "host",
  "websocket-protocol": "subprotocol",
  "sec-websocket-origin": "origin",
  "sec-websocket-location": "host",
  "sec-websocket-protocol": "subprotocol",
  "sec-websocket-accept": "digest",
  "sec-websocket-extensions": "extensions",
};

/** One subprotocol a request, whatever stands in its name; later ones have lists of tokens. */
export function namesOne(
  generation: Generation,
): generation is "hixie-75" | "hixie-76" | "hybi-01" {
  return generation === "hixie-75" || hasBody(generation);
}

/** Handshakes in which bytes stand behind the head: 8 of the client, 16 of the server (hybi-00 §1.2). */
export function hasBody(generation: Generation): boolean {
  return generation === "hixie-76" || generation === "hybi-01";
}

/** In the order they stand in; host and resource make one source. `head` is that of `bytes`. Never throws. */
export function requestMarks(
  bytes: Uint8Array,
  generation: Generation,
  head: Head = readHead(bytes),
): readonly Mark[] {
  const marks = fieldMarks(bytes, head.fields, IN_REQUEST[generation], namesOne(generation));
  const resource = resourceOf(bytes, head.startLine);
  if (resource) marks.unshift({ span: resource, source: "host" });
  if (hasBody(generation) && head.end !== null && head.end < bytes.length) {
    marks.push({ span: [head.end, Math.min(head.end + 8, bytes.length)], source: "key3" });
  }
  return marks;
}

/** Likewise. "digest" is what proves that the server has read the keys; hixie-75 has none. */
export function answerMarks(bytes: Uint8Array, generation: Generation): readonly Mark[] {
  const { fields, end } = readHead(bytes);
  const marks = fieldMarks(bytes, fields, IN_ANSWER, false).map((mark) =>
    mark.source === "host" ? { ...mark, span: behindScheme(bytes, mark.span) } : mark,
  );
  if (hasBody(generation) && end !== null && end < bytes.length) {
    marks.push({ span: [end, bytes.length], source: "digest" });
  }
  return marks;
}

/** `isExact`: spaces at the ends of a value count, all but the first (hybi-00 §1.2). */
function fieldMarks(
  bytes: Uint8Array,
  fields: readonly Field[],
  sources: Sources,
  isExact: boolean,
): Mark[] {
  return fields.flatMap(({ name, line, value }) => {
    const key = fromLatin1(slice(bytes, name).subarray(0, 64)).toLowerCase();
    const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
    const span = isExact ? value : trim(bytes, [name[1] + 1, line[1]]);
    return source !== undefined && length(span) > 0 ? [{ span, source }] : [];
  });
}

/** What stands between the first two spaces; null when there are none. */
function resourceOf(bytes: Uint8Array, [start, end]: Span): Span | null {
  const line = bytes.subarray(start, end);
  const first = line.indexOf(0x20);
  const second = line.indexOf(0x20, first + 1);
  return first > 0 && second > first + 1 ? [start + first + 1, start + second] : null;
}

function behindScheme(bytes: Uint8Array, span: Span): Span {
  const scheme = /^wss?:\/\//.exec(fromLatin1(slice(bytes, span).subarray(0, 6)));
  return [span[0] + (scheme?.[0].length ?? 0), span[1]];
}

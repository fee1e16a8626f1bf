/** What a request asks for, whatever generation it is of: all that a client of another one needs to ask for the same. */
import { slice } from "../bytes/span.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";
import type { Generation } from "../generation.ts";
import { readHost } from "../http/host.ts";
import type { Mark, Source } from "../trace/mark.ts";
import { namesOne } from "./marks.ts";

export interface Connection {
  /** Path and query. */
  readonly resource: string;
  readonly host: string;
  /** Null for that of the scheme. */
  readonly port: number | null;
  /** Null for a client that is no browser. */
  readonly origin: string | null;
  /** In the order of preference. Of hixie-75 and -76 one, with commas in it or without. */
  readonly subprotocols: readonly string[];
  /** Null for none. */
  readonly extensions: string | null;
}

/** `marks`: those of the request, as one of that generation. Null when it does not say which resource of which host. Never throws. */
export function connectionOf(
  bytes: Uint8Array,
  generation: Generation,
  marks: readonly Mark[],
): Connection | null {
  const [target, hostMark] = marks.filter(({ source }) => source === "host");
  if (target === undefined || hostMark === undefined) return null;
  const textsOf = (source: Source): readonly string[] =>
    marks
      .filter((mark) => mark.source === source)
      .map(({ span }) => textOf(slice(bytes, span)))
      .filter((text) => text !== "");
  const resource = pathOf(decodeUtf8(slice(bytes, target.span)).text);
  const host = readHost(bytes, hostMark.span);
  const name = textOf(slice(bytes, host?.name ?? hostMark.span));
  if (!/^\/[!-~]*$/.test(resource) || name === "") return null;
  return {
    resource,
    host: name,
    port: host?.port ?? null,
    origin: textsOf("origin")[0] ?? null,
    subprotocols: namesOne(generation)
      ? textsOf("subprotocol").slice(0, 1)
      : textsOf("subprotocol").flatMap(namesIn),
    extensions: textsOf("extensions").join(", ") || null,
  };
}

/** RFC 6455 §4.2.1 item 1 allows a whole URL there; what stands behind its host is the resource. */
function pathOf(target: string): string {
  const rest = target.replace(/^https?:\/\/[^/?]*/i, "");
  return rest.startsWith("/") || rest === target ? rest : `/${rest}`;
}

/** From hybi-04 on a comma parts two names. */
export function namesIn(list: string): readonly string[] {
  return list
    .split(",")
    .map(trimmed)
    .filter((name) => name !== "");
}

function textOf(bytes: Uint8Array): string {
  return trimmed(decodeUtf8(bytes).text);
}

function trimmed(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, "");
}

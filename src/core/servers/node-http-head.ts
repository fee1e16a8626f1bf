/**
 * The head of a request as Node 20 reads it, with llhttp 9.3 in its strict mode. It forgives next to nothing: a line ends with CRLF,
 * a colon follows its name at once, no line begins with a blank. Byte after byte: what is wrong is refused as soon as it is
 * there, though the head has not ended.
 */
import { type Field, FieldReader } from "./node-http-fields.ts";
import { LARGEST_HEAD, type Refused, refused, TOO_LARGE } from "./node-http-refused.ts";
import { readTarget } from "./node-http-target.ts";

export interface NodeRequest {
  readonly method: string;
  /** As it came: nothing is decoded. */
  readonly target: string;
  /** HTTP/1.1 is [1, 1]. */
  readonly version: readonly [major: number, minor: number];
  /** One character a byte. */
  readonly fields: readonly Field[];
  /** It asks for another protocol: it has both Upgrade and "upgrade" in Connection, or its method is CONNECT. */
  readonly upgrade: boolean;
  readonly keepAlive: boolean;
  readonly body: number | "chunked" | "unknown";
  /** The offset behind the blank line. */
  readonly end: number;
}

/** All that it has names for, each with the protocols that it may stand in front of. */
const METHODS: Readonly<Record<string, string>> = {
  RTSP: "OPTIONS DESCRIBE ANNOUNCE SETUP PLAY PAUSE TEARDOWN GET_PARAMETER SET_PARAMETER REDIRECT RECORD GET POST FLUSH",
  ICE: "SOURCE",
  HTTP: "DELETE GET HEAD POST PUT CONNECT OPTIONS TRACE PATCH LINK UNLINK COPY LOCK MKCOL MOVE PROPFIND PROPPATCH SEARCH UNLOCK BIND REBIND UNBIND ACL REPORT MKACTIVITY CHECKOUT MERGE M-SEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE MKCALENDAR PURGE QUERY SOURCE PRI",
};

const ALL_METHODS = Object.values(METHODS).flatMap((names) => names.split(" "));

/** Null when it has not ended. One character of `text` is one byte; blank lines in front are passed over. */
export function readHead(text: string, from: number): NodeRequest | Refused | null {
  let start = from;
  while (text[start] === "\r" || text[start] === "\n") start += 1;
  const method = readMethod(text, start);
  if (method === null || typeof method === "object") return method;

  let at = start + method.length;
  while (text[at] === " ") at += 1;
  const target = readTarget(text, at, method === "CONNECT");
  const length = (target === null || "wrongAt" in target ? text.length : target.end) - at;
  if (target !== null && "wrongAt" in target) {
    return refused(
      "the target is a path, or a URL with its scheme, of printable ASCII (RFC 9112 §3.2).",
    );
  }
  if (length >= LARGEST_HEAD) return TOO_LARGE;
  if (target === null) return null;

  const version = readVersion(text, target.end, method);
  if (version === null || "status" in version) return version;
  const fields = new FieldReader(text, version.end, length).read();
  if (fields === null || "status" in fields) return fields;
  const { flags } = fields;
  const [major, minor] = version.version;
  return {
    method,
    target: text.slice(at, target.end),
    version: version.version,
    fields: fields.fields,
    upgrade: (flags.has("upgrade") && flags.has("connection-upgrade")) || method === "CONNECT",
    keepAlive: major > 0 && minor > 0 ? !flags.has("close") : flags.has("keep-alive"),
    body: fields.body,
    end: fields.end,
  };
}

/** The name alone, a space behind it. */
function readMethod(text: string, start: number): string | Refused | null {
  const name = /[A-Z_-]*/y;
  name.lastIndex = start;
  const [method = ""] = name.exec(text) ?? [];
  const end = start + method.length;
  if (end === text.length) {
    if (ALL_METHODS.some((one) => one.startsWith(method))) return null;
  } else if (text[end] === " " && ALL_METHODS.includes(method)) {
    return method;
  }
  return refused("a request begins with a method that it knows (RFC 9112 §3.1).");
}

interface Version {
  readonly version: readonly [number, number];
  readonly end: number;
}

const LINE = "behind the target stand HTTP/1.1, 1.0, 0.9 or 2.0, and CRLF (RFC 9112 §2.3, §3).";

/** Behind the version of the request with which HTTP/2 opens: it is read to its end before it is refused. */
const HTTP2 = "\r\n\r\nSM\r\n\r\n";

/** From the byte behind the target: a target that its line ends with makes it HTTP/0.9, fields or no fields. */
function readVersion(text: string, start: number, method: string): Version | Refused | null {
  let at = start;
  if (text[at] === "\n") return { version: [0, 9], end: at + 1 };
  if (text[at] === "\r") {
    if (at + 1 === text.length) return null;
    return text[at + 1] === "\n" ? { version: [0, 9], end: at + 2 } : refused(LINE);
  }
  while (text[at] === " ") at += 1;
  for (const [protocol, methods] of Object.entries(METHODS)) {
    // It reads the name before it asks whether that method goes with it.
    const name = text.slice(at, at + protocol.length);
    if (name !== protocol && at + name.length === text.length && protocol.startsWith(name)) {
      return null;
    }
    if (name === protocol && methods.split(" ").includes(method)) {
      return readNumbers(text, at + protocol.length, method === "PRI");
    }
  }
  return refused(LINE);
}

/** From the slash on. */
function readNumbers(text: string, start: number, isHttp2: boolean): Version | Refused | null {
  const rest = text.slice(start, start + 16);
  const [numbers, major, minor] = /^\/(\d)\.(\d)/.exec(rest) ?? [];
  if (numbers === undefined) return /^(?:\/(?:\d\.?)?)?$/.test(rest) ? null : refused(LINE);
  if (!["0.9", "1.0", "1.1", "2.0"].includes(`${major}.${minor}`)) return refused(LINE);
  const end = start + numbers.length;
  const lineEnd = isHttp2 ? HTTP2 : "\r\n";
  const came = text.slice(end, end + lineEnd.length);
  if (came === lineEnd && !isHttp2) {
    return { version: [Number(major), Number(minor)], end: end + lineEnd.length };
  }
  return came !== lineEnd && lineEnd.startsWith(came) ? null : refused(LINE);
}

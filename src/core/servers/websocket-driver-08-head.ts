/**
 * A request as websocket-driver 0.8 reads it in `Driver.server()`, with http-parser-js: bytes lose their eighth bit, LF alone ends
 * a line, a line that begins with a blank goes on the one before, and what is no field is passed over. What comes behind a
 * body that Content-Length announces is read as another request, whose fields are added to those of the first.
 */
import { fromLatin1 } from "../bytes/ascii.ts";

export interface DriverRequest {
  /** Null when the request could not be read; then nothing else could be, either. */
  readonly method: string | null;
  readonly target: string | null;
  /** By their names in lower case, those with the same name joined with ", ". */
  readonly fields: ReadonlyMap<string, string>;
  /** Where the bytes that belong to the WebSocket begin. */
  readonly behind: number;
}

type Field = [name: string, value: string];

/**
 * Null when the head has not ended; "endless" when it goes back to bytes that it has read, and back again. Note: 80 KiB of a head are
 * too much, if they come in several pieces; that is not looked at.
 */
export function readRequest(bytes: Uint8Array): DriverRequest | "endless" | null {
  const text = fromLatin1(bytes);
  const joined = new Map<string, string>();
  let request: DriverRequest | null = null;
  let requestLine: RequestLine | null = null;
  let fields: Field[] = [];
  /** Of a body that is passed over. */
  let left = 0;
  let at = 0;
  /** From where, and how far. */
  const wentBack = new Set<string>();
  const broken = (): DriverRequest => ({
    ...(request ?? { method: null, target: null, fields: joined }),
    behind: text.length,
  });
  while (at < text.length) {
    if (left !== 0) {
      // Of no whole number it makes that there is nothing but the body.
      if (!Number.isInteger(left)) break;
      const length = Math.min(text.length - at, left);
      if (length < 0) {
        const jump = `${at} ${length}`;
        if (wentBack.has(jump)) return "endless";
        wentBack.add(jump);
      }
      at = Math.max(at + length, 0);
      left -= length;
      continue;
    }
    const end = text.indexOf("\n", at);
    if (end < 0) break;
    const line = sevenBits(text.slice(at, end)).replace(/\r$/, "");
    at = end + 1;
    if (requestLine === null) {
      if (line === "") continue;
      requestLine = readRequestLine(line);
      if (requestLine === null) return broken();
    } else if (line !== "") {
      if (line.includes("\r")) return broken();
      readField(line, fields);
    } else {
      const body = readBody(requestLine.method, fields);
      if (body === null) return broken();
      for (const [name, value] of fields) {
        const key = name.toLowerCase();
        const before = joined.get(key);
        joined.set(key, before === undefined ? value : `${before}, ${value}`);
      }
      request = { ...requestLine, fields: joined, behind: text.length };
      if (body.length === 0 && body.isUpgrade) return { ...request, behind: at };
      if (body.length === "rest") return request;
      left = body.length;
      requestLine = null;
      fields = [];
    }
  }
  return request;
}

function sevenBits(text: string): string {
  return text.replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(byte.charCodeAt(0) & 0x7f));
}

interface RequestLine {
  readonly method: string;
  readonly target: string;
}

/** Any method in capitals, any target without spaces, any version. */
function readRequestLine(line: string): RequestLine | null {
  const [, method, target] = /^([A-Z-]+) ([^ ]+) HTTP\/\d\.\d$/.exec(line) ?? [];
  return method === undefined || target === undefined ? null : { method, target };
}

function readField(line: string, fields: Field[]): void {
  const [, name, value = ""] = /^([^: \t]+):[ \t]*(.*[^ \t])?/.exec(line) ?? [];
  if (name !== undefined) {
    fields.push([name, value]);
    return;
  }
  const [, more] = /^[ \t]+(.*[^ \t])/.exec(line) ?? [];
  const last = fields.at(-1);
  if (more !== undefined && last) last[1] += (last[1] === "" ? "" : " ") + more;
}

interface Body {
  readonly length: number | "rest";
  readonly isUpgrade: boolean;
}

/** Null when two lengths contradict each other. Note: into chunks it is not followed. */
function readBody(method: string, fields: readonly Field[]): Body | null {
  const values = (wanted: string): string[] =>
    fields.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  const lengths = values("content-length").map(Number);
  const [length = 0] = lengths;
  if (!lengths.slice(1).every((other) => other === length)) return null;
  const isChunked = values("transfer-encoding").at(-1)?.toLowerCase() === "chunked";
  const connection = values("connection").join("").toLowerCase();
  const isUpgrade =
    (values("upgrade").length > 0 && connection.includes("upgrade")) || method === "CONNECT";
  if (isChunked && (lengths.length > 0 || !isUpgrade)) return { length: "rest", isUpgrade };
  return { length, isUpgrade };
}

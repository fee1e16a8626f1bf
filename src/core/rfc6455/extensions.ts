/**
 * Sec-WebSocket-Extensions, RFC 6455 §9.1:
 *
 *   extension-list  = 1#extension
 *   extension       = token *( ";" extension-param )
 *   extension-param = token [ "=" (token | quoted-string) ]
 *
 * with white space allowed between any two of these (RFC 2616
 * §2.1), and a token again inside the quotes. Total: where the
 * grammar breaks, what came before is kept and the place told.
 */
import { COMMA, fromLatin1 } from "../bytes/ascii.ts";
import { length, type Span, slice } from "../bytes/span.ts";
import { isBlank } from "../http/fields.ts";
import { isTokenByte } from "../http/list.ts";

const SEMICOLON = 0x3b;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export interface ExtensionParameter {
  readonly name: string;
  /** Unquoted; null when there is none. */
  readonly value: string | null;
  readonly span: Span;
}

export interface Extension {
  readonly name: string;
  readonly parameters: readonly ExtensionParameter[];
  /** From its name to the end of its last parameter. */
  readonly span: Span;
}

export interface ExtensionList {
  readonly extensions: readonly Extension[];
  /** Offset of the first byte that cannot stand there; the end of a value when something is missing there. */
  readonly brokenAt: number | null;
}

/** `values`: of all fields with that name, in order; none make an empty list. Never throws. */
export function readExtensions(bytes: Uint8Array, values: readonly Span[]): ExtensionList {
  const extensions: Extension[] = [];
  for (const value of values) {
    const brokenAt = readValue(new Reader(bytes, value), extensions);
    if (brokenAt !== null) return { extensions, brokenAt };
  }
  const last = values.at(-1);
  const isEmpty = extensions.length === 0 && last !== undefined;
  return { extensions, brokenAt: isEmpty ? last[1] : null };
}

/** §9.1 extension-list. Empty elements count for nothing (RFC 2616 §2.1, #rule). */
function readValue(reader: Reader, extensions: Extension[]): number | null {
  for (;;) {
    reader.skipBlanks();
    if (reader.isAtEnd) return null;
    if (reader.take(COMMA)) continue;
    const extension = readExtension(reader);
    if (extension === null) return reader.at;
    extensions.push(extension);
    if (!reader.isAtEnd && !reader.take(COMMA)) return reader.at;
  }
}

/** §9.1 extension. Null where it breaks, which is where the reader then stands. */
function readExtension(reader: Reader): Extension | null {
  const name = reader.token();
  if (name === null) return null;
  const parameters: ExtensionParameter[] = [];
  let end = name[1];
  reader.skipBlanks();
  while (reader.take(SEMICOLON)) {
    reader.skipBlanks();
    const parameter = readParameter(reader);
    if (parameter === null) return null;
    parameters.push(parameter);
    end = parameter.span[1];
    reader.skipBlanks();
  }
  return { name: reader.text(name), parameters, span: [name[0], end] };
}

/** §9.1 extension-param. */
function readParameter(reader: Reader): ExtensionParameter | null {
  const name = reader.token();
  if (name === null) return null;
  const nameOnly = { name: reader.text(name), value: null, span: name };
  reader.skipBlanks();
  if (!reader.take(EQUALS)) return nameOnly;
  reader.skipBlanks();
  const value = reader.isAt(QUOTE) ? reader.quotedToken() : reader.tokenText();
  return value === null ? null : { ...nameOnly, value, span: [name[0], reader.at] };
}

/** Goes through one value, byte by byte. */
class Reader {
  at: number;
  readonly #bytes: Uint8Array;
  readonly #end: number;

  constructor(bytes: Uint8Array, [start, end]: Span) {
    this.#bytes = bytes;
    this.at = start;
    this.#end = end;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#end;
  }

  isAt(byte: number): boolean {
    return !this.isAtEnd && this.#bytes[this.at] === byte;
  }

  take(byte: number): boolean {
    if (!this.isAt(byte)) return false;
    this.at += 1;
    return true;
  }

  skipBlanks(): void {
    while (!this.isAtEnd && isBlank(this.#bytes[this.at])) this.at += 1;
  }

  /** Null when not one byte of a token is there. */
  token(): Span | null {
    const start = this.at;
    while (!this.isAtEnd && isTokenByte(this.#bytes[this.at] as number)) this.at += 1;
    const span: Span = [start, this.at];
    return length(span) === 0 ? null : span;
  }

  tokenText(): string | null {
    const token = this.token();
    return token && this.text(token);
  }

  /** `"` to `"`, a backslash before any byte; unescaped it must be a token. */
  quotedToken(): string | null {
    let value = "";
    this.at += 1;
    while (!this.isAtEnd) {
      if (this.take(QUOTE)) {
        if (value !== "") return value;
        this.at -= 1;
        return null;
      }
      this.take(BACKSLASH);
      const byte = this.#bytes[this.at];
      if (this.isAtEnd || !isTokenByte(byte as number)) return null;
      value += String.fromCharCode(byte as number);
      this.at += 1;
    }
    return null;
  }

  text(span: Span): string {
    return fromLatin1(slice(this.#bytes, span));
  }
}

/** As it stands in a field; a value that is no token is RangeError. */
export function writeExtension({
  name,
  parameters,
}: {
  readonly name: string;
  readonly parameters: readonly Pick<ExtensionParameter, "name" | "value">[];
}): string {
  const words = parameters.map(({ name, value }) => (value === null ? name : `${name}=${value}`));
  const text = [name, ...words].join("; ");
  if (/[^!-~ ]|[",]/.test(text)) throw new RangeError(`No extension: ${text}`);
  return text;
}

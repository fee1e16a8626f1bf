/**
 * JSON, and what looks like it: JavaScript's object literals, Python's dicts and tuples, Ruby's hashes, Java's and Objective-C's maps,
 * Swift's dictionaries, Go's composite literals, Erlang's and Elixir's lists of pairs. Names may go without quotes, quotes may be
 * single, commas may trail. A text that is cut gives what stands before the cut.
 */
import { unescapeText } from "../strings/escapes.ts";

export interface LooseObject {
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly name: string;
  readonly value: Loose;
  /** Where the value stands in the text. */
  readonly at: number;
}

export type Loose = string | number | boolean | null | readonly Loose[] | LooseObject;

export interface LooseText {
  readonly value: Loose;
  /** Index behind the value. */
  readonly end: number;
  /** Where the text was cut or made no sense, or null. */
  readonly stoppedAt: number | null;
}

const DEEPEST = 64;
/** Up to the end of its line, where no other name follows on it. */
const LINE =
  /[^\s"'`[{(,](?:[^\n{}[\]"'`,]|,(?!\s{0,8}[\w-]{1,64}\s{0,8}[:=])){0,4000}(?<![,;\s])(?=[ \t]*\r?\n)/y;
const WORD_ONLY = /^[^\s,:{}[\]()"'`=]+$/;

/** The value that begins at `start`, or null when none does. */
export function parseLoose(text: string, start: number): LooseText | null {
  const parser = new Parser(text, start);
  const value = parser.value(0);
  return value === undefined ? null : { value, end: parser.at, stoppedAt: parser.stoppedAt };
}

export function isObject(value: Loose | undefined): value is LooseObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a name, in any case of its letters; undefined when it is not there, or when this is no object. */
export function member(value: Loose | undefined, name: string): Loose | undefined {
  if (!isObject(value)) return undefined;
  const lower = name.toLowerCase();
  return value.entries.find((entry) => entry.name.toLowerCase() === lower)?.value;
}

export function stringMember(value: Loose | undefined, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === "string" ? found : undefined;
}

export function items(value: Loose | undefined): readonly Loose[] {
  return Array.isArray(value) ? value : [];
}

/** The objects and arrays in a text that begin in no other, with where they stand. */
export function findValues(
  text: string,
): { readonly value: Loose; readonly at: number; readonly stoppedAt: number | null }[] {
  const found: { value: Loose; at: number; stoppedAt: number | null }[] = [];
  const opening = /[{[]/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const parsed = parseLoose(text, match.index);
    if (!parsed) continue;
    const { value, end, stoppedAt } = parsed;
    const isEmpty = isObject(value) ? value.entries.length === 0 : items(value).length === 0;
    if (!isEmpty) found.push({ value, at: match.index, stoppedAt });
    opening.lastIndex = Math.max(end, match.index + 1);
  }
  return found;
}

class Parser {
  readonly text: string;
  at: number;
  stoppedAt: number | null = null;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  value(depth: number): Loose | undefined {
    this.skip(/\s*/y);
    // Erlang's maps.
    this.skip(/#(?=\{)/y);
    const character = this.text[this.at];
    if (character === undefined || depth > DEEPEST) {
      this.stoppedAt ??= this.at;
      return undefined;
    }
    if (character === "{") return this.object(depth);
    // Go names the type of a list before its braces.
    if (this.skip(/\[\]\w{1,40}(?=\{)/y) !== "") return this.array(depth, "}");
    if (character === "[" || character === "(")
      return this.array(depth, character === "[" ? "]" : ")");
    return this.quoted() ?? this.word();
  }

  /** A string, which Python marks with letters and Erlang puts between angles; null when none stands there. */
  private quoted(): string | null {
    this.skip(/(?:[bru]{1,2}|<<)(?=["'])/iy);
    const quote = this.text[this.at];
    if (quote !== '"' && quote !== "'" && quote !== "`") return null;
    const text = this.string(quote);
    this.skip(/>>/y);
    return text;
  }

  private string(quote: string): string {
    const read = unescapeText(this.text, this.at + 1, quote, true);
    this.at = read.end;
    if (!read.closed) this.stoppedAt ??= read.end;
    let value = "";
    for (const code of read.codes) value += String.fromCodePoint(code);
    return value;
  }

  private word(): Loose | undefined {
    const word = this.skip(/[^\s,:{}[\]()"'`=]+/y);
    if (word === "") return undefined;
    if (word === "true" || word === "True") return true;
    if (word === "false" || word === "False") return false;
    if (/^(?:null|None|nil|undefined)$/.test(word)) return null;
    return /^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : word;
  }

  /** Swift has dictionaries in brackets, too. */
  private array(depth: number, bracket: string): Loose[] | LooseObject {
    const found: Loose[] = [];
    this.at += 1;
    for (;;) {
      this.skip(/[\s,]*/y);
      if (this.ends(bracket)) return found;
      const value = this.value(depth + 1);
      if (typeof value === "string" && found.length === 0 && this.skip(/\s*:\s*(?=["'])/y) !== "")
        return this.entries(depth, bracket, value);
      if (value === undefined) {
        this.stoppedAt ??= this.at;
        return found;
      }
      found.push(value);
      if (this.stoppedAt !== null) return found;
    }
  }

  private object(depth: number): Loose {
    const start = this.at;
    this.at += 1;
    this.skip(/\s*/y);
    const first = this.quoted();
    const mark = first === null ? "" : this.skip(/\s*(?:,|=>|:|=)\s*/y);
    // Elixir's tuples are in braces.
    if (mark.trim() === ",") {
      this.at = start;
      return this.array(depth, "}");
    }
    if (first !== null && mark !== "") return this.entries(depth, "}", first);
    this.at = start + 1;
    return this.entries(depth, "}", null);
  }

  /** Names and values; `first` is a name that was read already. */
  private entries(depth: number, bracket: string, first: string | null): LooseObject {
    const entries: Entry[] = [];
    for (let known = first; ; known = null) {
      this.skip(/[\s,;]*/y);
      if (known === null && this.ends(bracket)) return { entries };
      const name = known ?? this.name();
      const mark = name === null || known !== null ? ":" : this.skip(/\s*(?:=>|:|=)\s*/y);
      const at = this.at;
      const isNamed = name !== null && mark !== "";
      const plain = isNamed ? (mark.trim() === "=" ? this.unquoted() : this.line()) : null;
      const value = isNamed ? (plain ?? this.value(depth + 1)) : undefined;
      if (!isNamed || value === undefined) {
        this.stoppedAt ??= this.at;
        return { entries };
      }
      entries.push({ name, value, at });
      if (this.stoppedAt !== null) return { entries };
    }
  }

  /** What Java and Objective-C put behind an equals sign, to the next name; in brackets, where it is a list. */
  private unquoted(): string | null {
    const list = this.skip(/\[[^\]{}\n]{0,4000}\](?=,\s*[\w-]{1,64}=|\})/y);
    if (list !== "") return list.slice(1, -1);
    const plain =
      /[^\s"'`[{(,;}][^;}\n,]{0,4000}(?:,(?!\s*[\w-]{1,64}\s*=)[^;}\n,]{0,4000}){0,40}(?=[,;}])/y;
    const value = this.skip(plain);
    return value === "" ? null : value.trim();
  }

  /** A value that goes to the end of its line without quotes or a comma, as .NET prints headers, where it is more than a word. */
  private line(): string | null {
    const start = this.at;
    const line = this.skip(LINE);
    if (line !== "" && !WORD_ONLY.test(line)) return line;
    this.at = start;
    return null;
  }

  /** Quoted, or a word; Ruby's symbols have a colon before them, HTTP/2's fields are quoted where they do. */
  private name(): string | null {
    const quoted = this.quoted();
    if (quoted !== null) return quoted;
    const word = this.skip(/:?[\w$-]+/y);
    return word === "" ? null : word.replace(/^:/, "");
  }

  private ends(bracket: string): boolean {
    if (this.text[this.at] === bracket) {
      this.at += 1;
      return true;
    }
    if (this.at >= this.text.length) {
      this.stoppedAt ??= this.at;
      return true;
    }
    return false;
  }

  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text)?.[0] ?? "";
    this.at += match.length;
    return match;
  }
}

/**
 * The fields of a head as llhttp 9.3 reads them, one at a time. Four names mean something to it; of all others it looks at the
 * characters alone. Of a value the blanks at both ends are dropped.
 */
import { LARGEST_HEAD, type Refused, refused, TOO_LARGE } from "./node-http-refused.ts";

export interface Field {
  readonly name: string;
  readonly value: string;
}

export type Flag = "upgrade" | "connection-upgrade" | "close" | "keep-alive";

export interface Fields {
  readonly fields: readonly Field[];
  readonly flags: ReadonlySet<Flag>;
  /** "unknown": a transfer coding other than chunked, which for Node is no body at all but a fault. */
  readonly body: number | "chunked" | "unknown";
  /** The offset behind the blank line. */
  readonly end: number;
}

const NAME = /[!#$%&'*+\-.^_`|~0-9A-Za-z]*/y;
const BLANKS = /[ \t]*/y;
const VALUE = /[\t -~\x80-\xff]*/y;

const CHARACTERS = refused(
  "a name is a token with its colon right behind it, a value has no control characters (RFC 9110 §5.1, §5.5).",
);
const LINE_END = refused("every line ends with CRLF, not with LF alone (RFC 9112 §2.2).");
const FOLDED = refused(
  "no line of fields begins with a space, not even to go on the one before (RFC 9112 §5.2).",
);
const LENGTH = refused(
  "there is one Content-Length, in digits, and none beside Transfer-Encoding (RFC 9112 §6.3).",
);
const CODING = refused(
  "Transfer-Encoding stands without Content-Length, and chunked is last (RFC 9112 §6.1).",
);

export class FieldReader {
  readonly #text: string;
  readonly #fields: Field[] = [];
  readonly #flags = new Set<Flag>();
  #at: number;
  /** What counts towards the largest head. */
  #size: number;
  #length: number | null = null;
  #isCoded = false;
  #isChunked = false;

  /** From the first line of fields on, behind a target of so many bytes. */
  constructor(text: string, start: number, size: number) {
    this.#text = text;
    this.#at = start;
    this.#size = size;
  }

  /** Null when the head has not ended. */
  read(): Fields | Refused | null {
    if (this.#text[this.#at] === " ") return FOLDED;
    while (true) {
      const stop = this.#isAtEnd() ? this.#readEnd() : this.#readField();
      if (stop !== undefined) return stop;
    }
  }

  #isAtEnd(): boolean {
    return this.#text[this.#at] === "\r" || this.#at === this.#text.length;
  }

  #readEnd(): Fields | Refused | null {
    if (this.#at + 1 >= this.#text.length) return null;
    if (this.#text[this.#at + 1] !== "\n") return LINE_END;
    return {
      fields: this.#fields,
      flags: this.#flags,
      body: this.#isChunked ? "chunked" : this.#isCoded ? "unknown" : (this.#length ?? 0),
      end: this.#at + 2,
    };
  }

  #readField(): Refused | null | undefined {
    const name = this.#take(NAME);
    const isTooLarge = this.#count(name);
    if (this.#at === this.#text.length) return isTooLarge ? TOO_LARGE : null;
    if (name === "" && this.#text[this.#at] === "\n") return LINE_END;
    if (name === "" || this.#text[this.#at] !== ":") return CHARACTERS;
    if (isTooLarge) return TOO_LARGE;
    this.#at += 1;
    const lowerCase = name.toLowerCase();
    // It minds the second one before it looks at its value.
    if (lowerCase === "transfer-encoding" && this.#length !== null) return CODING;
    if (lowerCase === "content-length" && this.#isCoded) return LENGTH;
    return this.#readValue(name, lowerCase);
  }

  #readValue(name: string, lowerCase: string): Refused | null | undefined {
    this.#take(BLANKS);
    if (this.#at === this.#text.length) return null;
    const isEmpty = this.#text[this.#at] === "\r";
    if (this.#text[this.#at] === "\n") return LINE_END;
    if (!isEmpty && lowerCase === "content-length" && this.#length !== null) return LENGTH;
    const value = this.#take(VALUE);
    const isTooLarge = this.#count(value);
    if (isTooLarge) return TOO_LARGE;
    const meaning = this.#readMeaning(lowerCase, value);
    if (meaning !== undefined) return meaning;
    const end = this.#text[this.#at];
    if (end === undefined) return null;
    if (end !== "\r") return end === "\n" ? LINE_END : CHARACTERS;
    const following = this.#text.slice(this.#at + 1, this.#at + 3);
    if (following.length > 0 && following[0] !== "\n") return LINE_END;
    if (following.length < 2) return null;
    if (following[1] === " " || following[1] === "\t") return FOLDED;
    if (isEmpty && lowerCase === "content-length") return LENGTH;
    this.#at += 2;
    this.#fields.push({ name, value: value.replace(/[ \t]+$/, "") });
    return undefined;
  }

  /** Of a value that may have been cut short by the end of the bytes. */
  #readMeaning(lowerCase: string, value: string): Refused | undefined {
    if (value === "") return undefined;
    if (lowerCase === "upgrade") this.#flags.add("upgrade");
    if (lowerCase === "connection" || lowerCase === "proxy-connection") this.#readConnection(value);
    if (lowerCase === "content-length") {
      // More than 64 bits are too many for it.
      if (!/^\d+ *$/.test(value) || BigInt(value.trim()) >= 1n << 64n) return LENGTH;
      this.#length = Number(value);
    }
    if (lowerCase === "transfer-encoding") {
      if (this.#isChunked) return CODING;
      this.#isCoded = true;
      const codings = value
        .toLowerCase()
        .split(",")
        .map((one) => one.replace(/^[ \t]+/, ""));
      const chunked = codings.findIndex((coding) => /^chunked *$/.test(coding));
      if (chunked >= 0 && chunked < codings.length - 1) return CODING;
      this.#isChunked = chunked >= 0;
    }
    return undefined;
  }

  /** A tab behind a word makes it another word. */
  #readConnection(value: string): void {
    for (const element of value.toLowerCase().split(",")) {
      const word = element.replace(/^[ \t]+/, "").replace(/ +$/, "");
      if (word === "upgrade") this.#flags.add("connection-upgrade");
      if (word === "close" || word === "keep-alive") this.#flags.add(word);
    }
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [taken = ""] = pattern.exec(this.#text) ?? [];
    this.#at += taken.length;
    return taken;
  }

  #count(taken: string): boolean {
    this.#size += taken.length;
    return this.#size >= LARGEST_HEAD;
  }
}

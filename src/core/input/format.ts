/** What a format is, and what it is given to read. */

import type { Conversation } from "./conversation.ts";
import type { Charset } from "./losses/charset-names.ts";
import type { Line } from "./text/lines.ts";

/** What the reader of the page has set instead of the guess; absent means: guess. */
export interface Choice {
  /** The id of a format. */
  readonly format?: string;
  /** Of text whose lines end with LF: make them CRLF (the guess), or take them as they are. */
  readonly lineEndings?: "crlf" | "as-is";
  /** What the characters above U+007F were before they became text. */
  readonly charset?: Charset;
  /** Set where a file is no text: its characters are its bytes, and need no guess. */
  readonly binary?: boolean;
  /** Which message it is, where it does not say so itself. */
  readonly side?: "request" | "response";
}

export interface Pasted {
  /** As pasted, or the bytes of a file as UTF-8 or UTF-16; where they are neither, one character a byte. */
  readonly text: string;
  /** Null for pasted text. */
  readonly bytes: Uint8Array | null;
  readonly lines: readonly Line[];
  /** Whether the text has one character a byte. */
  readonly binary: boolean;
}

export interface Format {
  /** Public: it stands in links, and never changes. */
  readonly id: string;
  /** In words, for `Conversation.format`. */
  readonly name: string;
  /** Whether it may be this one, by its looks; in linear time. */
  detect(pasted: Pasted): boolean;
  /** What could be read; none when it is something else after all. Never throws. */
  read(pasted: Pasted, choice: Choice): readonly Conversation[];
}

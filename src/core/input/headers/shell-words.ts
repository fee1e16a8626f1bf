/**
 * The words of a command as sh splits them: quotes, `$'…'`, backslashes, continued lines; also cmd.exe's carets, which Chrome's "Copy
 * as cURL (cmd)" writes, and PowerShell's backticks. Nothing is expanded and nothing runs.
 */
import { unescapeText } from "../strings/escapes.ts";

export interface Word {
  readonly text: string;
  readonly at: number;
}

export interface Words {
  readonly words: readonly Word[];
  /** Index behind the command. */
  readonly end: number;
}

/**
 * Splits the command that begins at `start`; a line end that is not continued ends it, and so do `|`, `;`, `&`, `>` and the `closer` of
 * what the command stands in.
 */
export function splitWords(text: string, start: number, closer = ""): Words {
  const begun = text.slice(start, start + 4096);
  const isCmd = /\^\s*\r?\n|\^"/.test(begun);
  const isPowerShell = closer !== "`" && /`[ \t]*\r?\n/.test(begun);
  const mark = isCmd ? "^" : isPowerShell ? "`" : "\\";
  const words: Word[] = [];
  let word: { text: string; at: number } | null = null;
  let at = start;
  const open = () => {
    word ??= { text: "", at };
    return word;
  };
  const close = () => {
    if (word) words.push(word);
    word = null;
  };
  while (at < text.length) {
    const character = text[at] as string;
    if (character === mark) {
      const end = lineEndAt(text, at + 1);
      // A blank behind the mark is a habit of forums.
      if (end !== null) at = end;
      else if (isCmd && text[at + 1] === '"') at += 1;
      else {
        open().text += text[at + 1] ?? "";
        at += 2;
      }
    } else if (character === "\n" || character === closer || "|;&<>".includes(character)) {
      break;
    } else if (character === " " || character === "\t" || character === "\r") {
      close();
      at += 1;
    } else if (character === "'" && !isCmd) {
      const quote = text.indexOf("'", at + 1);
      const end = quote < 0 ? text.length : quote;
      open().text += text.slice(at + 1, end);
      at = end + 1;
    } else if (character === "$" && text[at + 1] === "'") {
      const quoted = unescapeText(text, at + 2, "'", true);
      open().text += String.fromCodePoint(...quoted.codes.slice(0, 65536));
      at = quoted.end;
    } else if (character === '"' && isCmd) {
      const quoted = readCmdQuoted(text, at + 1);
      open().text += quoted.text;
      at = quoted.end;
    } else if (character === '"') {
      const end = closingQuote(text, at + 1, mark);
      open().text += text.slice(at + 1, end).replace(mark === "`" ? /`(.)/g : /\\([$`"\\])/g, "$1");
      at = end + 1;
    } else {
      open().text += character;
      at += 1;
    }
  }
  close();
  return { words, end: at };
}

function lineEndAt(text: string, from: number): number | null {
  let at = from;
  while (text[at] === " " || text[at] === "\t" || text[at] === "\r") at += 1;
  return text[at] === "\n" ? at + 1 : null;
}

/** A string of cmd.exe, whose quotes may have carets before them, and what a program makes of it: there `\\"` is a quote. */
function readCmdQuoted(
  text: string,
  from: number,
): { readonly text: string; readonly end: number } {
  let read = "";
  let at = from;
  while (at < text.length) {
    if (text[at] === "^") at += 1;
    const character = text[at] ?? "";
    at += 1;
    if (character !== '"') read += character;
    else if (read.endsWith("\\")) read = `${read.slice(0, -1)}"`;
    else break;
  }
  return { text: read, end: at };
}

/** In double quotes sh takes a backslash away before `$`, a backtick, a quote and itself only. */
function closingQuote(text: string, from: number, mark: string): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" || text[at] === mark ? 2 : 1;
  return Math.min(at, text.length);
}

/** A `curl …` command line: the request that it would send. Chrome's and Firefox's "Copy as cURL" are such lines. */

import { latin1 } from "../../bytes/ascii.ts";
import { encodeBase64 } from "../../bytes/base64.ts";
import type { Loss } from "../conversation.ts";
import { type DraftMessage, finish } from "../finish.ts";
import type { Choice, Format } from "../format.ts";
import { encode } from "../losses/charset.ts";
import type { Line } from "../text/lines.ts";
import { joinLines } from "../text/lines.ts";
import { type Address, draftOf, type HeaderField, readAddress } from "./header-list.ts";
import { splitWords, type Word } from "./shell-words.ts";

/** The word, with whatever runs it before it and an option or an address behind it; "curl 8.5.0" is its version. */
const COMMAND =
  /(?<![\w.-])(curl(?:\.exe)?)[ \t]+(?=\^?\r?\n|[`\\]\r?\n|-|[\^$]?["']|(?!\d+\.\d+\.\d+[ (])[\w-]+[.:/])/g;

export const curlCommand: Format = {
  id: "curl",
  name: "curl command",
  detect: ({ text }) => text.search(COMMAND) >= 0,
  read: ({ text }, choice) =>
    findCommands(text).map((command) =>
      finish({ request: draft(command, choice) }, curlCommand.name, choice),
    ),
};

/** The request of the last command in some lines, for what follows them to be the answer to; or null. */
export function commandDraft(lines: readonly Line[], choice: Choice): DraftMessage | null {
  const [first] = lines;
  if (!first) return null;
  const command = findCommands(joinLines(lines)).at(-1);
  return command ? draft({ ...command, at: command.at + first.at }, choice) : null;
}

/** What the options of a command ask for. */
interface Command {
  readonly at: number;
  url: string | null;
  method: string | null;
  readonly headers: Word[];
  agent: string | null;
  /** Name and password. */
  user: string | null;
  bearer: string | null;
  range: string | null;
  target: string | null;
  isCompressed: boolean;
  /** Whether data goes into the address. */
  isGet: boolean;
  cookie: string | null;
  referer: string | null;
  data: string | null;
  version: string;
  /** Whether a version of HTTP was asked for. */
  isVersionSaid: boolean;
}

function findCommands(text: string): Command[] {
  const commands: Command[] = [];
  COMMAND.lastIndex = 0;
  for (let match = COMMAND.exec(text); match; match = COMMAND.exec(text)) {
    const at = match.index;
    const { words, end } = splitWords(text, at, closerOf(text[at - 1]));
    const command = readCommand(words.slice(1), at);
    if (command.url !== null) commands.push(command);
    COMMAND.lastIndex = Math.max(end, match.index + match[0].length);
  }
  return commands;
}

/** What ends a command that stands in a text or in another command. */
function closerOf(before: string | undefined): string {
  return before === "`" ? "`" : before === "(" ? ")" : "";
}

const SHORT_WITH_VALUE = "AbcCdDeEFHKmoPQrtTuUwxXyYz";
const LONG_WITH_VALUE = new Set([
  "cacert",
  "capath",
  "cert",
  "ciphers",
  "config",
  "connect-timeout",
  "connect-to",
  "cookie",
  "cookie-jar",
  "data",
  "data-ascii",
  "data-binary",
  "data-raw",
  "data-urlencode",
  "dump-header",
  "form",
  "header",
  "interface",
  "json",
  "key",
  "limit-rate",
  "max-time",
  "noproxy",
  "oauth2-bearer",
  "output",
  "proto",
  "proxy",
  "range",
  "referer",
  "request",
  "request-target",
  "resolve",
  "retry",
  "retry-delay",
  "tls-max",
  "trace",
  "trace-ascii",
  "unix-socket",
  "upload-file",
  "url",
  "url-query",
  "user",
  "user-agent",
  "write-out",
]);
const LONG_OF_SHORT: Record<string, string> = {
  A: "user-agent",
  b: "cookie",
  d: "data",
  e: "referer",
  r: "range",
  u: "user",
  H: "header",
  X: "request",
};
const VERSIONS: Record<string, string> = {
  "http1.0": "HTTP/1.0",
  "http1.1": "HTTP/1.1",
  http2: "HTTP/2",
  "http2-prior-knowledge": "HTTP/2",
  http3: "HTTP/3",
};

function readCommand(words: readonly Word[], at: number): Command {
  const command: Command = {
    at,
    url: null,
    method: null,
    headers: [],
    agent: null,
    user: null,
    bearer: null,
    range: null,
    target: null,
    isCompressed: false,
    isGet: false,
    cookie: null,
    referer: null,
    data: null,
    version: "HTTP/1.1",
    isVersionSaid: false,
  };
  for (let i = 0; i < words.length; i++) {
    const { text, at: place } = words[i] as Word;
    if (text.startsWith("--")) {
      const name = text.slice(2);
      const value = LONG_WITH_VALUE.has(name) ? words[i + 1] : undefined;
      if (value) i += 1;
      apply(command, name, value ?? { text: "", at: place });
    } else if (text.startsWith("-") && text.length > 1) {
      const index = Array.from(text).findIndex(
        (letter, n) => n > 0 && SHORT_WITH_VALUE.includes(letter),
      );
      if (text.slice(1, index < 0 ? undefined : index).includes("0"))
        apply(command, "http1.0", { text: "", at: place });
      if (text.slice(1, index < 0 ? undefined : index).includes("I")) command.method ??= "HEAD";
      if (text.slice(1, index < 0 ? undefined : index).includes("G")) command.isGet = true;
      if (index < 0) continue;
      const isAttached = index + 1 < text.length;
      const value = isAttached
        ? { text: text.slice(index + 1), at: place + index + 1 }
        : words[i + 1];
      if (!isAttached) i += 1;
      if (value) apply(command, LONG_OF_SHORT[text[index] as string] ?? "", value);
    } else {
      command.url ??= text;
    }
  }
  return command;
}

function apply(command: Command, option: string, value: Word): void {
  const version = VERSIONS[option];
  if (version) {
    command.version = version;
    command.isVersionSaid = true;
  } else if (option === "header") command.headers.push(value);
  else if (option === "request") command.method = value.text;
  else if (option === "url") command.url ??= value.text;
  else if (option === "user-agent") command.agent = value.text;
  else if (option === "user") command.user = value.text;
  else if (option === "oauth2-bearer") command.bearer = `Bearer ${value.text}`;
  else if (option === "range") command.range = `bytes=${value.text}`;
  else if (option === "request-target") command.target = value.text;
  else if (option === "compressed") command.isCompressed = true;
  else if (option === "get") command.isGet = true;
  else if (option === "cookie") command.cookie = value.text;
  else if (option === "referer") command.referer = value.text;
  else if (option.startsWith("data") || option === "json") {
    command.data = command.data === null ? value.text : `${command.data}&${value.text}`;
  }
}

/** The fields in curl's order: its own first, unless -H replaces or removes one, then those of -H. */
function fieldsOf(command: Command, host: string): HeaderField[] {
  const own: [name: string, value: string | null][] = [
    ["Host", host],
    ["Authorization", command.bearer ?? (command.user === null ? null : basic(command.user))],
    ["Range", command.range],
    ["User-Agent", command.agent ?? "curl"],
    ["Accept", "*/*"],
    ["Accept-Encoding", command.isCompressed ? "deflate, gzip, br, zstd" : null],
    ["Referer", command.referer],
    ["Cookie", command.cookie],
  ];
  const given = command.headers.flatMap(readHeader);
  const replacement = (name: string) =>
    given.find((field) => field.name.toLowerCase() === name.toLowerCase());
  const fields: HeaderField[] = [];
  for (const [name, value] of own) {
    const other = replacement(name);
    if (name === "Host" && other && !other.isRemoved) fields.push(other);
    else if (!other && value !== null) fields.push({ name, value, at: null });
  }
  const others = given.filter((field) => !field.isRemoved && field.name.toLowerCase() !== "host");
  if (command.data === null || command.isGet) return [...fields, ...others];
  const length = (encode(command.data, "utf-8") as string).length;
  const type = replacement("Content-Type") ? null : "application/x-www-form-urlencoded";
  return [
    ...fields,
    ...others,
    { name: "Content-Length", value: String(length), at: null },
    ...(type === null ? [] : [{ name: "Content-Type", value: type, at: null }]),
  ];
}

/** curl sends what -H says as it stands, blanks included; without a value it takes the header away, and with a semicolon sends none. */
function readHeader({ text, at }: Word): (HeaderField & { readonly isRemoved: boolean })[] {
  const [, name = "", mark = "", value = ""] = /^([^:;]+)([:;])([\s\S]*)$/.exec(text) ?? [];
  const isEmpty = value.trim() === "";
  if (name === "" || (mark === ";" && !isEmpty)) return [];
  const line = mark === ";" ? `${name}:` : text;
  return [{ name: name.trim(), value: value.trim(), at, line, isRemoved: mark === ":" && isEmpty }];
}

/** RFC 7617 §2. */
function basic(user: string): string {
  return `Basic ${encodeBase64(latin1(encode(user, "utf-8") as string))}`;
}

function targetOf({ target, data, isGet }: Command, path: string): string {
  if (target !== null) return target;
  return isGet && data !== null ? `${path}${path.includes("?") ? "&" : "?"}${data}` : path;
}

/** Without the port that the scheme has anyway. */
function hostOf({ host, secure }: Address): string {
  return host.replace(secure ? /:443$/ : /:80$/, "");
}

function draft(command: Command, choice: Choice): DraftMessage {
  const url = command.url ?? "";
  const address = readAddress(/^[a-z]+:\/\//i.test(url) ? url : `http://${url}`);
  command.user ??= /^\w+:\/\/([^/?#@\s]+)@/.exec(url)?.[1] ?? null;
  const content = command.isGet ? null : command.data;
  const method = command.method ?? (content === null ? "GET" : "POST");
  const note = "This is what curl would send for the command; what it did send, curl -v shows.";
  const lost: Omit<Loss, "in">[] = [{ what: "headers-reordered", at: command.at, note }];
  if (address?.secure && !command.isVersionSaid) {
    const why =
      "Over TLS curl offers HTTP/2, which has no Upgrade: without --http1.1 this may not be what was sent.";
    lost.push({ what: "start-line", at: command.at, note: why });
  }
  return draftOf(
    {
      side: "request",
      startLine: `${method} ${targetOf(command, address?.target ?? "/")} ${command.version}`,
      fields: fieldsOf(command, address ? hostOf(address) : ""),
      body: content === null ? null : latin1(encode(content, "utf-8") as string),
      lost,
    },
    choice,
  );
}

/**
 * The headers of a message as a program's object: Node's `req.headers` and `rawHeaders`, Python's dicts and ASGI's lists of pairs,
 * CGI's and Rack's `HTTP_…` variables, Go's `map[…]`, PHP's print_r and var_dump. A response belongs to the request before it.
 */
import type { Loss } from "../conversation.ts";
import { finish } from "../finish.ts";
import type { Choice, Format } from "../format.ts";
import type { Side } from "../text/message-text.ts";
import { pair } from "../text/text-conversations.ts";
import { draftOf, type HeaderField, readAddress } from "./header-list.ts";
import { sideOfName } from "./known-names.ts";
import {
  findValues,
  isObject,
  items,
  type Loose,
  type LooseObject,
  member,
  stringMember,
} from "./loose-json.ts";

export const headersObject: Format = {
  id: "headers-object",
  name: "headers object",
  detect: ({ text }) =>
    /(?:sec[-_]websocket|http_upgrade|["']?upgrade["']?\s*(?:=>|:)|&\{GET \S{1,2000} HTTP\/)/i.test(
      text,
    ) && /[{[]|^\s*HTTP_|=>/m.test(text),
  read: ({ text }, choice) => {
    const found = [
      ...findValues(text).flatMap(({ value, at }) => listsIn(value, at)),
      ...goMaps(text),
      ...printR(text),
      ...variables(text),
    ];
    const messages = found.map((list) => {
      const isStatus = list.startLine?.startsWith("HTTP/");
      const side = isStatus ? "response" : sideOf(list.fields, choice);
      return { side, draft: draftOf({ ...list, side }, choice) };
    });
    return pair(messages).map((draft) => finish(draft, headersObject.name, choice));
  },
};

interface Found {
  readonly startLine: string | null;
  readonly fields: readonly HeaderField[];
  readonly body: null;
  readonly lost: readonly Omit<Loss, "in">[];
}

const MERGED =
  "An object of headers keeps neither the case of their names nor those that came twice.";
const TRIMMED = "The program took the spaces at the ends of the values away before it showed them.";

/** The fields of an object whose values are strings, or lists of them. */
export function fieldsOfObject({ entries }: LooseObject): HeaderField[] {
  return entries.flatMap(({ name, value, at }) => {
    const values = Array.isArray(value) ? items(value) : [value];
    return values.flatMap((one) =>
      typeof one === "string" || typeof one === "number" ? [{ name, value: String(one), at }] : [],
    );
  });
}

const STATUS_TEXT: Record<number, string> = { 101: "Switching Protocols" };
const DEEPEST = 6;

/** Objects and lists that have a header of a handshake in them. */
function listsIn(value: Loose, at: number, depth = 0): Found[] {
  if (depth > DEEPEST) return [];
  if (!isObject(value)) {
    const pairs = fieldsOfList(items(value), at);
    if (isHandshake(pairs)) return [found(null, pairs, TRIMMED, "edge-spaces", at)];
    return items(value).flatMap((item) => listsIn(item, at, depth + 1));
  }
  const raw = fieldsOfList(items(member(value, "rawHeaders")), at);
  if (isHandshake(raw)) return [found(lineOf(value), raw, TRIMMED, "edge-spaces", at)];
  const own = fieldsOfObject(value);
  const cgi = own.flatMap(fromCgi);
  if (isHandshake(cgi)) return [found(lineOf(value), cgi, MERGED, "headers-merged", at)];
  if (isHandshake(own)) {
    // Node shows those of HTTP/2 with the pseudo-fields that stand for a start line.
    const [pseudo, ...others] = own.filter(({ name }) => /^:[a-z]+$/.test(name));
    const line = pseudo ? `${pseudo.name}: ${pseudo.value}` : lineOf(value);
    const fields = [...others, ...own.filter(isField)];
    return [found(line, fields, MERGED, "headers-merged", at)];
  }
  const inner = value.entries.flatMap((entry) => listsIn(entry.value, entry.at, depth + 1));
  const line = lineOf(value);
  const lists = inner.map((list) =>
    withHost({ ...list, startLine: list.startLine ?? line }, value),
  );
  const [only, ...others] = lists;
  const refused = only && others.length === 0 ? refusalBeside(value, at) : null;
  return only && refused && sideOf(only.fields, {}) === "request" ? [only, refused] : lists;
}

/** Go's servers, and what is built on them, keep Host apart from the other fields. */
function withHost(list: Found, value: Loose): Found {
  const host = stringMember(value, "host");
  const hasHost = list.fields.some(({ name }) => name.toLowerCase() === "host");
  if (host === undefined || hasHost || sideOf(list.fields, {}) !== "request") return list;
  return { ...list, fields: [{ name: "Host", value: host, at: null }, ...list.fields] };
}

/** The answer that a log has beside the request: none of its fields needs to be one of a handshake. Null when it is not refused. */
function refusalBeside(value: LooseObject, at: number): Found | null {
  const answer = ["response", "res", "resp"].map((name) => member(value, name)).find(isObject);
  const line = lineOf(answer ?? null) ?? lineOf(value);
  const headers = answer ? ["headers"] : ["resp_headers", "response_headers", "responseHeaders"];
  const shown = headers.map((name) => member(answer ?? value, name)).find(isObject);
  if (!line?.startsWith("HTTP/") || line.startsWith("HTTP/1.1 101")) return null;
  return found(line, shown ? fieldsOfObject(shown) : [], MERGED, "headers-merged", at);
}

function found(
  startLine: string | null,
  fields: readonly HeaderField[],
  note: string,
  what: Loss["what"],
  at: number,
): Found {
  return { startLine, fields, body: null, lost: [{ what, at, note }] };
}

function isHandshake(fields: readonly HeaderField[]): boolean {
  return fields.some(
    ({ name, value }) =>
      /^sec-websocket-/i.test(name) || (/^upgrade$/i.test(name) && /websocket/i.test(value)),
  );
}

/** Beside the headers a program may print what it made of the request line. */
function isField({ name }: HeaderField): boolean {
  return sideOfName(name) !== null || name.includes("-");
}

/** Names and values in turn, or pairs of them. */
function fieldsOfList(list: readonly Loose[], at: number): HeaderField[] {
  if (list.length > 0 && list.every((item) => typeof item === "string")) {
    const fields: HeaderField[] = [];
    for (let i = 0; i + 1 < list.length; i += 2)
      fields.push({ name: list[i] as string, value: list[i + 1] as string, at });
    return fields;
  }
  return list.flatMap((item) => {
    const [name, value] = items(item);
    if (typeof name === "string" && typeof value === "string") return [{ name, value, at }];
    const named = stringMember(item, "name");
    const valued = stringMember(item, "value");
    return named === undefined || valued === undefined ? [] : [{ name: named, value: valued, at }];
  });
}

function lineOf(value: Loose): string | null {
  const status = member(value, "statusCode") ?? member(value, "status");
  if (typeof status === "number" && status >= 100 && status <= 999) {
    return `HTTP/1.1 ${status} ${stringMember(value, "statusMessage") ?? STATUS_TEXT[status] ?? ""}`;
  }
  const url = ["url", "REQUEST_URI", "path", "PATH_INFO", "uri"]
    .map((name) => stringMember(value, name))
    .find(Boolean);
  if (url === undefined) return null;
  const method = stringMember(value, "method") ?? stringMember(value, "REQUEST_METHOD") ?? "GET";
  const query = stringMember(value, "QUERY_STRING");
  const target = readAddress(url)?.target ?? url;
  return `${method} ${query && !target.includes("?") ? `${target}?${query}` : target} HTTP/1.1`;
}

/** RFC 3875 §4.1.18: `HTTP_SEC_WEBSOCKET_KEY`. */
function fromCgi({ name, value, at }: HeaderField): HeaderField[] {
  if (!/^HTTP_[A-Z0-9_]+$/.test(name) || name === "HTTP_VERSION") return [];
  const words = name.slice(5).toLowerCase().split("_");
  return [
    {
      name: words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("-"),
      value,
      at,
    },
  ];
}

/** `map[Connection:[Upgrade] Sec-Websocket-Key:[…]]`, sorted by Go; with what a printed http.Request has around it. */
function goMaps(text: string): Found[] {
  return Array.from(
    text.matchAll(/\bmap\[((?:[\w-]{1,64}:\[[^\]\n]{0,2000}\]\s?){1,100})\]/g),
  ).flatMap((match) => {
    const at = match.index;
    const fields = Array.from(
      (match[1] as string).matchAll(/([\w-]+):\[([^\]\n]*)\]/g),
      ([, name = "", value = ""]) => ({ name, value, at }),
    );
    const line = goRequestLine(text.slice(Math.max(0, at - LONGEST_LINE), at));
    if (line === null && !isHandshake(fields)) return [];
    const list = found(line, fields, MERGED, "headers-merged", at);
    const end = at + match[0].length;
    const host = line && GO_HOST.exec(text.slice(end, end + LONGEST_LINE))?.[1];
    return [withHost(list, { entries: host ? [{ name: "host", value: host, at }] : [] })];
  });
}

const LONGEST_LINE = 2048;
/** Behind the header: the body, the length of it, what it is encoded with, whether to close, and Host. */
const GO_HOST =
  /^ \S{1,200} (?:\S{1,200} )?-?\d{1,19} \[[^\]]{0,100}\] (?:true|false) (\S{1,300}) map\[/;

/** Of `&{GET /room HTTP/1.1 1 1 `, with which the text ends; null when it does not. */
function goRequestLine(before: string): string | null {
  const start = before.lastIndexOf("&{");
  const line = /^&\{([A-Z]{3,20} \S{1,2000} HTTP\/\d\.\d) \d \d $/.exec(before.slice(start));
  return start < 0 ? null : (line?.[1] ?? null);
}

/** `[Sec-WebSocket-Key] => …`, `["Sec-WebSocket-Key"]=> string(24) "…"` or, where no brackets are around, `'Sec-WebSocket-Key' => '…'`. */
function printR(text: string): Found[] {
  const printed = text.matchAll(/^[ \t]*\[([\w-]+)\] => (.*)$/gm);
  const dumped = text.matchAll(/\["([\w-]{1,64})"\]=>\s{1,20}string\(\d{1,9}\) "([^"\n]*)"/g);
  const exported = /[{[]/.test(text)
    ? []
    : text.matchAll(/^[ \t]*'([\w-]{1,64})' => '([^'\n]*)'/gm);
  return listOf([...printed, ...dumped, ...exported]);
}

/** `HTTP_UPGRADE=websocket`, a line each, as a CGI program's environment has them. */
function variables(text: string): Found[] {
  if (/[{[]/.test(text)) return [];
  const names = "HTTP_[A-Z0-9_]{1,64}|REQUEST_(?:URI|METHOD)|PATH_INFO|QUERY_STRING";
  return listOf([...text.matchAll(new RegExp(`^\\s*(${names})\\s*[=:]\\s*(.*)$`, "gm"))]);
}

function listOf(matches: readonly RegExpMatchArray[]): Found[] {
  const rows = matches.map(({ index = 0, 1: name = "", 2: value = "" }) => ({
    name,
    value,
    at: index,
  }));
  const line = lineOf({ entries: rows });
  const cgi = rows.flatMap(fromCgi);
  const fields = isHandshake(cgi) ? cgi : rows;
  return isHandshake(fields)
    ? [found(line, fields, MERGED, "headers-merged", fields[0]?.at ?? 0)]
    : [];
}

function sideOf(fields: readonly HeaderField[], { side }: Choice): Side {
  const definite = fields
    .map(({ name }) => sideOfName(name))
    .find((known) => known === "request" || known === "response");
  return (definite as Side | undefined) ?? side ?? "request";
}

/** HAR 1.2: every WebSocket entry of what a browser's network panel saved, with the messages that Chrome adds to it. */
import type { Conversation, Loss } from "../conversation.ts";
import { type DraftMessage, finish } from "../finish.ts";
import type { Choice, Format } from "../format.ts";
import { draftOf, type HeaderField, readAddress } from "./header-list.ts";
import { isObject, items, type Loose, member, parseLoose, stringMember } from "./loose-json.ts";
import { frameLosses, framesOf, type RecordedMessage } from "./message-frames.ts";

export const har: Format = {
  id: "har",
  name: "HAR",
  detect: ({ text }) =>
    /^\s*[[{]/.test(text.slice(0, 256)) &&
    /"entries"\s*:\s*\[|"_webSocketMessages"|"_resourceType"\s*:\s*"websocket"/.test(text),
  read: ({ text }, choice) => {
    const parsed = parseLoose(text, text.search(/\S/));
    const entries = entriesOf(parsed?.value);
    if (!parsed || entries.length === 0) return [];
    const conversations = entries.filter(isWebSocket).map((entry) => conversationOf(entry, choice));
    if (conversations.length === 0) return [noneOf(entries.length)];
    if (parsed.stoppedAt === null) return conversations;
    const note = `The file stops at offset ${parsed.stoppedAt}; what stands before it was read.`;
    const last = conversations.at(-1) as Conversation;
    const cut: Loss = { what: "cut", in: "serverBytes", at: parsed.stoppedAt, note };
    return [...conversations.slice(0, -1), { ...last, exact: false, lost: [...last.lost, cut] }];
  },
};

/** Of a whole file, or those that somebody took out of one. */
function entriesOf(value: Loose | undefined): readonly Loose[] {
  if (Array.isArray(value)) return value;
  const isEntry = isObject(member(value, "request"));
  return isEntry && value !== undefined ? [value] : items(member(member(value, "log"), "entries"));
}

const REBUILT: Omit<Loss, "in"> = {
  what: "headers-reordered",
  at: null,
  note: "A HAR file keeps names and values, not bytes: the order of the headers, their spaces and the line ends are put together again.",
};

function isWebSocket(entry: Loose): boolean {
  const request = member(entry, "request");
  const isSocket =
    /^wss?:/i.test(stringMember(request, "url") ?? "") ||
    stringMember(entry, "_resourceType") === "websocket";
  return isSocket || headersOf(request).some(({ name }) => /^sec-websocket-/i.test(name));
}

function noneOf(entries: number): Conversation {
  const note = `The HAR file has ${entries} entries, and none of them is a WebSocket: record again while the page connects.`;
  return { format: har.name, exact: false, lost: [{ what: "cut", in: "request", at: null, note }] };
}

function conversationOf(entry: Loose, choice: Choice): Conversation {
  const request = member(entry, "request");
  const response = member(entry, "response");
  const status = member(response, "status");
  const draft = {
    ...(isObject(request) && { request: requestOf(request, choice) }),
    ...(typeof status === "number" &&
      status > 0 && { response: responseOf(response as Loose, status, choice) }),
  };
  const conversation = finish(draft, har.name, choice);
  const messages = items(member(entry, "_webSocketMessages")).flatMap(messageOf);
  const unanswered: Loss = {
    what: "cut",
    in: "response",
    at: null,
    note: "Status 0 in a HAR file means that no response was recorded.",
  };
  const lost = [
    ...conversation.lost,
    ...frameLosses(messages, null),
    ...(draft.response ? [] : [unanswered]),
  ];
  return { ...conversation, ...framesOf(messages), lost };
}

function requestOf(request: Loose, choice: Choice): DraftMessage {
  const address = readAddress(stringMember(request, "url") ?? "");
  const fields = headersOf(request);
  const hasHost = fields.some(({ name }) => name.toLowerCase() === "host");
  const host = address && !hasHost ? [{ name: "Host", value: address.host, at: null }] : [];
  const line = address
    ? `${stringMember(request, "method") ?? "GET"} ${address.target} HTTP/1.1`
    : null;
  return draftOf(
    { side: "request", startLine: line, fields: [...host, ...fields], body: null, lost: [REBUILT] },
    choice,
  );
}

function responseOf(response: Loose, status: number, choice: Choice): DraftMessage {
  const line = `HTTP/1.1 ${status} ${stringMember(response, "statusText") ?? ""}`;
  return draftOf(
    { side: "response", startLine: line, fields: headersOf(response), body: null, lost: [REBUILT] },
    choice,
  );
}

function headersOf(message: Loose | undefined): HeaderField[] {
  return items(member(message, "headers")).flatMap((header) => {
    const name = stringMember(header, "name");
    const value = stringMember(header, "value");
    // HTTP/2 has fields such as ":path", which are no headers.
    return name === undefined || value === undefined || name.startsWith(":")
      ? []
      : [{ name, value, at: null }];
  });
}

function messageOf(message: Loose): RecordedMessage[] {
  const data = stringMember(message, "data");
  const opcode = member(message, "opcode");
  if (data === undefined || typeof opcode !== "number") return [];
  return [{ from: stringMember(message, "type") === "send" ? "client" : "server", opcode, data }];
}

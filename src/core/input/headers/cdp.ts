/**
 * Events of the Chrome DevTools Protocol, as puppeteer and chrome://inspect print them: the handshake's headers as objects, sometimes
 * its text, and each frame's payload. Events with the same requestId are one conversation.
 */
import type { Conversation } from "../conversation.ts";
import { type Draft, type DraftMessage, finish } from "../finish.ts";
import type { Choice, Format } from "../format.ts";
import { splitLines } from "../text/lines.ts";
import { cutMessages, type Side } from "../text/message-text.ts";
import { draftMessage } from "../text/text-conversations.ts";
import { draftOf, readAddress } from "./header-list.ts";
import { fieldsOfObject } from "./headers-object.ts";
import { findValues, isObject, items, type Loose, member, stringMember } from "./loose-json.ts";
import { frameLosses, framesOf, type RecordedMessage } from "./message-frames.ts";

export const cdp: Format = {
  id: "cdp",
  name: "Chrome DevTools Protocol",
  detect: ({ text }) =>
    /webSocket(?:WillSend|Handshake|Created|Frame)|"?(?:requestHeadersText|headersText)"?\s*:/.test(
      text,
    ),
  read: ({ text }, choice) => {
    const exchanges = new Map<string, Exchange>();
    for (const { value, at } of findValues(text))
      for (const event of eventsOf(value)) add(exchanges, event, at);
    return [...exchanges.values()].map((exchange) => conversationOf(exchange, choice));
  },
};

interface Exchange {
  url: string | undefined;
  request: Loose | undefined;
  response: Loose | undefined;
  readonly messages: RecordedMessage[];
  readonly at: number;
}

/** The parameters of events; a list of them, one alone, or only its parameters. */
function eventsOf(value: Loose): Loose[] {
  if (!isObject(value)) return items(value).flatMap(eventsOf);
  const params = member(value, "params");
  if (isObject(params))
    return [
      { entries: [...params.entries, ...value.entries.filter(({ name }) => name === "method")] },
    ];
  const messages = member(value, "message");
  return isObject(messages) ? eventsOf(messages) : [value];
}

function add(exchanges: Map<string, Exchange>, event: Loose, at: number): void {
  const id = stringMember(event, "requestId") ?? "";
  const method = stringMember(event, "method") ?? "";
  const request = member(event, "request");
  const response = isResponse(event) ? event : member(event, "response");
  const url = stringMember(event, "url");
  const isFrame = member(response, "payloadData") !== undefined;
  const isPart =
    member(request, "headers") !== undefined ||
    isResponse(response) ||
    isFrame ||
    /webSocketCreated$/.test(method);
  if (!isPart) return;
  const exchange = exchanges.get(id) ?? {
    url: undefined,
    request: undefined,
    response: undefined,
    messages: [],
    at,
  };
  exchanges.set(id, exchange);
  exchange.url ??= url ?? stringMember(request, "url");
  exchange.request ??= member(request, "headers") === undefined ? undefined : request;
  if (isFrame) exchange.messages.push(messageOf(response as Loose, method));
  else if (isResponse(response)) exchange.response ??= response;
}

function isResponse(value: Loose | undefined): boolean {
  return (
    typeof member(value, "status") === "number" || stringMember(value, "headersText") !== undefined
  );
}

function messageOf(frame: Loose, method: string): RecordedMessage {
  const opcode = member(frame, "opcode");
  return {
    from: /Sent$/.test(method) || member(frame, "mask") === true ? "client" : "server",
    opcode: typeof opcode === "number" ? opcode : 1,
    data: stringMember(frame, "payloadData") ?? "",
  };
}

function conversationOf(
  { url, request, response, messages, at }: Exchange,
  choice: Choice,
): Conversation {
  const draft: Draft = {
    ...part(
      "request",
      textDraft(response, "requestHeadersText", at, choice) ??
        requestDraft(request ?? response, url, choice),
    ),
    ...part(
      "response",
      textDraft(response, "headersText", at, choice) ?? responseDraft(response, choice),
    ),
  };
  const conversation = finish(draft, cdp.name, choice);
  const lost = [...conversation.lost, ...frameLosses(messages, at)];
  return { ...conversation, ...framesOf(messages), exact: lost.length === 0, lost };
}

function part(side: Side, message: DraftMessage | null): Draft {
  return message ? { [side]: message } : {};
}

/** The text of a head, which newer versions keep as it came. */
function textDraft(
  response: Loose | undefined,
  name: string,
  at: number,
  choice: Choice,
): DraftMessage | null {
  const text = stringMember(response, name);
  if (text === undefined) return null;
  const [message] = cutMessages(splitLines(text).map((line) => ({ ...line, at }))).messages;
  return message
    ? { ...draftMessage(message, { format: cdp.name, choice, spacesKept: true }), body: null }
    : null;
}

const NOTE =
  "The protocol's header objects do not keep the order of headers and join those that came twice.";

function requestDraft(
  message: Loose | undefined,
  url: string | undefined,
  choice: Choice,
): DraftMessage | null {
  const headers = member(message, "requestHeaders") ?? member(message, "headers");
  const isOwn = member(message, "requestHeaders") !== undefined || !isResponse(message);
  if (!isObject(headers) || !isOwn) return null;
  const address = readAddress(url ?? "");
  const startLine = address ? `GET ${address.target} HTTP/1.1` : null;
  const lost = [{ what: "headers-merged", at: null, note: NOTE } as const];
  return draftOf(
    { side: "request", startLine, fields: fieldsOfObject(headers), body: null, lost },
    choice,
  );
}

function responseDraft(response: Loose | undefined, choice: Choice): DraftMessage | null {
  const headers = member(response, "headers");
  if (!isObject(headers)) return null;
  const startLine = `HTTP/1.1 ${member(response, "status") ?? 101} ${stringMember(response, "statusText") ?? ""}`;
  const lost = [{ what: "headers-merged", at: null, note: NOTE } as const];
  return draftOf(
    { side: "response", startLine, fields: fieldsOfObject(headers), body: null, lost },
    choice,
  );
}

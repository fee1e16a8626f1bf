/**
 * A Sec-WebSocket-Key and what a server made of it, given as values alone: `key = "dGhl…"`, `accept: …`. A key is 24 characters of
 * base64 that end with "==", and what is longer is taken for the other.
 */
import { finish } from "../finish.ts";
import type { Format, Pasted } from "../format.ts";
import { draftOf, type HeaderField } from "./header-list.ts";

const LONGEST = 4000;
const VALUE = /(?<![\w+/=])[A-Za-z0-9+/]{22,88}={0,2}(?![\w+/=])/g;

export const bareValues: Format = {
  id: "values",
  name: "key and accept values",
  detect: (pasted) => read(pasted) !== null,
  read: (pasted, choice) => {
    const values = read(pasted);
    if (!values) return [];
    const note = "Only values are in the paste; the headers around them are the usual ones.";
    const lost = [{ what: "start-line", at: values.key.at, note } as const];
    const upgrade = [field("Upgrade", "websocket"), field("Connection", "Upgrade")];
    const version = field("Sec-WebSocket-Version", "13");
    const request = {
      side: "request",
      startLine: "GET / HTTP/1.1",
      fields: [field("Host", "localhost"), ...upgrade, values.key, version],
      body: null,
      lost,
    } as const;
    const response =
      values.accept &&
      ({
        side: "response",
        startLine: "HTTP/1.1 101 Switching Protocols",
        fields: [...upgrade, values.accept],
        body: null,
        lost,
      } as const);
    return [
      finish(
        {
          request: draftOf(request, choice),
          ...(response && { response: draftOf(response, choice) }),
        },
        bareValues.name,
        choice,
      ),
    ];
  },
};

function field(name: string, value: string): HeaderField {
  return { name, value, at: null };
}

function read({
  text,
}: Pasted): { readonly key: HeaderField; readonly accept: HeaderField | null } | null {
  if (text.length > LONGEST) return null;
  const values = Array.from(text.matchAll(VALUE), (match) => ({
    value: match[0],
    at: match.index,
  }));
  const key = values.find(({ value }) => /^[^=]{22}==$/.test(value));
  if (!key) return null;
  const accept = values.find((value) => value !== key && value.value.length >= 27);
  return {
    key: { name: "Sec-WebSocket-Key", ...key },
    accept: accept ? { name: "Sec-WebSocket-Accept", ...accept } : null,
  };
}

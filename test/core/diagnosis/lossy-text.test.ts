/** Right handshakes as text that lost or won something on its way: no finding may call that an error of the peers. */
import { describe, expect, test } from "vitest";
import { fromLatin1 } from "../../../src/core/bytes/ascii.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { draftExchange } from "../../../src/core/diagnosis/example.ts";
import { rfcExchange } from "../../../src/core/diagnosis/rfc-example.ts";
import type { Conversation } from "../../../src/core/input/conversation.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";

const textOf = ({ request, response }: Conversation): string =>
  [request, response].map((bytes) => fromLatin1(bytes ?? new Uint8Array())).join("\n");
const EXCHANGES = { "hixie-76": textOf(draftExchange()), "RFC 6455": textOf(rfcExchange()) };

const eachLine = (change: (line: string) => string) => (text: string) =>
  text.split(/\r?\n/).map(change).join("\n");

const DAMAGES: readonly (readonly [string, (text: string) => string])[] = [
  ["two spaces behind each line", eachLine((line) => `${line}  `)],
  ["a tab behind each name", eachLine((line) => line.replace(/^([\w-]+): /, "$1:\t"))],
  ["an empty line behind each line", eachLine((line) => `${line}\n`)],
  ["lines indented", eachLine((line) => `    ${line}`)],
  ["spaces joined", (text) => text.replaceAll("\r\n", "\n").replace(/ +/g, " ")],
  ["line ends of Unix", (text) => text.replaceAll("\r\n", "\n")],
];

describe.each(Object.entries(EXCHANGES))("%s", (_, exchange) => {
  test.each(DAMAGES)("%s", (_, damage) => {
    for (const conversation of readPaste(damage(exchange))) {
      const { findings, verdict } = diagnose(conversation, { secure: false });
      expect(findings.filter(({ level }) => level === "error")).toEqual([]);
      expect(verdict).not.toBe("refuse");
    }
  });
});

test.each(["Sec-WebSo", "Sec-WebSocket-Key: dGhlIHNh", "Upgr", "Connection: Up", "Version: 1"])(
  "a text that stops behind “%s” blames nobody for what is missing",
  (end) => {
    const text = EXCHANGES["RFC 6455"];
    const [conversation] = readPaste(text.slice(0, text.indexOf(end) + end.length));
    const { findings } = diagnose(conversation as Conversation);
    expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  },
);

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
const HIXIE_75 = [
  "GET /demo HTTP/1.1",
  "Upgrade: WebSocket",
  "Connection: Upgrade",
  "Host: example.com",
  "Origin: http://example.com",
  "",
  "HTTP/1.1 101 Web Socket Protocol Handshake",
  "Upgrade: WebSocket",
  "Connection: Upgrade",
  "WebSocket-Origin: http://example.com",
  "WebSocket-Location: ws://example.com/demo",
  "",
  "",
].join("\r\n");
const EXCHANGES = {
  "hixie-75": HIXIE_75,
  "hixie-76": textOf(draftExchange()),
  "RFC 6455": textOf(rfcExchange()),
};

const eachLine = (change: (line: string) => string) => (text: string) =>
  text.split(/\r?\n/).map(change).join("\n");

const DAMAGES: readonly (readonly [string, (text: string) => string])[] = [
  ["two spaces behind each line", eachLine((line) => `${line}  `)],
  ["a tab behind each name", eachLine((line) => line.replace(/^([\w-]+): /, "$1:\t"))],
  ["an empty line behind each line", eachLine((line) => `${line}\n`)],
  ["lines indented", eachLine((line) => `    ${line}`)],
  ["spaces joined", (text) => text.replaceAll("\r\n", "\n").replace(/ +/g, " ")],
  ["two spaces behind each colon", eachLine((line) => line.replace(/^([\w-]+): /, "$1:  "))],
  [
    "Host and Origin taken out",
    eachLine((line) => line.replace(/^(Host|Origin): .*/, "$1: [redacted]")),
  ],
  [
    "keys taken out",
    eachLine((line) => line.replace(/^(Sec-WebSocket-(?:Key[12]?|Accept)): .*/, "$1: ***")),
  ],
  [
    "keys cut short",
    eachLine((line) => line.replace(/^(Sec-WebSocket-(?:Key|Accept): .{5}).*/, "$1...")),
  ],
  [
    "keys cut with an ellipsis",
    eachLine((line) => line.replace(/^(Sec-WebSocket-(?:Key|Accept): .{5}).*/, "$1…")),
  ],
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

test.each(Object.entries(EXCHANGES))("line ends of Unix leave an answer of %s right", (_, text) => {
  const [conversation] = readPaste(text.replaceAll("\r\n", "\n"));
  expect(diagnose(conversation as Conversation, { secure: false }).verdict).toBe("accept");
});

test.each([
  [HIXIE_75.replace(/Host: .*/, "Host: [redacted]"), /^Host is not in the paste/],
  [HIXIE_75.replace(/Origin: .*/, "Origin: [redacted]"), /^Origin is not in the paste/],
  [HIXIE_75.replaceAll("ws://", "wss://"), /wss/],
])("where an answer cannot be judged, what is missing is named: %#", (text, lacks) => {
  const [conversation] = readPaste(text.replaceAll("\r\n", "\n"));
  const diagnosis = diagnose(conversation as Conversation);
  expect(diagnosis.verdict).toBe("unknown");
  expect(diagnosis.lacks).toMatch(lacks);
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

describe("a head in one line is parted before its fields", () => {
  test.each([" ", "; ", ", ", " | "])("with %j for the line ends", (joint) => {
    for (const bytes of Object.values(rfcExchange())) {
      if (!(bytes instanceof Uint8Array)) continue;
      const [conversation] = readPaste(fromLatin1(bytes).replaceAll("\r\n", joint));
      const read = conversation?.request ?? conversation?.response ?? new Uint8Array();
      expect(fromLatin1(read)).toBe(fromLatin1(bytes));
    }
  });

  test("but no line of a log that names a host", () => {
    const line =
      'client: 192.0.2.1, server: x, request: "GET /ws HTTP/1.1", upstream: "http://127.0.0.1/", host: "x"';
    expect(readPaste(line)[0]?.format).toBe("text");
  });
});

test.each(["<br>", "^M", "<CR><LF>", "\\"])(
  "an answer alone whose lines end with %s is read",
  (mark) => {
    const { response } = rfcExchange();
    const text = fromLatin1(response as Uint8Array).replaceAll("\r\n", `${mark}\n`);
    const [conversation] = readPaste(text);
    expect(fromLatin1(conversation?.response as Uint8Array)).toBe(
      fromLatin1(response as Uint8Array),
    );
  },
);

test("no mistake is found in a digest for keys that were taken out", () => {
  const text = EXCHANGES["hixie-76"].replace(/^(Sec-WebSocket-Key[12]): .*$/gm, "$1: ***");
  const [conversation] = readPaste(text.replaceAll("\r\n", "\n"));
  expect(diagnose(conversation as Conversation).suspects).toEqual([]);
});

test("a 101 of which a text has the first line alone blames nobody for its fields", () => {
  const [request] = EXCHANGES["RFC 6455"].split("HTTP/1.1 101");
  const [conversation] = readPaste(`${request}HTTP/1.1 101 Switching Protocols`);
  const { findings } = diagnose(conversation as Conversation);
  expect(findings.filter(({ level }) => level === "error")).toEqual([]);
});

test("a refusal of which a text has the first line alone is one", () => {
  const [conversation] = readPaste("HTTP/1.1 404 Not Found");
  expect(diagnose(conversation as Conversation).verdict).toBe("refuse");
});

test("an answer to a request whose origin was taken out is not called right", () => {
  const text = EXCHANGES["hixie-76"].replace(/^(Host|Origin): .*$/gm, "$1: [redacted]");
  const [conversation] = readPaste(text);
  expect(diagnose(conversation as Conversation, { secure: false }).verdict).toBe("unknown");
});

/** HTTP as text, with what terminals, editors, forums and logs do to lines. */
import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";
import { RFC6455 } from "../../fixtures/exchanges.ts";

const lines = (bytes: Uint8Array) => fromLatin1(bytes).split("\r\n").slice(0, -2);
const REQUEST = lines(RFC6455.request);
const RESPONSE = lines(RFC6455.response);
const text = (ls: readonly string[]) => `${ls.join("\n")}\n\n`;

/** "line-endings, cut in response" */
const losses = (pasted: string) =>
  readPaste(pasted)
    .flatMap(({ lost }) => lost)
    .map((loss) => (loss.in === "request" ? loss.what : `${loss.what} in ${loss.in}`))
    .join(", ");

function expectBoth(pasted: string): void {
  const [conversation, ...others] = readPaste(pasted);
  expect(others).toEqual([]);
  for (const side of ["request", "response"] as const)
    expect(fromLatin1(conversation?.[side] ?? new Uint8Array(0))).toBe(fromLatin1(RFC6455[side]));
}

describe("both messages are read, and nothing around them", () => {
  test.each([
    [
      "in code blocks without blank lines, with words behind them",
      `**Request**\n\n\`\`\`http\n${REQUEST.join("\n")}\n\`\`\`\n\n**Response**\n\n\`\`\`\n${RESPONSE.join("\n")}\n\`\`\`\nThanks for any help!\n`,
    ],
    ["in one code block, with words behind it", `~~~\n${text(REQUEST)}${text(RESPONSE)}~~~\nBye\n`],
    [
      "above a rule that other lines follow",
      `${text(REQUEST)}---\n${RESPONSE.join("\n")}\n-------\nSent: 5 bytes\n`,
    ],
    ["above a rule", `${text(REQUEST)}---\n${RESPONSE.join("\n")}\n-------\n`],
    [
      "with fields that are indented",
      text(REQUEST).replace(/\n(?=\w)/g, "\n    ") + text(RESPONSE),
    ],
    [
      "in colour",
      text(REQUEST).replace(/^/gm, "\x1b[32m") + text(RESPONSE).replace(/$/gm, "\x1b[0m"),
    ],
    [
      "behind other words than the start line, as HAProxy has them",
      [REQUEST, RESPONSE]
        .map(([first, ...fields], i) =>
          [`1:in.cli[7:f]: ${first}`, ...fields.map((field) => `1:in.hdr[${i}:f]: ${field}`)].join(
            "\n",
          ),
        )
        .join("\n"),
    ],
    ["in tags", `<pre><code>${text(REQUEST)}</code></pre>\n<pre>${text(RESPONSE)}</pre>`],
    ["in paragraphs", (text(REQUEST) + text(RESPONSE)).replace(/^.+$/gm, "<p>$&</p>")],
    [
      "with names in HTML's bold",
      (text(REQUEST) + text(RESPONSE)).replace(/^[\w-]+:/gm, "<b>$&</b>"),
    ],
    [
      "with names in Markdown's bold",
      (text(REQUEST) + text(RESPONSE)).replace(/^[\w-]+:/gm, "**$&**"),
    ],
    ["in backticks", (text(REQUEST) + text(RESPONSE)).replace(/^.+$/gm, "`$&`")],
    [
      "in Jira's code",
      `{code}\n${REQUEST.join("\n")}\n{code}\nand\n{code:http}\n${RESPONSE.join("\n")}\n{code}\n`,
    ],
    [
      "in a forum's code",
      `[code]\n${REQUEST.join("\n")}\n[/code]\n[quote]${RESPONSE.join("\n")}[/quote]\n`,
    ],
    ["with breaks of HTML", (text(REQUEST) + text(RESPONSE)).replaceAll("\n", "<br>\n")],
    ["taken away in a diff", (text(REQUEST) + text(RESPONSE)).replace(/^/gm, "-")],
    [
      "with the numbers of their lines",
      (text(REQUEST) + text(RESPONSE))
        .split("\n")
        .map((line, i) => `${`${i + 1}`.padStart(6)}\t${line}`)
        .join("\n"),
    ],
    [
      "with numbers that grow",
      (text(REQUEST) + text(RESPONSE))
        .split("\n")
        .map((line, i) => `${`${i + 3}`.padStart(3)} ${line}`)
        .join("\n"),
    ],
  ])("%s", (_, pasted) => {
    expectBoth(pasted);
    expect(losses(pasted)).toMatch(/^line-endings\b/);
  });
});

describe("words between two messages are in neither of them", () => {
  test.each([
    "Response:",
    "The server answers:",
    "I get:",
    "and the server says",
    "Antwort vom Server:",
    "Réponse du serveur :",
    "Respuesta:",
    "Ответ сервера:",
    "サーバーの応答",
    "→",
    "2) Server reply",
    "[server -> client]",
    "then it closes.\n\nAnswer:",
    "And this is what comes back from my server, I have no idea why it does not work:",
  ])("%j", (words) => {
    for (const before of ["\n", "\n\n"])
      for (const after of ["\n", "\n\n"])
        expectBoth(
          `${words}\n${REQUEST.join("\n")}${before}${words}${after}${RESPONSE.join("\n")}\n`,
        );
  });

  test.each(["Sec-WebSocket-Version 13", "Cookie:", "X: a:", "kHTML/5 Safari/537.36", " folded"])(
    "%j are none, but a field that is wrong or goes on",
    (line) => {
      const [conversation] = readPaste(`${text([...REQUEST, line])}${text(RESPONSE)}`);
      expect(fromLatin1(conversation?.request ?? new Uint8Array(0))).toContain(`${line}\r\n`);
    },
  );
});

describe("line ends that are written out", () => {
  test.each([
    ["by cat -A", "^M$"],
    ["by an editor", "^M"],
    ["by name", "<CR><LF>"],
    ["as pictures", "␍␊"],
    ["by one name", "[CRLF]"],
    ["in words", " CRLF"],
    ["in hex", "<0d><0a>"],
    ["in Pascal", "#13#10"],
    ["in percent-encoding", "%0D%0A"],
    ["as an entity", "&#xD;"],
    ["by socat, the CR alone", "\\r"],
  ])("%s, are CRLF", (_, mark) => {
    const pasted = (text(REQUEST) + text(RESPONSE)).replaceAll("\n", `${mark}\n`);
    expectBoth(pasted);
    expect(losses(pasted)).toBe("");
  });

  test.each(["<CR><LF>", "[CRLF]", "{CRLF}", "%0D%0A", "&#13;&#10;", "␍␊"])(
    "as %s and nothing else, are CRLF",
    (mark) => {
      const [request, response] = [text(REQUEST), text(RESPONSE)].map((lines) =>
        lines.replaceAll("\n", mark),
      );
      expectBoth(`${request}\n${response}\n`);
      expect(losses(`${request}\n${response}\n`)).toBe("");
    },
  );

  test.each(["↵", "¶", "␤"])("as %s, are what the text has", (mark) => {
    const pasted = (text(REQUEST) + text(RESPONSE)).replaceAll("\n", `${mark}\n`);
    expectBoth(pasted);
    expect(losses(pasted)).toMatch(/^line-endings\b/);
  });

  test.each(["<br>", "<br/>"])("as %s and nothing else, are breaks", (mark) => {
    const pasted = text(REQUEST).replaceAll("\n", mark);
    expect(readPaste(pasted)).toMatchObject([{ request: RFC6455.request, exact: false }]);
  });

  test("by Basic's names, are CRLF", () => {
    const code = REQUEST.map((line) => `"${line}" & vbCrLf & _\n    `).join("");
    for (const end of ["vbCrLf\n", "vbCrLf\nconn.Send s"])
      expect(readPaste(`s = ${code}${end}`)).toMatchObject([
        { request: RFC6455.request, exact: true },
      ]);
  });

  test("by HttpClient's wire log, are CRLF, and its brackets are bytes", () => {
    const rows = (arrow: string, bytes: Uint8Array) =>
      (fromLatin1(bytes).match(/[^\n]*\n|[^\n]+$/g) ?? [])
        .map((line) =>
          line
            .replace("\r", "[\\r]")
            .replace("\n", "[\\n]")
            .replace(/[^ -~]/g, (c) => `[0x${c.charCodeAt(0).toString(16)}]`),
        )
        .map((line) => `DEBUG wire - http-outgoing-0 ${arrow} "${line}"\n`)
        .join("");
    const pasted =
      rows(">>", RFC6455.request) + rows("<<", RFC6455.response) + rows("<<", RFC6455.serverBytes);
    const { request, response, serverBytes } = RFC6455;
    const expected = { request, response, serverBytes, exact: true, lost: [] };
    expect(readPaste(pasted)).toMatchObject([expected]);
  });

  test("by that log without its arrows, are CRLF, and start lines tell the sides", () => {
    const rows = ({ request, response }: { request: Uint8Array; response: Uint8Array }) =>
      `${fromLatin1(request)}${fromLatin1(response)}`.replaceAll("\r\n", "[\\r][\\n]\n");
    const { request, response } = RFC6455;
    expect(readPaste(rows(RFC6455))).toMatchObject([{ request, response, exact: true }]);
    expect(readPaste(rows(RFC6455).replaceAll(/^.+$/gm, '"$&"'))).toMatchObject([
      { request, response, exact: true },
    ]);
  });

  test.each(["+", "<<"])("end where %s joins what is no string", (joint) => {
    const code = `"GET / HTTP/1.1\\r\\n" ${joint} "Host: a\\r\\n" ${joint} field(1) ${joint} "\\r\\n"`;
    const at = code.indexOf(` ${joint} field`);
    expect(readPaste(`send(${code})`)).toMatchObject([
      { exact: false, lost: [{ what: "cut", in: "request", at: at + "send(".length }] },
    ]);
  });

  test.each([
    ["with a CR too many", "\r\r\n", "line-endings"],
    [
      "with blank lines between them",
      "\n\n",
      "line-endings, line-endings, line-endings, line-endings in response, line-endings in response",
    ],
    [
      "with backslashes of Markdown",
      "\\\n",
      "line-endings, line-endings, line-endings in response",
    ],
    ["with CR alone", "\r", "line-endings, line-endings in response"],
    [
      "filled up with blanks",
      "  \n",
      "edge-spaces, line-endings, edge-spaces in response, line-endings in response",
    ],
  ])("%s, are put right, and it says so", (_, end, expected) => {
    const pasted = `${REQUEST.join(end)}${end}${end === "\n\n" ? "" : end}${RESPONSE.join(end)}${end}${end}`;
    expectBoth(pasted);
    expect(losses(pasted).split(", ").sort()).toEqual(expected.split(", ").sort());
  });
});

describe("a request is read from the calls that send it", () => {
  const each = (call: (line: string) => string) => [...REQUEST, ""].map(call).join("\n");

  test.each([
    ["Arduino", `${each((line) => `client.println(${line && `"${line}"`});`)}\nclient.stop();\n`],
    ["Arduino with F()", each((line) => `client.println(F("${line}"));`)],
    ["C#", each((line) => `writer.WriteLine("${line}");`)],
    ["a list that is joined", `[${each((line) => `"${line}",`)}\n""].join("\\r\\n")`],
  ])("%s: line ends are put there, and it says so", (_, pasted) => {
    expect(readPaste(pasted)).toMatchObject([{ request: RFC6455.request, exact: false }]);
    expect(losses(pasted)).toBe("line-endings");
  });

  test.each([
    ["Go", each((line) => `fmt.Fprintf(conn, "${line}\\r\\n")`)],
    ["Python", each((line) => `s.sendall(b"${line}\\r\\n")`)],
    ["C", each((line) => `send(fd, "${line}\\r\\n", n, 0);`)],
  ])("%s: every byte", (_, pasted) => {
    expect(readPaste(pasted)).toMatchObject([{ request: RFC6455.request, exact: true, lost: [] }]);
  });

  test("what a call made of its arguments is not known", () => {
    const pasted = `"${REQUEST[0]}\\r\\nHost: " + host(name) + "\\r\\n\\r\\n"`;
    expect(losses(pasted)).toBe("redacted");
  });
});

test("line ends within quotes are the text's own", () => {
  const pasted = `2024/01/01 10:00:00 [debug] 7#7: *1 http proxy header:\n"${text(REQUEST)}"\n`;
  expect(readPaste(pasted)).toMatchObject([{ request: RFC6455.request, exact: false }]);
  expect(losses(pasted)).toBe("line-endings");
});

test.each([
  ["below", (command: string, answer: string) => `$ ${command}\nConnected.\n${answer}`],
  ["above", (command: string, answer: string) => `${answer}\n$ ${command}\n`],
])("an answer as text %s the command with the request is read with it", (_, print) => {
  const request = REQUEST.map((line) => `${line}\\r\\n`).join("");
  const pasted = print(`printf '${request}\\r\\n' | nc -v localhost 80`, text(RESPONSE));
  expectBoth(pasted);
  expect(losses(pasted)).toBe("line-endings in response");
});

test.each([
  "xxxxx==",
  "x.x.x.x",
  "[...]",
  "…",
  "███████",
  "YOUR_KEY_HERE",
  "[key omitted]",
  "****==",
])("%s is what somebody put in the place of a key", (value) => {
  const key = "dGhlIHNhbXBsZSBub25jZQ==";
  expect(losses(fromLatin1(RFC6455.request).replace(key, value))).toBe("redacted");
});

test("no-break spaces are spaces", () => {
  const pasted = text(REQUEST).replaceAll(" ", "\u00a0");
  expect(readPaste(pasted)).toMatchObject([{ request: RFC6455.request, exact: false }]);
  expect(losses(pasted)).toContain("repeated-spaces");
});

test("a table with tabs in it is a head", () => {
  const pasted = (text(REQUEST) + text(RESPONSE)).replaceAll(": ", "\t");
  expectBoth(pasted);
  expect(losses(pasted).split(", ").sort()).toEqual([
    "edge-spaces",
    "edge-spaces in response",
    "line-endings",
    "line-endings in response",
  ]);
});

test.each([
  "WebSocket error: Unexpected response code: HTTP/1.1 403 Forbidden",
  'javax.websocket.DeploymentException: Handshake error: "HTTP/1.1 502 Bad Gateway"\n\tat A.b(A.java:1)',
])("%j quotes a status line, and is a message", (pasted) => {
  expect(readPaste(pasted)).toMatchObject([{ message: pasted, format: "console message" }]);
});

test("a file of another kind with messages in it is not exact", () => {
  const file = latin1(`\0\x01snoop\0\xff${fromLatin1(RFC6455.request)}\0\0\x8d\xff`);
  expect(readPaste(file)).toMatchObject([{ exact: false, lost: [{ what: "cut", at: 9 }] }]);
});

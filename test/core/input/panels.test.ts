/** What browsers' panels show and copy, row by row or as commands, in the layouts that they have had. */
import { describe, expect, test } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";

type Field = readonly [name: string, value: string];

const REQUEST: readonly Field[] = [
  ["Host", "localhost:8080"],
  ["Connection", "Upgrade"],
  ["Origin", "http://localhost:8080"],
  ["Upgrade", "websocket"],
  ["Sec-WebSocket-Version", "13"],
  ["Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="],
];
const RESPONSE: readonly Field[] = [
  ["Connection", "Upgrade"],
  ["Upgrade", "websocket"],
  ["Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="],
];
const GENERAL: readonly Field[] = [
  ["Request URL", "ws://localhost:8080/chat"],
  ["Request Method", "GET"],
  ["Status Code", "101 Switching Protocols"],
];

const head = (line: string, fields: readonly Field[]) =>
  latin1(`${[line, ...fields.map(([name, value]) => `${name}: ${value}`)].join("\r\n")}\r\n\r\n`);
const request = head("GET /chat HTTP/1.1", REQUEST);
const response = head("HTTP/1.1 101 Switching Protocols", RESPONSE);

type Rows = (fields: readonly Field[]) => string;
const rows =
  (between: string): Rows =>
  (fields) =>
    fields.map(([name, value]) => `${name}${between}${value}\n`).join("");

describe.each<[string, Rows]>([
  ["with a blank behind the colon", rows(": ")],
  ["without one", rows(":")],
  ["on two lines", rows(":\n")],
  ["on two lines, without colons", rows("\n")],
  ["in cells of a table", rows("\t")],
])("names and values %s", (_, print) => {
  test.each([
    [
      "under headings",
      `General\n${print(GENERAL)}Response Headers\n${print(RESPONSE)}Request Headers\n${print(REQUEST)}`,
    ],
    [
      "under headings that can be opened",
      `▼ General\n${print(GENERAL)}▼ Request Headers (6)\nRaw\n${print(REQUEST)}▼ Response Headers (3)\nRaw\n${print(RESPONSE)}`,
    ],
    ["under nothing", `${print(GENERAL)}${print(RESPONSE)}${print(REQUEST)}`],
  ])("%s", (_name, text) => {
    expect(readPaste(text)).toMatchObject([{ request, response, exact: false }]);
  });
});

test("a summary alone has the answer's status, and no request that asks for nothing", () => {
  const [first, ...others] = readPaste(
    "Request URL:ws://a.example/chat\nRequest Method:GET\nStatus Code:403 Forbidden\n",
  );
  expect(others).toEqual([]);
  expect(first?.request).toBeUndefined();
  expect(fromLatin1(first?.response ?? new Uint8Array(0))).toBe("HTTP/1.1 403 Forbidden\r\n\r\n");
  expect(first?.lost).toMatchObject([{ what: "headers-reordered" }, { what: "cut" }]);
});

test("a summary alone of an open connection is its request", () => {
  const [first] = readPaste(
    "Request URL: ws://a.example/chat\nStatus Code: 101 Switching Protocols\n",
  );
  expect(fromLatin1(first?.request ?? new Uint8Array(0))).toContain("GET /chat HTTP/1.1\r\n");
  expect(first?.response).toBeUndefined();
});

test("a request that lost its Upgrade is one of a handshake", () => {
  const rows = ["Host: a", "Connection: upgrade", "Cf-Ray: 5afa07af2b3cbd82-AMS", "Accept: */*"];
  const [first] = readPaste(rows.join("\n"));
  expect(first?.format).toBe("browser panel");
  expect(first?.response).toBeUndefined();
  expect(fromLatin1(first?.request ?? new Uint8Array(0))).toContain("Connection: upgrade\r\n");
  expect(readPaste("missing header Connection: Upgrade")[0]?.format).not.toBe("browser panel");
});

test("what is said of a field behind the headers is none", () => {
  const rows = ["Host: a", "Upgrade: websocket", "Sec-WebSocket-Protocol: sip", "", ""];
  const words = "if no sec-websocket-protocol: sip header comes there is an error";
  const [first] = readPaste(rows.join("\n") + words);
  expect(fromLatin1(first?.request ?? new Uint8Array(0)).match(/sec-websocket/gi)).toHaveLength(1);
});

test("headers shown raw end at the next heading", () => {
  const text =
    `▼ Response Headers\n☑ Raw\nHTTP/1.1 101 Switching Protocols\n${rows(": ")(RESPONSE)}` +
    `▼ Request Headers\n☑ Raw\nGET ws://localhost:8080/chat HTTP/1.1\n${rows(": ")(REQUEST)}`;
  expect(readPaste(text)).toMatchObject([{ request, response, exact: false }]);
});

test("Firefox's summary is an address, and the answer stands before the request", () => {
  const inTwo = (fields: readonly Field[]) =>
    fields.map(([name, value]) => `${name}\n\t${value}\n`).join("");
  const summary =
    "GET\n\t\nscheme\n\tws\nhost\n\tlocalhost:8080\nfilename\n\t/chat\nAddress\n\t127.0.0.1:8080\n" +
    "Status\n101\nSwitching Protocols\nVersionHTTP/1.1\nTransferred129 B (0 B size)\n\n\t\n";
  const text = `${summary}${inTwo(RESPONSE)}\t\n${inTwo(REQUEST)}`;
  expect(readPaste(text)).toMatchObject([
    { request, response: head("HTTP/1.1 101", RESPONSE), exact: false },
  ]);
});

test("old WebKit's rows of bytes are read from two lines each, too", () => {
  const fields: readonly Field[] = [
    ["Host", "example.com"],
    ["Origin", "http://example.com"],
    ["Sec-WebSocket-Key1", "4 @1  46546xW%0l 1 5"],
    ["Sec-WebSocket-Key2", "12998 5 Y3 1  .P00"],
  ];
  const text = `Request URL:\nws://example.com/demo\n${rows(":\n")(fields)}(Key3):\n5E:6E:3A:64:73:5B:34:55\n`;
  const expected = concat(head("GET /demo HTTP/1.1", fields), latin1("^n:ds[4U"));
  expect(readPaste(text)).toMatchObject([{ request: expected, exact: false }]);
});

test("a request is read that was copied as PowerShell", () => {
  const text =
    'Invoke-WebRequest -UseBasicParsing -Uri "ws://localhost:8080/chat" `\n-WebSession $session `\n-Headers @{\n' +
    '"Upgrade"="websocket"\n  "Sec-WebSocket-Version"="13"\n  "Sec-WebSocket-Key"="dGhlIHNhbXBsZSBub25jZQ=="\n}';
  const [conversation] = readPaste(text);
  const fields = [REQUEST[0], ...REQUEST.slice(3)] as readonly Field[];
  expect(conversation).toMatchObject({ request: head("GET /chat HTTP/1.1", fields) });
  expect(conversation?.lost.map(({ what }) => what)).toEqual(["cut"]);
});

const KEY = "dGhlIHNhbXBsZSBub25jZQ==";
const lower = head("GET / HTTP/1.1", [
  ["host", "localhost:8080"],
  ["upgrade", "websocket"],
  ["sec-websocket-key", KEY],
]);

describe("an object of headers", () => {
  test.each([
    [
      "Go's %#v",
      `http.Header{"host":[]string{"localhost:8080"}, "upgrade":[]string{"websocket"}, "sec-websocket-key":[]string{"${KEY}"}}`,
    ],
    ["Java's map", `{host=localhost:8080, upgrade=websocket, sec-websocket-key=${KEY}}`],
    [
      "Java's map of lists",
      `{host=[localhost:8080], upgrade=[websocket], sec-websocket-key=[${KEY}]}`,
    ],
    [
      "Java's HttpHeaders",
      `[host:"localhost:8080", upgrade:"websocket", sec-websocket-key:"${KEY}"]`,
    ],
    [
      "Swift's dictionary",
      `["host": "localhost:8080", "upgrade": "websocket", "sec-websocket-key": "${KEY}"]`,
    ],
    [
      "Objective-C's dictionary",
      `{\n    host = "localhost:8080";\n    upgrade = websocket;\n    "sec-websocket-key" = "${KEY}";\n}`,
    ],
    [
      "Erlang's list",
      `[{<<"host">>,<<"localhost:8080">>},{<<"upgrade">>,<<"websocket">>},{<<"sec-websocket-key">>,<<"${KEY}">>}]`,
    ],
    [
      "Erlang's map",
      `#{<<"host">> => <<"localhost:8080">>,<<"upgrade">> => <<"websocket">>,<<"sec-websocket-key">> => <<"${KEY}">>}`,
    ],
    [
      "Elixir's list",
      `[{"host", "localhost:8080"}, {"upgrade", "websocket"}, {"sec-websocket-key", "${KEY}"}]`,
    ],
    [
      "PHP's var_dump",
      `array(3) {\n  ["host"]=>\n  string(14) "localhost:8080"\n  ["upgrade"]=>\n  string(9) "websocket"\n  ["sec-websocket-key"]=>\n  string(24) "${KEY}"\n}`,
    ],
    [
      "PHP's var_export",
      `array (\n  'host' => 'localhost:8080',\n  'upgrade' => 'websocket',\n  'sec-websocket-key' => '${KEY}',\n)`,
    ],
    [
      ".NET's ToString",
      `Headers:\n{\n  host: localhost:8080\n  upgrade: websocket\n  sec-websocket-key: ${KEY}\n}`,
    ],
  ])("of %s", (_, text) => {
    const [conversation, ...others] = readPaste(text);
    expect(others).toEqual([]);
    expect(fromLatin1(conversation?.request ?? new Uint8Array(0))).toBe(fromLatin1(lower));
  });

  test("of a CGI program's environment", () => {
    const text = `HTTP_HOST=localhost:8080\nHTTP_UPGRADE=websocket\nHTTP_SEC_WEBSOCKET_KEY=${KEY}\nREQUEST_URI=/chat\nREQUEST_METHOD=GET\n`;
    const [conversation] = readPaste(text);
    expect(fromLatin1(conversation?.request ?? new Uint8Array(0))).toBe(
      `GET /chat HTTP/1.1\r\nHost: localhost:8080\r\nUpgrade: websocket\r\nSec-Websocket-Key: ${KEY}\r\n\r\n`,
    );
  });

  test.each([
    ["{} <nil> 0 [] false localhost:8080 map[] map[] <nil> map[] [::1]:50270 /chat <nil> 0xc0001"],
    ["0x640190 0 [] false localhost:8080 map[] map[] <nil> map[] [::1]:50270 /chat <nil> <nil>"],
  ])("of Go's http.Request, with %s behind it", (behind) => {
    const headers = `map[Upgrade:[websocket] Sec-Websocket-Key:[${KEY}]]`;
    const [conversation] = readPaste(`got &{GET /chat?a=b HTTP/1.1 1 1 ${headers} ${behind}}`);
    expect(fromLatin1(conversation?.request ?? new Uint8Array(0))).toBe(
      `GET /chat?a=b HTTP/1.1\r\nHost: localhost:8080\r\nUpgrade: websocket\r\nSec-Websocket-Key: ${KEY}\r\n\r\n`,
    );
    const [plain] = readPaste(`&{GET /chat HTTP/1.1 1 1 map[Connection:[close]] ${behind}}`);
    expect(fromLatin1(plain?.request ?? new Uint8Array(0))).toBe(
      "GET /chat HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n\r\n",
    );
  });

  test("of a response belongs to that of the request before it", () => {
    const entry = {
      req: { method: "GET", url: "/chat", headers: Object.fromEntries(REQUEST) },
      res: { statusCode: 101, headers: Object.fromEntries(RESPONSE) },
    };
    expect(readPaste(JSON.stringify(entry))).toMatchObject([{ request, response }]);
  });

  describe("of a request has beside it the answer that refused it", () => {
    const sent = "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\r\n";
    const refused = "HTTP/1.1 403 \r\nserver: b\r\n\r\n";
    const headers = { Host: ["a"], Upgrade: ["websocket"] };
    const text = (bytes: Uint8Array | undefined) => fromLatin1(bytes ?? new Uint8Array(0));

    test.each([
      [
        "in Caddy's log, where Host is apart",
        {
          request: { method: "GET", host: "a", uri: "/ws", headers: { Upgrade: ["websocket"] } },
          status: 403,
          resp_headers: { server: ["b"] },
        },
      ],
      [
        "in pino's",
        { req: { url: "/ws", headers }, res: { statusCode: 403, headers: { server: "b" } } },
      ],
      [
        "in a test's",
        { request: { url: "/ws", headers }, response: { status: 403, headers: { server: "b" } } },
      ],
    ])("%s", (_, entry) => {
      const [conversation, ...others] = readPaste(JSON.stringify(entry));
      expect(others).toEqual([]);
      expect(text(conversation?.request)).toBe(sent);
      expect(text(conversation?.response)).toBe(refused);
    });

    test("and each has its own, where there are many", () => {
      const entry = (status: number) =>
        JSON.stringify({ request: { uri: "/ws", headers }, status, resp_headers: {} });
      const read = readPaste(`${entry(308)}\n${entry(502)}`);
      expect(read.map(({ response: bytes }) => text(bytes).slice(0, 12))).toEqual([
        "HTTP/1.1 308",
        "HTTP/1.1 502",
      ]);
    });
  });
});

describe("HAR", () => {
  const message = (type: string, data: string) => ({ type, time: 1, opcode: 1, data });
  const list = (fields: readonly Field[]) => fields.map(([name, value]) => ({ name, value }));
  const entry = {
    _resourceType: "websocket",
    request: { method: "GET", url: "ws://localhost:8080/chat", headers: list(REQUEST) },
    response: { status: 101, statusText: "Switching Protocols", headers: list(RESPONSE) },
    _webSocketMessages: [message("send", "Hi"), message("receive", "Ho")],
  };
  test.each([
    ["a whole file", { log: { version: "1.2", entries: [entry] } }],
    ["the entries alone", [entry]],
    ["an entry alone", entry],
  ])("%s has the handshake and its messages", (_, value) => {
    const clientBytes = latin1("\x81\x82\0\0\0\0Hi");
    const serverBytes = latin1("\x81\x02Ho");
    const expected = { request, response, clientBytes, serverBytes, exact: false };
    expect(readPaste(JSON.stringify(value, null, 2))).toMatchObject([expected]);
  });
});

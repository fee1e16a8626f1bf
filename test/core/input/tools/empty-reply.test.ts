import { expect, test } from "vitest";
import { latin1 } from "../../../../src/core/bytes/ascii.ts";
import { readPaste, readPasteAs } from "../../../../src/core/input/read-paste.ts";

const NOTHING = [
  { response: new Uint8Array(0), format: "curl's word for no answer", exact: true, lost: [] },
];

test.each([
  ["alone", "curl: (52) Empty reply from server"],
  ["with what curl says around it", "* Empty reply from server\n* Closing connection\n"],
])("reads curl's message as an answer without a byte: %s", (_, text) => {
  expect(readPaste(text)).toEqual(NOTHING);
  expect(readPasteAs(text, { side: "response" })).toEqual(NOTHING);
});

test("takes no field of a request for it", () => {
  const request = "GET / HTTP/1.1\r\nHost: a\r\nX-Note: empty reply from server\r\n\r\n";
  expect(readPaste(request)).toMatchObject([{ request: latin1(request), exact: true }]);
});

test("joins it to the request that curl -v shows before it", () => {
  const text = [
    "* Connected to localhost (127.0.0.1) port 8080",
    "> GET /ws HTTP/1.1",
    "> Host: localhost:8080",
    "> Upgrade: websocket",
    "> ",
    "* Empty reply from server",
    "curl: (52) Empty reply from server",
  ].join("\n");
  const [conversation, ...others] = readPaste(text);
  expect(others).toEqual([]);
  expect(conversation?.request?.length).toBeGreaterThan(40);
  expect(conversation?.response).toEqual(new Uint8Array(0));
});

test("and to the request that telnet sent, where it says that the server closed", () => {
  const text = [
    "Escape character is '^]'.",
    "GET /ws HTTP/1.1",
    "Host: localhost:8080",
    "Upgrade: websocket",
    "",
    "Connection closed by foreign host.",
  ];
  const [conversation, ...others] = readPaste(text.join("\n"));
  expect(others).toEqual([]);
  expect(conversation?.request?.length).toBeGreaterThan(40);
  expect(conversation?.response).toEqual(new Uint8Array(0));
  const [answered] = readPaste([...text.slice(0, 5), "HTTP/1.1 400 a", "", text[5]].join("\n"));
  expect(answered?.response?.length).toBeGreaterThan(10);
});

/** Commands in the quotes of every shell, against what curl 7.88 sent for them to a local server, its own version aside. */
import { describe, expect, test } from "vitest";
import { fromLatin1 } from "../../../../src/core/bytes/ascii.ts";
import { readPaste } from "../../../../src/core/input/read-paste.ts";

const HEAD = "GET /chat HTTP/1.1\r\nHost: a.example\r\n";
const AGENT = "User-Agent: curl\r\n";
const ACCEPT = "Accept: */*\r\n";
const UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
const PLAIN = `${HEAD}${AGENT}${ACCEPT}${UPGRADE}\r\n`;
const FLAGS = "-H 'Upgrade: websocket' -H \"Connection: Upgrade\"";

const sent = (text: string) => {
  const [conversation, ...others] = readPaste(text);
  expect(others).toEqual([]);
  expect(conversation).toMatchObject({ format: "curl command", exact: false });
  return fromLatin1(conversation?.request ?? new Uint8Array(0));
};

describe("a command is found", () => {
  test.each([
    ["alone", `curl ${FLAGS} http://a.example/chat`],
    ["behind a prompt", `user@host:~/src$ curl ${FLAGS} http://a.example/chat`],
    ["behind another prompt", `➜  ~ curl ${FLAGS} http://a.example/chat`],
    ["behind sudo", `sudo curl ${FLAGS} http://a.example/chat`],
    ["within docker", `docker exec web curl ${FLAGS} http://a.example/chat`],
    ["by its path", `/usr/bin/curl ${FLAGS} http://a.example/chat`],
    ["in words", `I ran \`curl ${FLAGS} http://a.example/chat\` and got nothing.`],
    ["in another command", `x=$(curl ${FLAGS} http://a.example/chat)`],
    ["on lines of sh", `curl \\\n  ${FLAGS} \\\n  http://a.example/chat`],
    [
      "on lines of cmd.exe",
      'curl ^"http://a.example/chat^" ^\r\n  -H ^"Upgrade: websocket^" ^\r\n  -H ^"Connection: Upgrade^"',
    ],
    [
      "on lines of PowerShell",
      'curl.exe `\n  -H "Upgrade: websocket" `\n  -H "Connection: Upgrade" `\n  http://a.example/chat',
    ],
  ])("%s", (_, text) => {
    expect(sent(text)).toBe(PLAIN);
  });

  test("but not where its version is named", () => {
    const [conversation] = readPaste(
      "curl 7.88.1 (x86_64-pc-linux-gnu) websocket handshake failed",
    );
    expect(conversation).toMatchObject({ format: "console message" });
  });
});

describe("what an option asks for is in the request", () => {
  test.each([
    ["-u me:pw", `${HEAD}Authorization: Basic bWU6cHc=\r\n${AGENT}${ACCEPT}\r\n`],
    ["--oauth2-bearer tok", `${HEAD}Authorization: Bearer tok\r\n${AGENT}${ACCEPT}\r\n`],
    ["-r 0-5", `${HEAD}Range: bytes=0-5\r\n${AGENT}${ACCEPT}\r\n`],
    ["--compressed", `${HEAD}${AGENT}${ACCEPT}Accept-Encoding: deflate, gzip, br, zstd\r\n\r\n`],
    ["-H 'X-Empty;' -H Accept:", `${HEAD}${AGENT}X-Empty:\r\n\r\n`],
    ["-H Upgrade:websocket -H 'No Colon'", `${HEAD}${AGENT}${ACCEPT}Upgrade:websocket\r\n\r\n`],
    ["--request-target /other", `GET /other HTTP/1.1\r\nHost: a.example\r\n${AGENT}${ACCEPT}\r\n`],
    ["-G -d x=y", `GET /chat?x=y HTTP/1.1\r\nHost: a.example\r\n${AGENT}${ACCEPT}\r\n`],
    [
      "-H 'Content-Type: text/plain' -d hi",
      `POST /chat HTTP/1.1\r\nHost: a.example\r\n${AGENT}${ACCEPT}Content-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi`,
    ],
  ])("%s", (options, expected) => {
    expect(sent(`curl ${options} http://a.example/chat`)).toBe(expected);
  });

  test.each([
    [
      "http://me:pw@a.example/chat",
      `${HEAD}Authorization: Basic bWU6cHc=\r\n${AGENT}${ACCEPT}\r\n`,
    ],
    ["http://a.example:80/chat", `${HEAD}${AGENT}${ACCEPT}\r\n`],
    ["--http1.1 https://a.example:443/chat#top", `${HEAD}${AGENT}${ACCEPT}\r\n`],
  ])("%s", (address, expected) => {
    expect(sent(`curl ${address}`)).toBe(expected);
  });
});

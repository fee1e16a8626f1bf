import { expect, test } from "vitest";
import { judgeAsChromium156 } from "../../../src/core/clients/chromium-156.ts";
import { RFC6455, replaced } from "./exchanges.ts";

const { request, response } = RFC6455;

/** In the order in which the browser finds them: what makes a response wrong, and what is then printed. */
const FAULTS: readonly (readonly [what: string, by: string, console: string])[] = [
  ["HTTP/1.1", "\0HTTP/1.1", "net::ERR_INVALID_HTTP_RESPONSE"],
  [
    "\r\n\r\n",
    "\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    "net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH",
  ],
  ["101", "403", "Unexpected response code: 403"],
  ["Upgrade: websocket", "Upgrade: h2c", "'Upgrade' header value is not 'WebSocket': h2c"],
  ["s3pP", "xxxx", "Incorrect 'Sec-WebSocket-Accept' header value"],
  ["Connection: Upgrade", "Connection: close", "'Connection' header value must contain 'Upgrade'"],
  [
    "Protocol: chat",
    "Protocol: soap",
    "'Sec-WebSocket-Protocol' header value 'soap' in response does not match any of sent values",
  ],
  [
    "\r\n\r\n",
    "\r\nSec-WebSocket-Extensions: x-foo\r\n\r\n",
    "Found an unsupported extension 'x-foo' in 'Sec-WebSocket-Extensions' header",
  ],
];

test.each(FAULTS.map((fault, index) => [fault[2], index] as const))(
  "of several faults, %s is found before all that come after it",
  (text, index) => {
    // From the last to this one, as the first put in would hide what is put in at the same place.
    const wrong = FAULTS.slice(index).reduceRight(
      (bytes, [what, by]) => replaced(bytes, what, by),
      response,
    );
    expect(judgeAsChromium156(request, wrong)?.console).toBe(
      `Error during WebSocket handshake: ${text}`,
    );
  },
);

test("each fault by itself is found, too", () => {
  const alone = FAULTS.map(([what, by]) =>
    judgeAsChromium156(request, replaced(response, what, by)),
  );
  expect(alone.map((judgement) => judgement?.console)).toEqual(
    FAULTS.map(([, , text]) => `Error during WebSocket handshake: ${text}`),
  );
});

/** As far as the fields go, the other side of each check. */
test.each([
  ["websocket", "WebSocket"],
  ["Connection: Upgrade", "connection: keep-alive, UPGRADE"],
  ["Protocol: chat", "Protocol: superchat"],
  ["\r\n\r\n", "\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n"],
  ["\r\n\r\n", "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n"],
])("does not mind %j made %j", (what, by) => {
  expect(judgeAsChromium156(request, replaced(response, what, by))?.accepts).toBe(true);
});

/** What one sees where nothing is printed. */
import type { KnownMessage } from "./known-message.ts";

export const SYMPTOMS: readonly KnownMessage[] = [
  {
    texts: ["hangs"],
    by: "any client that waits without a word",
    codes: ["body-dropped-by-http-stack", "body-held-by-proxy", "digest-missing", "no-response"],
    meaning:
      "Both sides wait. With hixie-76 the eight bytes behind the head did not reach the server's code, or its 16 bytes did not reach the client; else nothing answers at that port.",
    capture: "exchange",
  },
  {
    texts: ["Firefox: only that it can’t establish a connection"],
    by: "Firefox, which says no more of a wrong accept",
    codes: ["accept-sha1-64-bit-words", "accept-mismatch", "accept-wrong-guid"],
    meaning:
      "The answer came and the browser refused it: where the status is 101, mostly over Sec-WebSocket-Accept.",
    capture: "exchange",
  },
  {
    texts: ["ClientWebSocket aborts"],
    by: ".NET's ClientWebSocket",
    codes: ["content-length-101"],
    meaning:
      "The connection opens and is aborted, at once or after 100 seconds: the 101 announces content that never comes.",
    capture: "response",
  },
  {
    texts: ["silent close", "closes without message", "close without message"],
    by: "hixie-76 browsers, which say nothing about a wrong digest",
    codes: [
      "digest-mismatch",
      "digest-without-body",
      "digest-hex-or-base64",
      "digest-wrong-endian",
      "digest-key-order",
      "digest-not-divided",
      "digest-text-numbers",
      "digest-body-shifted",
      "digest-body-charset",
      "digest-body-trimmed",
      "key-regex-truncated",
      "digest-signed-32bit",
      "body-in-second-packet",
    ],
    meaning:
      "The fields passed and the 16 bytes did not. When it fails only now and then, look for code that treats the eight bytes or the keys as text, or numbers as signed.",
    capture: "exchange",
  },
  {
    texts: ["opens, then closes at once", "first message corrupt", "opens, no first message"],
    by: "any client",
    codes: ["extra-bytes-after-digest", "chunked-101", "first-frame-lost"],
    meaning:
      "The handshake passed, and what follows it is not a frame: a line end or NUL behind the digest, a chunk size, or frames that a proxy lost.",
    capture: "frames",
  },
  {
    texts: ["random close"],
    by: "any client",
    codes: ["request-split-or-too-large", "digest-body-trimmed"],
    meaning:
      "Failing now and then points to the server reading once where the request comes in two packets, or to bytes of key3 that text functions do not survive.",
    capture: "request",
  },
];

/** Messages that are a status code and not much else; browsers do not show what the server said with it. */
import type { KnownMessage } from "./known-message.ts";

/** Behind a code: without one of these, three digits are any number. */
const PHRASES =
  "ok|moved permanently|found|see other|temporary redirect|permanent redirect|bad request|unauthorized|forbidden|not found|method not allowed|proxy authentication required|upgrade required|too many requests|internal server error|not implemented|bad gateway|service (?:temporarily )?unavailable|gateway time-?out";

/** In lower case and without quotes: what browsers, libraries, proxies and tools put around it. */
const STATUS = [
  /\b(?:response|status|error) ?code(?: was not 101| not 101| received| from (?:the )?server| was| of)?[ :=([]*((?!101)[1-5]\d\d)\b/,
  /\b(?:status|server response|http response|handshake resp|http error|getstatus|returned error)[ :=([]+((?!101)[1-5]\d\d)\b/,
  /\b101>?,? (?:response )?(?:but )?(?:got|was|received):? ?<?((?!101)[1-5]\d\d)\b/,
  /\b((?!101)[1-5]\d\d)(?:, message=invalid response status| websocketpp\.)/,
  // .NET, in its reader's language.
  /\bwebsocketexception\b(?: \(0x[\da-f]{1,16}\))?[^\d\n]{1,80}\b((?!101)[1-5]\d\d)\b[^\d\n]{1,60}\b101\b/,
  /\b(?:ws_upgrade_failed, |transporterror,description:|http\(|websocket \/\S{0,400} )((?!101)[1-5]\d\d)\b/,
  /\b(?:code|not ?an ?upgrade)[ :=([]+((?!101)[1-5]\d\d)\b/,
  /\b(?:from the server|failed|did not accept) ?[:[(] ?((?!101)[1-5]\d\d)\b/,
  /\bhttp(?:\/1\.[01])?[ :]((?!101)[1-5]\d\d)\b/,
  new RegExp(`\\b((?!101)[1-5]\\d\\d):? \\(?(?:${PHRASES})\\b`),
  /^\(?((?!101)[1-5]\d\d)(?:\/close)?\)?$/,
];

/** `plain` is in lower case, without quotes. Null when it has no status code, or 101. */
export function statusMessage(
  plain: string,
): (KnownMessage & { readonly texts: readonly [string] }) | null {
  const found = STATUS.map((pattern) => pattern.exec(plain)).find((one) => one !== null);
  const status = found?.[1];
  if (!found || status === undefined) return null;
  const known = STATUSES.find(({ pattern }) => pattern.test(status));
  return {
    // Its blanks around colons were taken out.
    texts: [found[0].replace(/:(?=\d)/, ": ")],
    by: "Chrome, Safari (“Unexpected response code”), ws for Node (“Unexpected server response”), other libraries in words of their own, or the server itself",
    codes: known?.codes ?? ["status-not-101"],
    meaning: `The server answered ${status} instead of 101. ${known?.meaning ?? "Only 101 opens a WebSocket."}`,
    capture: "exchange",
  };
}

/** The message that browsers print for a status which is most likely of this cause. */
export function statusMessagesOf(code: string): readonly string[] {
  return STATUSES.filter(({ codes }) => codes[0] === code).map(
    ({ usual }) => `Error during WebSocket handshake: Unexpected response code: ${usual}`,
  );
}

const STATUSES: readonly {
  readonly pattern: RegExp;
  readonly usual: number;
  readonly codes: readonly string[];
  readonly meaning: string;
}[] = [
  {
    pattern: /^200$/,
    usual: 200,
    codes: ["status-200", "proxy-stripped-upgrade", "status-not-101"],
    meaning:
      "The path was served as a page: the WebSocket's route is missing, or the request lost its Upgrade.",
  },
  {
    pattern: /^3/,
    usual: 302,
    codes: ["redirect", "status-not-101"],
    meaning: "It redirects, and WebSocket clients do not follow: open the final address at once.",
  },
  {
    pattern: /^400$/,
    usual: 400,
    codes: [
      "proxy-stripped-upgrade",
      "plain-to-tls-port",
      "status-400-session-or-cors",
      "http10",
      "connection-is-a-list",
      "key-not-16-bytes",
      "key-without-spaces",
      "key-missing-or-repeated",
      "generation-mismatch-old-client",
      "status-not-101",
    ],
    meaning:
      "The server found the request bad: it lost its Upgrade in a proxy, is HTTP/1.0, has a key the server does not like, came to a TLS port, or the application refused it. The message alone does not tell which.",
  },
  {
    pattern: /^40[17]$/,
    usual: 401,
    codes: ["status-401-407", "origin-rejected", "status-not-101"],
    meaning: "It wants credentials, which a page cannot add to a WebSocket request.",
  },
  {
    pattern: /^403$/,
    usual: 403,
    codes: ["status-403", "origin-rejected", "origin-header-name-by-draft", "status-not-101"],
    meaning: "It forbids the request: mostly the page's Origin is not in its list.",
  },
  {
    pattern: /^404$/,
    usual: 404,
    codes: ["status-404", "proxy-stripped-upgrade", "status-not-101"],
    meaning: "There is nothing at that path.",
  },
  {
    pattern: /^426$/,
    usual: 426,
    codes: [
      "not-an-upgrade-request",
      "version-unsupported",
      "proxy-stripped-upgrade",
      "status-not-101",
    ],
    meaning: "It wants an Upgrade that it did not find, or another version.",
  },
  {
    pattern: /^50[01]$/,
    usual: 500,
    codes: ["status-5xx", "body-in-second-packet", "status-not-101"],
    meaning:
      "It failed in its own code. hixie-76 servers do when the eight bytes come in a second packet.",
  },
  {
    pattern: /^5/,
    usual: 502,
    codes: ["status-5xx", "body-held-by-proxy", "status-not-101"],
    meaning: "A proxy got no answer from the server behind it.",
  },
];

/** The same without the number, as in a log that was cut. */
export const WITHOUT_STATUS: KnownMessage = {
  texts: [
    "Unexpected response code: *",
    "Unexpected server response: *",
    "ended with HTTP error: *",
    "Expected 101 status code",
    "network error or non-101 status code",
    "WebSocketHandshakeException",
    "WebSocket handshake was declined by the remote peer",
    "Received unexpected status code",
    "Unhandled http status code",
    "Invalid HTTP status",
    "Handshake::InvalidStatusCode",
    "ws upgrade response not 101",
    "websocket.Dial * bad status",
  ],
  by: "Chrome and Safari, ws for Node, Bun, Deno and Node itself, Java, Boost.Beast and others",
  codes: ["status-not-101", ...new Set(STATUSES.flatMap(({ codes }) => codes.slice(0, 2)))],
  meaning:
    "The server answered with another status than 101. The number stands behind these words, and tells what it found wrong.",
  capture: "exchange",
};

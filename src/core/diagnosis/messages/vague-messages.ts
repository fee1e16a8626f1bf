/** What says that it failed, and not why: looked up when nothing else in the text is known. */
import { CHROME } from "./browsers.ts";
import type { KnownMessage } from "./known-message.ts";

export const VAGUE_MESSAGES: readonly KnownMessage[] = [
  {
    texts: ["WebSocket connection to ws* failed"],
    by: `${CHROME}; Safari`,
    codes: ["no-response", "status-not-101", "tls-cert-rejected", "accept-mismatch"],
    meaning:
      "The connection did not get as far as open, and the browser says no more here: its Network panel shows the status and the fields of the answer, when there was one.",
    capture: "exchange",
  },
  {
    texts: ["Firefox * ws:", "Firefox * wss:"],
    by: "Firefox, in its reader's language",
    codes: ["no-response", "status-not-101", "accept-mismatch", "tls-cert-rejected"],
    meaning:
      "The connection did not get as far as open. Firefox prints this for every reason alike.",
    capture: "exchange",
  },
  {
    texts: [
      "ws* wurde unterbrochen, während die Seite geladen wurde",
      "ws* a été interrompue pendant le chargement de la page",
    ],
    by: "Firefox, in German and French",
    codes: ["frames-malformed", "masked-server-frame", "no-response"],
    meaning: "The connection was open and ended without a closing handshake.",
    capture: "frames",
  },
  {
    texts: ["code: 1006", "code 1006", "code=1006", "close 1006", "1006 (abnormal"],
    by: "browsers in a CloseEvent, and libraries",
    codes: ["no-response", "status-not-101", "frames-malformed"],
    meaning:
      "Nobody sent 1006: it stands for a connection that never opened, or ended without a close frame. What was printed before it says more.",
    capture: "exchange",
  },
  {
    texts: ["was not upgraded to websocket", "Invalid HTTP upgrade"],
    by: "Dart and Flutter; Starscream in the latter words",
    codes: ["status-not-101", "proxy-stripped-upgrade"],
    meaning: "The answer was no 101, or had no Upgrade.",
    capture: "exchange",
  },
  {
    texts: ["The operation couldn't be completed. Protocol error"],
    by: "Safari and iOS",
    codes: ["frames-malformed", "rsv1-without-deflate"],
    meaning: "A frame of the server was refused, or is compressed in a way that was not agreed on.",
    capture: "frames",
  },
  {
    texts: ["WebSocketException: Unable to connect to the remote server"],
    by: ".NET up to Core 2.2, and Mono",
    codes: ["no-response", "status-not-101", "tls-cert-rejected", "accept-mismatch"],
    meaning:
      "The connection did not get as far as open, and these versions say the same whatever went wrong: .NET 5 and later print the status.",
    capture: "exchange",
  },
  {
    texts: ["WSCONNECTING", "WebSocket HANDSHAKING"],
    by: "Daphne, below Django Channels",
    codes: ["no-response", "status-403"],
    meaning:
      "The request came. When no line with CONNECT follows, nobody accepted it: the consumer does not call accept(), no worker runs, or the channel layer cannot be reached.",
    capture: "request",
  },
  {
    texts: ["websocket error", "xhr poll error", "There was an error with the transport"],
    by: "Socket.IO; SignalR in the last words",
    codes: ["status-400-session-or-cors", "status-404", "proxy-stripped-upgrade", "no-response"],
    meaning:
      "The library's transport failed. The browser prints its own message beside it, and the Network panel shows the status.",
    capture: "exchange",
  },
];

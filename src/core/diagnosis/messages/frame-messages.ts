/** The handshake passed, and a frame behind it is wrong. */
import { CHROME } from "./browsers.ts";
import type { KnownMessage } from "./known-message.ts";

export const FRAME_MESSAGES: readonly KnownMessage[] = [
  {
    texts: ["The connection to ws* was interrupted while the page was loading"],
    by: "Firefox",
    codes: ["frames-malformed", "masked-server-frame", "no-response"],
    meaning:
      "The connection was open and ended without a closing handshake: the page was left or loaded again, the server hung up, or it sent frames that Firefox does not accept.",
    capture: "frames",
  },
  {
    texts: ["A server must not mask any frames that it sends to the client"],
    by: CHROME,
    codes: ["masked-server-frame"],
    meaning: "The first byte behind a frame's opcode has its mask bit set, which only clients do.",
    capture: "frames",
  },
  {
    texts: ["Masked frame from server", "Invalid WebSocket frame: MASK must be clear"],
    by: "clients of RFC 6455; ws for Node in the latter words",
    codes: ["masked-server-frame"],
    meaning: "The server masks its frames, which only clients do.",
    capture: "frames",
  },
  {
    texts: ["Invalid WebSocket frame: MASK must be set", "bad MASK", "incorrect masking"],
    by: "ws for Node, gorilla/websocket and websockets (Python), in this order",
    codes: ["unmasked-client-frame"],
    meaning: "A frame of the client has no mask: its library, or what writes to its socket.",
    capture: "frames",
  },
  {
    texts: ["Received unexpected continuation frame"],
    by: CHROME,
    codes: ["hixie-frames-after-rfc6455", "frames-malformed"],
    meaning:
      "A frame begins with 00 or 80 where no message had begun: often a server that still frames as hixie-76 does.",
    capture: "frames",
  },
  {
    texts: [
      "Invalid frame header",
      "Unrecognized frame opcode",
      "Received start of new message but previous message is unfinished",
    ],
    by: CHROME,
    codes: ["frames-malformed", "hixie-frames-after-rfc6455", "crlf-after-head"],
    meaning:
      "What follows the handshake is no frame of RFC 6455: raw text, a line end too many, a length in the wrong form, or what a filter has changed.",
    capture: "frames",
  },
  {
    texts: [
      "Unrecognized frame opcode: 13",
      "unknown opcode 13",
      "Control frames must not be fragmented",
    ],
    by: "several libraries",
    codes: ["crlf-after-head", "extra-bytes-after-digest"],
    meaning: "A line end too many stands behind the head: 0D reads as opcode 13.",
    capture: "frames",
  },
  {
    texts: ["Fragmented control frame"],
    by: "several servers",
    codes: ["tls-bytes-as-frames", "crlf-after-head"],
    meaning:
      "The first byte has FIN off and a control opcode. 17 is a TLS record read as a frame, 0D a line end.",
    capture: "frames",
  },
  {
    texts: [
      "Invalid WebSocket frame: invalid opcode 7",
      "Invalid WebSocket frame: FIN must be set",
    ],
    by: "ws for Node",
    codes: ["tls-bytes-as-frames", "frames-malformed"],
    meaning:
      "What came is no frame: 17 is a TLS record, or the bytes are not at a frame's beginning.",
    capture: "frames",
  },
  {
    texts: [
      "One or more reserved bits are on",
      "Compressed bit must be 0 if no negotiated deflate-frame extension",
    ],
    by: "Chrome and websocket-driver; Safari in the other words",
    codes: ["rsv1-without-deflate", "body-not-8-bytes"],
    meaning:
      "A frame is compressed though no compression was agreed on, or what was read as a frame is none: for example the eight bytes of a hixie-76 request.",
    capture: "frames",
  },
  {
    texts: ["Invalid WebSocket frame: RSV1 must be clear"],
    by: "ws for Node",
    codes: ["rsv1-without-deflate"],
    meaning: "A frame is marked as compressed, and the handshake agreed on no compression.",
    capture: "frames",
  },
  {
    texts: [
      "Could not decode a text frame as UTF-8",
      "Received a broken close frame",
      "Data frame received after close",
      "Close received after close",
      "Ping received after close",
      "Pong received after close",
      "Unknown frame type received after close",
    ],
    by: CHROME,
    codes: ["frames-malformed", "hixie-frames-after-rfc6455"],
    meaning:
      "The handshake was right. A frame behind it was not: its text is no UTF-8, a close has a code that is not sent, or something follows a close.",
    capture: "frames",
  },
  {
    texts: [
      "Invalid WebSocket frame: RSV2 and RSV3 must be clear",
      "Invalid WebSocket frame: invalid opcode",
      "bad rsv RSV1",
    ],
    by: "ws for Node; Java-WebSocket in the last words",
    codes: ["frames-malformed", "rsv1-without-deflate", "tls-bytes-as-frames"],
    meaning:
      "What came is no frame, or one that is compressed though no compression was agreed on.",
    capture: "frames",
  },
  {
    texts: [
      "no close frame received or sent",
      "without completing the close handshake",
      "Connection reset without closing handshake",
    ],
    by: "websockets for Python, .NET and tungstenite (Rust)",
    codes: ["frames-malformed", "no-response"],
    meaning:
      "The connection was open and ended without a close frame: the other side crashed, a proxy between gave up a silent connection, or a frame was refused.",
    capture: "frames",
  },
];

import type { Group } from "../group.ts";

export const FRAMES: Group = {
  id: "frames",
  title: "The frames behind it",
  about:
    "The handshake passed, the page saw “open”, and then the first bytes were not what they should be: who sent them, and what they are.",
  pages: [
    {
      code: "masked-server-frame",
      name: "The server masks its frames",
      description:
        "“A server must not mask any frames that it sends to the client”, “Masked frame from server”: only a WebSocket's client masks.",
    },
    {
      code: "unmasked-client-frame",
      name: "The client does not mask its frames",
      description:
        "“MASK must be set”, “Invalid WebSocket frame”, close 1002: every frame of a WebSocket client has a masking key, pong and close included.",
    },
    {
      code: "rsv1-without-deflate",
      name: "A frame is compressed though nothing was agreed on",
      description:
        "“One or more reserved bits are on: reserved1 = 1”, “Compressed bit must be 0 if no negotiated deflate-frame extension”: RSV1 without the extension.",
    },
    {
      code: "hixie-frames-after-rfc6455",
      name: "Frames of hixie-76, or raw text, behind RFC 6455",
      description:
        "“Received unexpected continuation frame” or “Invalid frame header” right after open: 00 … FF, or text without a header, where 81 should begin.",
    },
    {
      code: "tls-bytes-as-frames",
      name: "TLS records are read as frames",
      description:
        "“Fragmented control frame”, opcode 7, first byte 17: the server reads the socket below TLS, so that 17 03 03 looks like a WebSocket frame.",
    },
    {
      code: "frames-malformed",
      name: "A frame breaks a rule of RFC 6455",
      description:
        "“Invalid frame header”, “Unrecognized frame opcode”, reserved bits, a length in too many bytes: the first WebSocket frame that cannot be read.",
    },
    {
      code: "first-frame-lost",
      name: "The first message is lost behind the 101",
      description:
        "A WebSocket opens and its first message never comes: a proxy drops what it read together with the head of the 101. What to write first.",
    },
  ],
};

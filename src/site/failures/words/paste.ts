import type { Group } from "../group.ts";

export const PASTE: Group = {
  id: "paste",
  title: "What copying destroyed",
  about:
    "Line ends, spaces and bytes that a terminal, a forum or an editor changed. These are nobody's fault on the wire, and nothing that rests on them is called an error.",
  pages: [
    {
      code: "paste-artefact",
      name: "The paste has changed the bytes",
      description:
        "Copying a WebSocket handshake out of a terminal, a forum or DevTools loses line ends, spaces and bytes: what can still be told from it.",
    },
    {
      code: "body-lost-in-paste",
      name: "The paste lost the eight bytes",
      description:
        "key3 of a hixie-76 request shows as boxes, as question marks or not at all: how to log it as hex in PHP, Node, Python, Ruby and Wireshark.",
    },
    {
      code: "digest-lost-in-paste",
      name: "The paste lost the digest",
      description:
        "The 16 bytes of a hixie-76 answer show as boxes or U+FFFD: what is left can be compared; how to capture the answer byte by byte.",
    },
  ],
};

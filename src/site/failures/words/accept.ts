import type { Group } from "../group.ts";

export const ACCEPT: Group = {
  id: "accept",
  title: "The accept",
  about:
    "Sec-WebSocket-Accept is the Base64 of the SHA-1 of the client's key and a GUID. When a browser says “Incorrect 'Sec-WebSocket-Accept' header value”, the value itself tells which mistake the server made.",
  pages: [
    {
      code: "accept-header-missing",
      name: "'Sec-WebSocket-Accept' header is missing",
      description:
        "“Error during WebSocket handshake: 'Sec-WebSocket-Accept' header is missing”: the server answered 101 and did not prove that it read the key.",
    },
    {
      code: "accept-mismatch",
      name: "Incorrect 'Sec-WebSocket-Accept' header value",
      description:
        "“Error during WebSocket handshake: Incorrect 'Sec-WebSocket-Accept' header value”, made by no known mistake: how to find out why.",
    },
    {
      code: "accept-wrong-guid",
      name: "The GUID in the server's code is wrong",
      description:
        "Not 258EAFA5-E914-47DA-95CA-C5AB0DC85B11 but something alike, typed wrongly or written from memory: 68 wrong ones that stand in public code.",
    },
    {
      code: "accept-guid-missing",
      name: "The key was hashed without the GUID",
      description:
        "base64(sha1(key)) instead of base64(sha1(key + GUID)): the WebSocket server forgot 258EAFA5-E914-47DA-95CA-C5AB0DC85B11.",
    },
    {
      code: "accept-key-trailing-cr",
      name: "The key was hashed with the CR of its line",
      description:
        "“Incorrect 'Sec-WebSocket-Accept' header value”: the server split the request at \\n, or at the colon, and kept \\r or a blank on the key.",
    },
    {
      code: "accept-key-decoded-first",
      name: "The key was decoded before it was hashed",
      description:
        "Sec-WebSocket-Key is hashed as the 24 characters that it is. A server that decodes the Base64 first makes another Sec-WebSocket-Accept.",
    },
    {
      code: "accept-base64-of-hex",
      name: "Base64 of the hexadecimal digest",
      description:
        "An accept of 56 characters: sha1() for sha1($x, true), hexdigest() for digest(). The 20 bytes are encoded, not their 40 hexadecimal digits.",
    },
    {
      code: "accept-other-encoding",
      name: "The accept was hashed or encoded otherwise",
      description:
        "SHA-256, MD5, HMAC, UTF-16, Base64 for URLs, hexadecimal digits, a GUID in lower case: known ways to a wrong Sec-WebSocket-Accept.",
    },
    {
      code: "accept-sha1-64-bit-words",
      name: "SHA-1 computed in words of 64 bits",
      description:
        "An old SHA-1 in C with unsigned long, compiled where that has 64 bits, makes a wrong Sec-WebSocket-Accept on Linux and macOS.",
    },
    {
      code: "accept-for-other-key",
      name: "The accept belongs to another key",
      description:
        "Sec-WebSocket-Accept answers the key of another connection, or is the RFC's example: shared variables, caches, a proxy with its own key.",
    },
    {
      code: "nonce-missing",
      name: "Sec-WebSocket-Nonce is missing (hybi-04, -05)",
      description:
        "The drafts hybi-04 and hybi-05 have the server add 16 random bytes of its own to the answer, from which the frames' masks are made.",
    },
  ],
};

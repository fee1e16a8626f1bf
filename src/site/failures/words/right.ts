import type { Group } from "../group.ts";

export const RIGHT: Group = {
  id: "right",
  title: "What is right",
  about: "No failures: what is worth knowing to be in order before one looks further.",
  pages: [
    {
      code: "fields-complete",
      name: "All fields of the request are there",
      description:
        "Which header fields a hixie-76 WebSocket request must have: Upgrade, Connection, Host, Origin, Sec-WebSocket-Key1 and Key2.",
    },
    {
      code: "keys-divide",
      name: "Both keys divide by their spaces",
      description:
        "How to check Sec-WebSocket-Key1 and Key2 by hand: the digits as one number, divided by the count of spaces, without a remainder.",
    },
    {
      code: "body-8-bytes",
      name: "The eight bytes are there",
      description:
        "key3, the eight bytes behind the empty line of a hixie-76 request, came whole: where they stand, shown byte by byte.",
    },
    {
      code: "answer-fields-right",
      name: "The fields of the answer are right",
      description:
        "What a hixie-76 client compares in the 101: Upgrade, Connection, Sec-WebSocket-Origin, Sec-WebSocket-Location and the subprotocol.",
    },
    {
      code: "digest-right",
      name: "The digest is right",
      description:
        "The 16 bytes behind a hixie-76 answer are the MD5 of both numbers and key3: the draft's own example, 8jKS'y:G*Co,Wxa-, byte by byte.",
    },
    {
      code: "accept-right",
      name: "Sec-WebSocket-Accept is right",
      description:
        "The RFC's own example: the key dGhlIHNhbXBsZSBub25jZQ== and the GUID make s3pPLMBiTxaQ9kYGzzhZRbK+xOo=, and so does this answer.",
    },
    {
      code: "http2-extended-connect",
      name: "A WebSocket over HTTP/2, as RFC 8441 has it",
      description:
        ":method: CONNECT and :protocol: websocket with all that belongs to them: how HTTP/2 and HTTP/3 open a WebSocket without key and 101.",
    },
    {
      code: "subprotocol-agreed",
      name: "A subprotocol is agreed on",
      description:
        "Sec-WebSocket-Protocol of the 101 is one name of those that the request offered, to the letter: what socket.protocol will be.",
    },
    {
      code: "extension-agreed",
      name: "An extension is agreed on",
      description:
        "permessage-deflate offered and answered as RFC 7692 wants it: what each parameter means for the WebSocket frames that follow.",
    },
    {
      code: "frames-well-formed",
      name: "The frames behind the handshake are well-formed",
      description:
        "What the first WebSocket frames behind a 101 have to have: a known opcode, the shortest length, reserved bits as agreed, masks from the client.",
    },
  ],
};

import type { Group } from "../group.ts";

export const AGREED: Group = {
  id: "agreed",
  title: "Subprotocols and extensions",
  about:
    "What a client of RFC 6455 offers and a server takes of it: names to the letter, and the parameters of permessage-deflate. A browser fails the connection over each of these, and says so.",
  pages: [
    {
      code: "subprotocol-not-echoed",
      name: "The server took none of the subprotocols",
      description:
        "“Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received”: new WebSocket(url, names), and a 101 that names none of them.",
    },
    {
      code: "subprotocol-not-offered",
      name: "The server names a subprotocol that was not offered",
      description:
        "“Response must not include 'Sec-WebSocket-Protocol' header if not present in request”, “does not match any of sent values”: what to answer.",
    },
    {
      code: "subprotocol-several",
      name: "The answer names several subprotocols",
      description:
        "“'Sec-WebSocket-Protocol' header must not appear more than once in a response”: a server chooses one name of the client's list, and sends it once.",
    },
    {
      code: "subprotocol-repeated",
      name: "A subprotocol is offered twice",
      description:
        "“The subprotocol … is duplicated”: the names in Sec-WebSocket-Protocol of a WebSocket request have to differ, and some servers answer 400.",
    },
    {
      code: "extension-not-offered",
      name: "The server takes an extension that was not offered",
      description:
        "“Found an unsupported extension '…' in 'Sec-WebSocket-Extensions' header”: permessage-deflate answered to a client that did not offer it.",
    },
    {
      code: "extension-repeated",
      name: "The answer takes an extension twice",
      description:
        "“Received duplicate permessage-deflate response”: a server answers one of the forms that were offered, and does not copy the whole list back.",
    },
    {
      code: "extensions-malformed",
      name: "Sec-WebSocket-Extensions cannot be read",
      description:
        "“'Sec-WebSocket-Extensions' header value is rejected by the parser”: a semicolon or a comma too many, and the byte at which the grammar breaks.",
    },
    {
      code: "deflate-parameter-unknown",
      name: "permessage-deflate with an unknown parameter",
      description:
        "“Received an unexpected permessage-deflate extension parameter”: the four parameters of RFC 7692, and what becomes of any other.",
    },
    {
      code: "deflate-parameter-repeated",
      name: "permessage-deflate with a parameter twice",
      description:
        "“Received duplicate permessage-deflate extension parameter …”: each parameter of RFC 7692 may stand in an offer and in an answer once.",
    },
    {
      code: "deflate-parameter-value",
      name: "permessage-deflate with a value that may not be",
      description:
        "“Received invalid server_max_window_bits parameter”, “client_max_window_bits must have value”: 8 to 15 where a number belongs, none elsewhere.",
    },
    {
      code: "deflate-parameter-not-offered",
      name: "client_max_window_bits is answered unasked",
      description:
        "A server may limit the client's window of permessage-deflate only when the offer names client_max_window_bits; RFC 7692 has the client fail else.",
    },
    {
      code: "deflate-parameter-not-accepted",
      name: "A parameter of the offer is not granted",
      description:
        "server_max_window_bits or server_no_context_takeover was offered, and the answer takes permessage-deflate without it, or with a larger window.",
    },
  ],
};

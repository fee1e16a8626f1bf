/** What was agreed on is not what was offered: subprotocols and extensions. */
import { CHROME, OLD_WEBKIT } from "./browsers.ts";
import type { KnownMessage } from "./known-message.ts";

export const NEGOTIATION_MESSAGES: readonly KnownMessage[] = [
  {
    texts: ["protocol mismatch: * != *"],
    by: OLD_WEBKIT,
    codes: ["subprotocol-mismatch"],
    meaning:
      "The page asked for one subprotocol and the server named another, or none. A value left in sample code is the usual cause.",
    capture: "exchange",
  },
  {
    texts: [
      "Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received",
      "Expected a Sec-WebSocket-Protocol header",
      "Server sent no subprotocol",
    ],
    by: `${CHROME}; WebSocket-Node; ws for Node`,
    codes: ["subprotocol-not-echoed"],
    meaning: "The page asked for subprotocols and the 101 names none of them.",
    capture: "exchange",
  },
  {
    texts: [
      "Sec-WebSocket-Protocol mismatch",
      "Response must not include 'Sec-WebSocket-Protocol' header if not present in request",
      "'Sec-WebSocket-Protocol' header value * in response does not match any of sent values",
      "Server sent an invalid subprotocol",
      "Server sent a subprotocol but none was requested",
      "unexpected Sec-WebSocket-Protocol from server",
      "requested * protocol(s), but server is only accepting",
      "Invalid Sec-WebSocket-Protocol response",
    ],
    by: `${CHROME}; ws for Node, coder/websocket (Go), .NET and Safari in words of their own`,
    codes: ["subprotocol-not-offered"],
    meaning:
      "The 101 names a subprotocol that the page did not ask for: another name, another letter case, or an empty value.",
    capture: "exchange",
  },
  {
    texts: ["'Sec-WebSocket-Protocol' header must not appear more than once in a response"],
    by: CHROME,
    codes: ["subprotocol-several", "header-repeated"],
    meaning: "The 101 names several subprotocols, in one field or in two: a server chooses one.",
    capture: "response",
  },
  {
    texts: [
      "Invalid subprotocol. Actual: *",
      "no subprotocols supported",
      "unsupported subprotocol: *",
    ],
    by: "Netty; websockets for Python in the latter words",
    codes: ["subprotocol-not-offered", "subprotocol-not-echoed"],
    meaning: "The server named a subprotocol that the client did not offer, or none at all.",
    capture: "exchange",
  },
  {
    texts: ["Found an unsupported extension"],
    by: CHROME,
    codes: ["extension-not-offered"],
    meaning: "The 101 takes an extension that the client did not offer.",
    capture: "exchange",
  },
  {
    texts: ["Error in permessage-deflate"],
    by: CHROME,
    codes: [
      "deflate-parameter-value",
      "deflate-parameter-unknown",
      "deflate-parameter-not-accepted",
      "extension-not-offered",
    ],
    meaning:
      "The 101 takes permessage-deflate with a parameter that may not be there, or not so. What follows in the message says which.",
    capture: "exchange",
  },
  {
    texts: ["Received an unexpected permessage-deflate extension parameter"],
    by: CHROME,
    codes: ["deflate-parameter-unknown"],
    meaning: "The 101 has a parameter of permessage-deflate that RFC 7692 does not know.",
    capture: "response",
  },
  {
    texts: ["Received duplicate permessage-deflate extension parameter"],
    by: CHROME,
    codes: ["deflate-parameter-repeated"],
    meaning: "A parameter of permessage-deflate stands in the 101 twice.",
    capture: "response",
  },
  {
    texts: [
      "Received invalid server_max_window_bits parameter",
      "Received invalid client_max_window_bits parameter",
      "client_max_window_bits must have value",
    ],
    by: CHROME,
    codes: ["deflate-parameter-value"],
    meaning:
      "A window of permessage-deflate is a number from 8 to 15; here it is another, or none.",
    capture: "response",
  },
  {
    texts: ["Received duplicate permessage-deflate response"],
    by: CHROME,
    codes: ["extension-repeated"],
    meaning:
      "The 101 takes permessage-deflate twice, as when the client's list is sent back whole.",
    capture: "response",
  },
  {
    texts: [
      "'Sec-WebSocket-Extensions' header value is rejected by the parser",
      "Invalid Sec-WebSocket-Extensions header",
      "Sec-WebSocket-Extensions header is invalid",
    ],
    by: `${CHROME}; ws for Node`,
    codes: ["extensions-malformed"],
    meaning: "Sec-WebSocket-Extensions breaks its grammar, or has an empty element.",
    capture: "exchange",
  },
];

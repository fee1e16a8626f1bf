import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { subprotocolAnswer } from "../facts/offered-facts.ts";
import { rfcExchange } from "../rfc-example.ts";

export default defineFinding({
  code: "subprotocol-not-echoed",
  section: "RFC 6455 §4.2.2 item 4, /subprotocol/; WHATWG WebSockets §2.2",
  doubtedBy: ["cut", "redacted", "headers-merged"],
  detect: (facts) => {
    const answer = subprotocolAnswer(facts);
    if (!answer || answer.named.length > 0 || answer.offered.length === 0) return NONE;
    const { offered, generation, isBrowser } = answer;
    const isError = generation === "rfc6455" && isBrowser;
    const names = offered.map(({ name }) => `“${name}”`).join(", ");
    return [{ in: "response" as const, span: null, names, isError, count: offered.length }];
  },
  // By the RFC a server may choose none; browsers and some libraries fail all the same.
  level: ({ isError }) => (isError ? "error" : "warning"),
  title: () => "The client offered subprotocols, the server took none",
  why: ({ names, count }) =>
    `The request offers ${names}; the answer has no Sec-WebSocket-Protocol. The RFC lets a server choose none, browsers do not let a page go on without: it asked for ${count === 1 ? "this one" : "one of these"}. ws for Node fails too; others open the connection.`,
  fix: () => `Answer with exactly one of the offered names, or pass none to new WebSocket(url). ws for Node:
    new WebSocketServer({ handleProtocols: (protocols) => [...protocols][0] })
Python, websockets:
    serve(handler, subprotocols=["chat"])
gorilla/websocket:
    websocket.Upgrader{Subprotocols: []string{"chat"}}
Spring: setHandshakeHandler with DefaultHandshakeHandler.setSupportedProtocols("chat"). ASP.NET Core: AcceptWebSocketAsync("chat"). Ratchet: WsServerInterface.getSubProtocols. A proxy that drops the field does the same.`,
});

export const example: Example = () =>
  rfcExchange((text) => text.replace(/Sec-WebSocket-Protocol: .*\r\n/, ""));

export const counterExample: Example = () => rfcExchange();

export const reports = [
  "https://github.com/sitegui/nodejs-websocket/issues/29",
  "https://github.com/esl/MongooseIM/issues/158",
  "https://github.com/theturtle32/WebSocket-Node/issues/92",
  "https://github.com/ninenines/cowboy/pull/672",
  "https://github.com/MostAwesomeDude/txWS/pull/18",
  "https://github.com/wexiangis/websocket_for_linux/pull/5",
];

export const notJudged =
  "Whether the server speaks any of them; and clients that are no browser, which decide for themselves.";

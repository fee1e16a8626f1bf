import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { subprotocolAnswer } from "../facts/offered-facts.ts";
import { rfcExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "subprotocol-not-offered",
  level: "error",
  section: "RFC 6455 §4.1, second list, item 6",
  doubtedBy: ["redacted", "charset", "replaced-bytes", "headers-merged"],
  detect: (facts) => {
    const answer = subprotocolAnswer(facts);
    if (!answer) return NONE;
    const { bytes, offered, named } = answer;
    const names = offered.map(({ name }) => name);
    return named
      .filter(({ name }) => !names.includes(name))
      .map(({ name, span }) => {
        const like = names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? null;
        return { in: "response" as const, span, bytes, names, like };
      });
  },
  title: ({ bytes, span, names, like }) =>
    isEmpty(span)
      ? "Sec-WebSocket-Protocol is there and names nothing"
      : like !== null
        ? `The subprotocol ${quote(bytes, span)} differs from the offer in letter case`
        : names.length === 0
          ? `The server names a subprotocol, ${quote(bytes, span)}, and none was offered`
          : `The subprotocol ${quote(bytes, span)} was not offered`,
  why: ({ bytes, span, names, like }) =>
    `The answer says Sec-WebSocket-Protocol: ${isEmpty(span) ? "and nothing behind it" : quote(bytes, span)}. ${
      names.length === 0
        ? "The request has no such field, so the answer must have none."
        : `The request offers ${names.map((name) => `“${name}”`).join(", ")}${like === null ? "" : ", and names are compared byte by byte"}.`
    } A client fails the connection over that.`,
  fix: () =>
    `Choose from the list that the client sent, split at its commas, and send nothing when it sent none: no path of the URL, no name from a sample, no empty value.
    const offered = (request.headers["sec-websocket-protocol"] ?? "").split(/\\s*,\\s*/);
    const chosen = offered.find((name) => mine.includes(name));
    if (chosen) lines.push("Sec-WebSocket-Protocol: " + chosen);
gorilla/websocket, Spring, ASP.NET Core and ws do that by themselves when they know the names; a header passed to them by hand is sent as it is.`,
});

function isEmpty([start, end]: Span): boolean {
  return start === end;
}

export const example: Example = () =>
  rfcExchange((text) => text.replace("Protocol: chat", "Protocol: CHAT"));

export const counterExample: Example = () =>
  rfcExchange((text) => text.replace("Protocol: chat", "Protocol: superchat"));

export const reports = [
  "https://stackoverflow.com/questions/11300694/chrome-20-websocket-handshake",
  "https://github.com/bloatless/php-websocket/pull/6",
  "https://github.com/nicokaiser/php-websocket/pull/1",
  "https://github.com/esl/MongooseIM/pull/1308",
  "https://github.com/esl/MongooseIM/pull/134",
];

export const notJudged = "An answer without its request, which alone tells what was offered.";

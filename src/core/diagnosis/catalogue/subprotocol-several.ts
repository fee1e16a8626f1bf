import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { subprotocolAnswer } from "../facts/offered-facts.ts";
import { rfcExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "subprotocol-several",
  level: "error",
  section: "RFC 6455 §4.2.2 item 5.5, §11.3.4",
  doubtedBy: ["headers-merged"],
  detect: (facts) => {
    const answer = subprotocolAnswer(facts);
    if (!answer || answer.named.length < 2) return NONE;
    const { bytes, named } = answer;
    const [first, ...others] = named;
    return others.map(({ span }) => ({
      in: "response" as const,
      span,
      bytes,
      first: first?.span ?? span,
      count: named.length,
    }));
  },
  title: ({ count }) => `The answer names ${count} subprotocols, and may name one`,
  why: ({ bytes, span, first }) =>
    `It says ${quote(bytes, first)}, and then ${quote(bytes, span)}. A client offers a list; a server chooses one of it and sends that alone, in one field. Browsers fail the connection at the second, even when it says the same.`,
  fix: () =>
    `Send one name, once. Servers that copy the request's field back send the whole list; with a program and a proxy that both add the field it comes twice.
    proxy_hide_header Sec-WebSocket-Protocol;
takes the backend's out in nginx, for whoever adds one there.`,
});

export const example: Example = () =>
  rfcExchange((text) => text.replace("Protocol: chat", "Protocol: chat, superchat"));

export const counterExample: Example = () => rfcExchange();

import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { subprotocolAnswer } from "../facts/offered-facts.ts";
import { rfcExchange } from "../rfc-example.ts";

export default defineFinding({
  code: "subprotocol-agreed",
  level: "good",
  section: "RFC 6455 §4.2.2 item 4, /subprotocol/",
  detect: (facts) => {
    const answer = subprotocolAnswer(facts);
    const [chosen, second] = answer?.named ?? [];
    if (!answer || !chosen || second) return NONE;
    const at = answer.offered.findIndex(({ name }) => name === chosen.name);
    if (at < 0) return NONE;
    const { span, name } = chosen;
    return [{ in: "response" as const, span, name, at, count: answer.offered.length }];
  },
  title: ({ name }) => `The subprotocol is “${name}”`,
  why: ({ name, at, count }) =>
    `The server took “${name}”, ${count === 1 ? "the one that was offered" : at === 0 ? `the first of ${count} offered` : `which is number ${at + 1} of ${count} offered`}, to the letter. A page reads it from socket.protocol.`,
  fix: () => "Nothing to do.",
});

export const example: Example = () => rfcExchange();

export const counterExample: Example = () =>
  rfcExchange((text) => text.replace("Protocol: chat", "Protocol: chat, superchat"));

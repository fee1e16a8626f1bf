import { defineFinding, type Example } from "../define/define-finding.ts";
import { extensionFaults, levelOf } from "../facts/extension-facts.ts";
import { extensionExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "extension-repeated",
  section: "RFC 7692 §5.1",
  doubtedBy: ["headers-merged"],
  detect: (facts) => extensionFaults(facts, "extension-repeated"),
  level: (fault) => levelOf(fault),
  title: ({ extension }) => `The answer takes “${extension.name}” twice`,
  why: ({ bytes, span, extension }) =>
    `Sec-WebSocket-Extensions names “${extension.name}” a second time, as ${quote(bytes, span)}. A client offers several forms of one extension to choose from; an answer takes one of them, once.`,
  fix: () =>
    "Answer with the first offer that the server can meet. A server that copies the client's list back sends all of them; a program and a framework that both add the field send it twice.",
});

export const example: Example = () =>
  extensionExchange(
    "permessage-deflate; server_max_window_bits=10, permessage-deflate",
    "permessage-deflate; server_max_window_bits=10, permessage-deflate",
  );

export const counterExample: Example = () =>
  extensionExchange(
    "permessage-deflate; server_max_window_bits=10, permessage-deflate",
    "permessage-deflate; server_max_window_bits=10",
  );

import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange, draftRequest } from "../example.ts";
import { bodyNeverCame } from "../facts/missing-body.ts";
import { PASS_BYTES_THROUGH, traceOfProxy } from "../proxy-advice.ts";

/** What a proxy answers when its backend does not. */
const TIMEOUTS = [408, 502, 503, 504];

export default defineFinding({
  code: "body-held-by-proxy",
  section: "hybi-00 §5.1",
  doubtedBy: ["cut", "byte-count"],
  detect: (facts) => {
    const { request, response, conversation } = facts;
    if (!request || !bodyNeverCame(facts)) return NONE;
    const answered = conversation.response !== undefined && conversation.response.length > 0;
    const timedOut = response?.status ? TIMEOUTS.includes(response.status) : false;
    if (answered && !timedOut) return NONE;
    return [{ in: "request" as const, span: null, trace: traceOfProxy(request) }];
  },
  level: ({ trace }) => (trace ? "warning" : "info"),
  title: () => "A proxy may be holding the eight bytes back",
  why: ({ trace }) =>
    `The head came whole, the eight bytes not at all. ${trace ?? "The fields name no proxy, but not all do."} A proxy that reads HTTP sees a GET without a body, and keeps what follows until the 101 has passed; the server waits for it before it answers. Both wait. Connecting to the server directly then works.`,
  fix: () =>
    `Let the server send the head of the 101 first, then wait for the eight bytes, then send the digest. ${PASS_BYTES_THROUGH}`,
});

export const example: Example = () =>
  draftRequest((text) =>
    text.slice(0, -8).replace("Origin:", "X-Forwarded-For: 203.0.113.9\r\nOrigin:"),
  );

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/ninenines/cowboy/issues/73",
  "https://github.com/faye/faye-websocket-node/issues/4",
  "https://github.com/ostinelli/misultin/issues/98",
  "https://github.com/igrigorik/em-websocket/issues/88",
  "https://github.com/websockets/ws/issues/687",
  "https://github.com/eclipse-ee4j/glassfish-grizzly/issues/1013",
  "https://github.com/firehoseio/firehose/issues/4",
  "https://mailarchive.ietf.org/arch/msg/hybi/aQU70dioA8tf2iYiG1wrsReV7yE/",
];

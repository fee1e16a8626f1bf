import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { frameStreams } from "../facts/frame-facts.ts";
import { framesExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "first-frame-lost",
  level: "info",
  section: "RFC 6455 §4.2.2",
  detect: (facts) => {
    const { response } = facts;
    const streams = frameStreams(facts);
    const [first] = streams;
    // What the client sent first, an answer to it could not come with the 101.
    if (!response || first?.from !== "server" || streams.length > 1) return NONE;
    if (first.count === 0 || first.findings.some(({ level }) => level === "error")) return NONE;
    const { bytes, head } = response;
    const via = find(bytes, head.fields, "via") ?? find(bytes, head.fields, "server");
    return [{ in: "frames" as const, span: [0, 2] as const, bytes, via, count: first.count }];
  },
  title: () => "The server sends before the client does, which some proxies lose",
  why: ({ bytes, via, count }) =>
    `${count === 1 ? "A frame comes" : `${count} frames come`} behind the 101, and nothing from the client. That is right. But when they arrive in one read with the head, a proxy or a client that takes only the head out of its buffer loses them: it opens, and the first message never comes${via ? `. This answer came through or from ${quote(bytes, via)}` : ""}.`,
  fix: () => `If the first message is missing, write what was read beyond the head before anything else. Node, in a proxy of your own:
    proxyReq.on("upgrade", (res, backend, head) => {
      client.write(headOf(res));
      if (head.length > 0) client.write(head);
      backend.pipe(client).pipe(backend);
    });
In Go hand on what bufio.Reader.Buffered() still holds after Hijack, in Java and Python what the header's reader has left. Or let the server wait for the client's first message.`,
});

export const example: Example = () => framesExchange({ server: "\x81\x05hello" });

export const counterExample: Example = () =>
  framesExchange({ server: "\x81\x05hello", client: "\x81\x82\x01\x02\x03\x04ik" });

export const reports = ["https://github.com/hodfords-solutions/nestjs-api-gateway/pull/36"];

export const notJudged =
  "Whether anything was lost, and whether the bytes came in one packet: a stream of bytes does not tell.";

import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { splitStartLine } from "../facts/start-line.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "target-empty",
  level: "error",
  section: { hixie: "hybi-00 §5.1", byKey: "RFC 6455 §4.2.1 item 1; RFC 9112 §3.2.1" },
  doubtedBy: ["start-line", "redacted"],
  detect: ({ request }) => {
    if (!request?.refusals.includes("target-empty")) return NONE;
    const { bytes, head } = request;
    const [, span] = splitStartLine(bytes, head.startLine);
    return [{ in: "request" as const, span, bytes, empty: span[0] === span[1] }];
  },
  title: ({ empty }) =>
    empty ? "The resource name is empty" : "The resource name does not begin with “/”",
  why: ({ bytes, span, empty }) =>
    empty
      ? "Two spaces stand behind GET with nothing between them. The resource name must be there and begin with “/”."
      : `Behind GET stands ${quote(bytes, span)}. A server of this draft takes a path that begins with “/”; a whole URL is what proxies get, and what some developer tools show.`,
  fix: () =>
    "In the client, add the slash: ws://example.com/ instead of ws://example.com. Browsers add it by themselves; libraries that cut the URL up by hand forget it.",
});

export const example: Example = () => draftRequest((text) => text.replace("/demo", ""));

export const counterExample: Example = () => draftRequest((text) => text.replace("/demo", "/"));

export const reports = ["https://github.com/igrigorik/em-websocket/issues/71"];

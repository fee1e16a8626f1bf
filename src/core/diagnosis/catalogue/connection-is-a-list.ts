import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "connection-is-a-list",
  level: "error",
  section: "hybi-00 §5.1, Connection",
  doubtedBy: ["headers-merged"],
  detect: ({ request }) => {
    if (!request?.refusals.includes("connection-is-a-list")) return NONE;
    const { bytes, head } = request;
    const span = find(bytes, head.fields, "connection");
    return span ? [{ in: "request" as const, span, bytes }] : NONE;
  },
  title: () => "Connection is a list; in this draft it is one word",
  why: ({ bytes, span }) =>
    `Connection says ${quote(bytes, span)}. Here a server compares the whole value with “upgrade”; to look for one word in a list came with later drafts. Many servers do it for this one too, but not all.`,
  fix: () =>
    "A client of this draft sends “Connection: Upgrade” alone. A server that wants to be lenient splits at commas, trims, and looks for “upgrade” in any case.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Connection: Upgrade", "Connection: keep-alive, Upgrade"));

export const counterExample: Example = () => draftRequest();

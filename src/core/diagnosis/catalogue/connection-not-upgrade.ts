import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, type Occurrence } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { textOf } from "../header-words.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "connection-not-upgrade",
  level: "error",
  doubtedBy: ["cut", "redacted", "start-line"],
  detect: ({ request, response }) => {
    const found: (Occurrence & { bytes: Uint8Array })[] = [];
    if (request?.refusals.includes("connection-not-upgrade")) {
      const { bytes, head } = request;
      found.push({ in: "request", span: find(bytes, head.fields, "connection"), bytes });
    }
    if (response?.comparable && response.head.end !== null) {
      const { bytes, head } = response;
      const span = find(bytes, head.fields, "connection");
      const text = span ? textOf(bytes, span).toLowerCase() : "";
      // A list is another finding's.
      const isOther = text !== "upgrade" && !text.includes(",");
      if (isOther) found.push({ in: "response", span, bytes });
    }
    return found;
  },
  section: ({ in: place }) =>
    place === "request" ? "hybi-00 §5.1, Connection" : "hybi-00 §4.1 step 41, connection",
  title: ({ span }) => (span ? "Connection is not “Upgrade”" : "There is no Connection field"),
  why: ({ bytes, span }) =>
    span
      ? `Connection says ${quote(bytes, span)}. Expected: “Upgrade”, in any letter case, and nothing else.`
      : "None of the fields is called Connection. Expected: “Connection: Upgrade”.",
  fix: ({ in: place }) =>
    place === "request"
      ? "Browsers send “Connection: Upgrade”. “close” or “keep-alive” was put there by a proxy or by the HTTP library of the client."
      : "Send exactly “Connection: Upgrade” on the 101, once, and stop the framework from adding keep-alive or close of its own.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Connection: Upgrade", "Connection: close"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Connection: Upgrade", "Connection: upgrade"));

export const reports = [
  "https://github.com/clj-commons/aleph/issues/13",
  "https://github.com/clj-commons/aleph/pull/7",
  "https://github.com/mopemope/meinheld/pull/51",
  "https://github.com/faye/faye-websocket-ruby/issues/34",
  "https://github.com/ninenines/cowboy/pull/262",
  "https://github.com/wetfish/sync/issues/61",
  "https://github.com/ether/etherpad/issues/2513",
];

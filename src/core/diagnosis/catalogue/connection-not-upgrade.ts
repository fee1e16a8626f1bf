import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "connection-not-upgrade",
  level: "error",
  doubtedBy: ["cut", "redacted"],
  detect: ({ request }) => {
    if (!request?.refusals.includes("connection-not-upgrade")) return NONE;
    const { bytes, head } = request;
    return [{ in: "request" as const, span: find(bytes, head.fields, "connection"), bytes }];
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

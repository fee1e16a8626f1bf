import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { quote } from "../words.ts";

const ABOUT_FIELDS = [
  "upgrade-not-websocket",
  "connection-not-upgrade",
  "connection-is-a-list",
  "host-missing",
  "host-invalid",
  "origin-missing-in-request",
  "subprotocol-invalid",
  "key-missing-or-repeated",
];

export default defineFinding({
  code: "fields-complete",
  level: "good",
  section: "hybi-00 §5.1",
  detect: ({ request }) => {
    if (!request?.numberedKeys || request.host === null || request.origin === null) return NONE;
    if (ABOUT_FIELDS.some((code) => request.refusals.includes(code))) return NONE;
    const { bytes, host, origin, subprotocol } = request;
    return [{ in: "request" as const, span: null, bytes, host, origin, subprotocol }];
  },
  title: () => "All fields are there",
  why: ({ bytes, host, origin, subprotocol }) =>
    `Upgrade, Connection, both keys, Host ${quote(bytes, host)}, Origin ${quote(bytes, origin)}${subprotocol ? ` and subprotocol ${quote(bytes, subprotocol)}` : "; no subprotocol is asked for"}.`,
  fix: () => "Nothing to do.",
});

export const example: Example = () => draftRequest();

export const counterExample: Example = () => draftRequest((text) => text.replace("Host:", "Hist:"));

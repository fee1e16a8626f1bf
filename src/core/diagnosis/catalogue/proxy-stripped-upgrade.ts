import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { headerWords, textOf } from "../header-words.ts";
import { LET_UPGRADE_THROUGH } from "../proxy-advice.ts";
import type { RequestFacts } from "../request-facts.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "proxy-stripped-upgrade",
  level: "error",
  section: "hybi-00 §5.1; RFC 7230 §6.1",
  doubtedBy: ["cut", "redacted"],
  detect: ({ request }) => {
    if (!request || !hasKeys(request)) return NONE;
    const { bytes, head } = request;
    const noUpgrade = find(bytes, head.fields, "upgrade") === null;
    if (!noUpgrade && headerWords(bytes, head, "connection").includes("upgrade")) return NONE;
    const span = find(bytes, head.fields, "connection");
    return [{ in: "request" as const, span, bytes, noUpgrade, trace: traceOfProxy(request) }];
  },
  title: () => "A proxy has taken Upgrade or Connection out of the request",
  why: ({ bytes, span, noUpgrade, trace }) => {
    const connection = span ? `Connection is ${quote(bytes, span)}` : "there is no Connection";
    const seen = noUpgrade ? `there is no Upgrade and ${connection}` : connection;
    return `The WebSocket keys are there, yet ${seen}. These two fields go from hop to hop: a proxy that is not told otherwise drops them. ${trace ?? "No field names the proxy, but no browser leaves them out."}`;
  },
  fix: () => LET_UPGRADE_THROUGH,
});

function hasKeys({ numberedKeys, generation }: RequestFacts): boolean {
  return numberedKeys || generation === "rfc6455" || generation.startsWith("hybi-");
}

/** Fields that proxies add, and the version nginx speaks to its backends unless told otherwise. */
function traceOfProxy({ bytes, head }: RequestFacts): string | null {
  for (const name of ["via", "x-forwarded-for", "x-real-ip", "x-forwarded-proto", "forwarded"]) {
    const span = find(bytes, head.fields, name);
    if (span) return `One was there: it added ${name} ${quote(bytes, span)}.`;
  }
  if (/ HTTP\/1\.0$/.test(textOf(bytes, head.startLine))) {
    return "One was there: browsers speak HTTP/1.1, this says HTTP/1.0.";
  }
  return null;
}

export const example: Example = () =>
  draftRequest((text) =>
    text
      .replace("HTTP/1.1", "HTTP/1.0")
      .replace("Connection: Upgrade", "Connection: close")
      .replace("Upgrade: WebSocket\r\n", "X-Forwarded-For: 203.0.113.9\r\n"),
  );

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "Upgrade: TLS/1.0"));

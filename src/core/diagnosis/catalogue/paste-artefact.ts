import type { Loss } from "../../input/conversation.ts";
import { defineFinding, type Example, NONE, type Occurrence } from "../define/define-finding.ts";
import { captured, draftRequest, pasted } from "../example.ts";
import { sideOf } from "../facts/facts.ts";
import { dividesWhenTrimmed, withoutEdgeSpaces } from "../facts/key-facts.ts";

interface Artefact extends Occurrence {
  readonly what: Loss["what"] | "handshake";
  readonly note: string;
}

export default defineFinding<Artefact>({
  code: "paste-artefact",
  level: "info",
  section: { hixie: "hybi-00 §1.2", byKey: "RFC 6455 §1.3" },
  detect: ({ request, conversation, heads }) => {
    if (conversation.exact) return NONE;
    const found: Artefact[] = [];
    for (const loss of conversation.lost) {
      if (loss.what === "key3") continue;
      const place = sideOf(loss);
      const isRead = loss.what !== "start-line" || heads.some((head) => head.in === place);
      const what: Artefact["what"] = isRead ? loss.what : "handshake";
      const same = found.findIndex((other) => other.in === place && other.what === what);
      const notes = same < 0 ? loss.note : `${found[same]?.note} ${loss.note}`;
      const artefact = { in: place, span: null, what, note: notes };
      if (same < 0) found.push(artefact);
      else found[same] = artefact;
    }
    for (const key of request?.keys ?? NONE) {
      const bytes = request?.bytes ?? new Uint8Array();
      if (!key.refusals.includes("key-not-divisible") || !dividesWhenTrimmed(bytes, key)) continue;
      const inner = withoutEdgeSpaces(bytes, key.value);
      const span =
        inner[1] < key.value[1]
          ? ([inner[1], key.value[1]] as const)
          : ([key.value[0], inner[0]] as const);
      const note = `${key.name} divides without the spaces at its ends, and does not with them.`;
      found.push({ in: "request", span, what: "edge-spaces", note });
    }
    return found;
  },
  title: ({ what, in: place }) =>
    what === "handshake" ? "No handshake is in the text" : `${TITLES[what]} (${place})`,
  why: ({ what, note }) =>
    what === "handshake"
      ? `${note} So nothing is blamed on anybody.`
      : `${note} This is what copying did, not what the peer sent, so nothing here is blamed on it.`,
  fix: ({ what }) =>
    what === "handshake"
      ? "Paste the request, the answer, or one behind the other: as text from the first line on, as hex, as a tool prints them, or as a capture file."
      : "Where it matters, capture bytes instead of text: hex, base64, a pcap, or the repr() or inspect of the language your server is written in.",
});

const TITLES: Readonly<Record<Loss["what"], string>> = {
  "line-endings": "The line ends are those of the paste",
  "edge-spaces": "The paste added or removed spaces at the ends of lines",
  "repeated-spaces": "The paste may have joined several spaces into one",
  "replaced-bytes": "The paste replaced bytes that it could not show",
  charset: "The paste went through a character set",
  cut: "The paste is cut",
  redacted: "Parts of the paste were made unreadable on purpose",
  "headers-reordered": "The fields are not in the order of the wire",
  "headers-merged": "Fields that came twice were joined",
  "start-line": "The first line was put together from what the paste says",
  key3: "The paste does not hold the eight bytes behind the head",
  "byte-count": "The paste does not say how many bytes there were",
};

export const example: Example = () =>
  pasted(
    draftRequest(),
    "line-endings",
    "All lines ended with LF, and were read as if with CR LF.",
  );

export const counterExample: Example = () => captured("GET / HTTP/1.1\n\n");

export const reports = ["https://github.com/wandenberg/nginx-push-stream-module/issues/61"];

export const notJudged = "What stood in the bytes that are lost.";

import { length } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftReply, pasted } from "../example.ts";
import { lossOf } from "../facts/facts.ts";

export default defineFinding({
  code: "digest-lost-in-paste",
  level: "info",
  section: "hybi-00 §5.2 step 13",
  detect: ({ response, conversation }) => {
    if (!response?.comparable || response.rules !== "hixie-76" || !response.reply) return NONE;
    const loss = lossOf(conversation, "response", ["cut", "replaced-bytes"]);
    if (loss === null || length(response.reply) > 0) return NONE;
    return [{ in: "response" as const, span: null, note: loss.note }];
  },
  title: () => "The paste does not hold the 16 bytes of the digest",
  why: ({ note }) =>
    `${note} The digest is 16 raw bytes, and text seldom carries them. What is left of it was compared; whether it was right cannot be told.`,
  fix: () =>
    "Capture the response as hex, base64 or a pcap: Wireshark, Follow, TCP Stream, show as Raw; or log it in the server before it is written (bin2hex, toString('hex'), repr).",
});

export const example: Example = () =>
  pasted(draftReply(""), "replaced-bytes", "The digest shows as 16 boxes.", "response");

export const counterExample: Example = () => draftReply("");

import { length } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange, draftReply } from "../example.ts";
import { DIGEST_LENGTH } from "../facts/response-facts.ts";
import { count } from "../words.ts";

export default defineFinding({
  code: "digest-too-short",
  level: "error",
  section: "hybi-00 §4.1 step 44",
  doubtedBy: ["cut", "replaced-bytes", "charset", "byte-count"],
  detect: ({ response }) => {
    if (!response?.comparable || response.rules !== "hixie-76" || !response.reply) return NONE;
    const size = length(response.reply);
    if (size === 0 || size >= DIGEST_LENGTH) return NONE;
    return [{ in: "response" as const, span: response.reply, size }];
  },
  title: ({ size }) => `Only ${count(size, "byte")} of the digest came`,
  why: ({ size }) =>
    `Behind the head ${size === 1 ? "stands 1 byte" : `stand ${size} bytes`}; a digest has 16. The client waits for the others, in silence, until the connection closes.`,
  fix: () =>
    "Write all 16 bytes. A digest that is treated as a string loses bytes: C functions stop at a NUL, trim takes white space off the ends, and text channels drop what they cannot decode. If the capture was cut, capture again.",
});

export const example: Example = () => draftReply("8jKS'y:");

export const counterExample: Example = () => draftExchange();

import { hex } from "../../bytes/hex.ts";
import { slice } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange, draftReply } from "../example.ts";
import { lossOf } from "../facts/facts.ts";
import { replyIs } from "../facts/response-facts.ts";

export default defineFinding({
  code: "digest-mismatch",
  level: "error",
  section: "hybi-00 §4.1 step 45, §5.2 step 9",
  doubtedBy: ["charset", "replaced-bytes", "byte-count", "redacted"],
  detect: ({ response, suspects, conversation }) => {
    if (!response?.comparable || suspects.length > 0 || replyIs(response) !== "wrong") return NONE;
    const { bytes, reply, wanted } = response;
    if (reply === null || wanted.expected === null) return NONE;
    const doubt = lossOf(conversation, "request", [
      "charset",
      "edge-spaces",
      "repeated-spaces",
      "key3",
    ]);
    return [
      {
        in: "response" as const,
        span: reply,
        received: hex(slice(bytes, reply)),
        expected: hex(wanted.expected),
        doubt: doubt?.note ?? null,
      },
    ];
  },
  title: () => "The digest is wrong, and no known mistake makes it",
  why: ({ received, expected }) =>
    `Behind the head stand ${received}; expected are ${expected}, the MD5 of both parts and key3. The client closes the connection; WebKit says nothing about it.`,
  fix: () =>
    "Compare step by step: log the two numbers, their spaces, the two quotients and the 16 bytes of the challenge in the server, and hold them against the steps shown here. If they agree, the bytes that were hashed are not the ones logged; if the server answered another request, its keys were not these.",
});

export const example: Example = () => draftReply("0123456789abcdef");

export const counterExample: Example = () => draftExchange();

export const notJudged =
  "Mistakes that nobody has seen yet; three at once are tried only where they belong together.";

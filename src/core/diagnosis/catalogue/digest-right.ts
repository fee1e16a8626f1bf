import { hex } from "../../bytes/hex.ts";
import { slice } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange, draftReply } from "../example.ts";
import { replyIs } from "../facts/response-facts.ts";

export default defineFinding({
  code: "digest-right",
  level: "good",
  section: "hybi-00 §4.1 step 45",
  detect: ({ response }) =>
    response?.comparable && response.reply && replyIs(response) === "right"
      ? [
          {
            in: "response" as const,
            span: response.reply,
            reply: slice(response.bytes, response.reply),
          },
        ]
      : NONE,
  title: () => "The digest is right",
  why: ({ reply }) => `${hex(reply, " ")} is the MD5 of both parts and key3.`,
  fix: () => "Nothing to do.",
});

export const example: Example = () => draftExchange();

export const counterExample: Example = () => draftReply("0123456789abcdef");

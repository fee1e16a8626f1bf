import { hex } from "../../bytes/hex.ts";
import { slice } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { lossOf } from "../facts/facts.ts";

export default defineFinding({
  code: "body-8-bytes",
  level: "good",
  section: "hybi-00 §5.1",
  detect: ({ request, conversation }) => {
    const span = request?.key3;
    if (!span || lossOf(conversation, "request", ["key3"])) return NONE;
    return [{ in: "request" as const, span, key3: slice(request.bytes, span) }];
  },
  title: () => "The eight bytes are there",
  why: ({ key3 }) => {
    const special = key3.some((byte) => byte < 0x20 || byte > 0x7e);
    return `key3 is ${hex(key3, " ")}.${special ? " Some of them are no printable characters: any value is allowed, and a server must not treat them as text." : ""}`;
  },
  fix: () => "Nothing to do.",
});

export const example: Example = () => draftRequest();

export const counterExample: Example = () => draftRequest((text) => text.slice(0, -1));

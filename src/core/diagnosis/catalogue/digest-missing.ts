import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange, draftReply } from "../example.ts";
import { lossOf } from "../facts/facts.ts";

export default defineFinding({
  code: "digest-missing",
  level: "error",
  section: "hybi-00 §4.1 step 44, §5.2 step 13",
  detect: ({ response, conversation }) => {
    if (!response?.comparable || response.rules !== "hixie-76" || response.reply === null) {
      return NONE;
    }
    const [start, end] = response.reply;
    // Then digest-lost-in-paste says what there is to say.
    if (start !== end || lossOf(conversation, "response", ["cut", "replaced-bytes"])) return NONE;
    return [{ in: "response", span: [start - 2, start] }];
  },
  title: () => "The 16 bytes of the digest are missing",
  why: () =>
    "The response ends with its head. The client waits for 16 bytes behind the empty line: for ever if the connection stays open, and WebKit prints nothing meanwhile; if it closes, the handshake has failed.",
  fix: () =>
    "Write the digest behind the head, 16 raw bytes, and flush. If the server sends the head first and the digest when the eight bytes of the client have come, look at why they do not come. Frameworks that build “a response without content” drop it.",
});

export const example: Example = () => draftReply("");

export const counterExample: Example = () => draftExchange();

export const reports = ["https://github.com/TooTallNate/Java-WebSocket/issues/44"];

import { type Span, slice } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE, type Occurrence } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { beginsWithFrame } from "../facts/behind-answer.ts";
import { count, quote } from "../words.ts";

export default defineFinding({
  code: "bytes-behind-body",
  level: "info",
  section: "hybi-00 §5.1, §5.3",
  detect: ({ request, conversation }): readonly Behind[] => {
    if (!request?.key3) return NONE;
    const { bytes, key3 } = request;
    const span: Span = [key3[1], bytes.length];
    // What is no frame is a fault, which body-not-8-bytes tells of.
    if (beginsWithFrame(slice(bytes, span))) return [{ in: "request", span, bytes }];
    // Behind an answer, frames are where they belong.
    const { clientBytes, response } = conversation;
    if (response || !clientBytes || !beginsWithFrame(clientBytes)) return NONE;
    return [{ in: "frames", span: [0, clientBytes.length], bytes: clientBytes }];
  },
  title: ({ span }) => `${count(span[1] - span[0], "byte")} behind key3`,
  why: ({ bytes, span }) =>
    `The request ends eight bytes behind its head; ${quote(bytes, span)} comes after that. It is the beginning of the frames: the client did not wait for the answer, or the capture went on.`,
  fix: () =>
    "In the server, take eight bytes for key3 and leave the rest for the frames. Servers that hash all that is left, or the last eight bytes of the buffer, give a wrong digest here.",
});

interface Behind extends Occurrence {
  readonly span: Span;
  readonly bytes: Uint8Array;
}

export const example: Example = () => draftRequest((text) => `${text}\x00hello\xff`);

export const counterExample: Example = () => draftRequest();

export const notJudged = "The frames in it, which are decoded elsewhere.";

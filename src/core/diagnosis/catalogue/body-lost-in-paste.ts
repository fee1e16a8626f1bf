import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest, pasted } from "../example.ts";
import { lossOf } from "../facts/facts.ts";

export default defineFinding({
  code: "body-lost-in-paste",
  level: "info",
  section: "hybi-00 §5.1",
  detect: ({ request, conversation }) => {
    const loss = lossOf(conversation, "request", ["key3"]);
    if (!request?.numberedKeys || loss === null) return NONE;
    const { end } = request.head;
    const span =
      end === null || end === request.bytes.length ? null : ([end, request.bytes.length] as const);
    return [{ in: "request" as const, span, note: loss.note }];
  },
  title: () => "The paste does not hold the eight bytes behind the head",
  why: ({ note }) =>
    `${note} key3 is eight random bytes, and text seldom carries them. The keys can be checked without it; the challenge, the digest and the server's answer cannot.`,
  fix: () =>
    "Give key3 as hex, or capture the whole request so that no byte is lost. PHP: bin2hex($request). Node: data.toString('hex'). Python: repr(data). Ruby: p data. Wireshark: Follow, TCP Stream, show as Raw. On the way to a server: nc -l 8080 | xxd.",
});

export const example: Example = () =>
  pasted(
    draftRequest((text) => text.slice(0, -8)),
    "key3",
    "Behind the empty line stands text that is not eight bytes.",
  );

export const counterExample: Example = () => draftRequest((text) => text.slice(0, -8));

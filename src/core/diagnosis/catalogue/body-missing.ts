import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { lossOf } from "../facts/facts.ts";
import { PASS_BYTES_THROUGH } from "../proxy-advice.ts";

export default defineFinding({
  code: "body-missing",
  level: "error",
  section: "hybi-00 §5.1",
  doubtedBy: ["cut", "byte-count", "charset", "replaced-bytes"],
  detect: ({ request, conversation }) => {
    if (!request?.refusals.includes("body-missing")) return NONE;
    // Then body-lost-in-paste says what there is to say.
    if (lossOf(conversation, "request", ["key3"])) return NONE;
    const { end } = request.head;
    return end === null ? NONE : [{ in: "request", span: [end - 2, end] }];
  },
  title: () => "The eight bytes behind the head are missing",
  why: () =>
    "Nothing follows the empty line. A client of this draft sends eight random bytes there, key3, which no field announces. Without them there is no challenge to answer: the server waits for them, in vain or not.",
  fix: () =>
    `Perhaps they came in the next packet: read on until eight bytes are there, and capture again. Node: they are in the “head” argument of the “upgrade” event, or still to come. PHP, WSGI, servlets: a GET has no body for them, so take the raw socket. ${PASS_BYTES_THROUGH}`,
});

export const example: Example = () => draftRequest((text) => text.slice(0, -8));

export const counterExample: Example = () => draftRequest((text) => text.slice(0, -4));

import { fromLatin1 } from "../../bytes/ascii.ts";
import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { textOf } from "../facts/header-words.ts";
import { answerField, type ResponseFacts } from "../facts/response-facts.ts";

export default defineFinding({
  code: "answer-fields-right",
  level: "good",
  section: "hybi-00 §4.1 step 41",
  detect: ({ response }) =>
    response?.comparable && isComplete(response) ? [{ in: "response", span: null }] : NONE,
  title: () => "The fields of the response are right",
  why: () =>
    "Upgrade, Connection, origin, location and, if one was asked for, the subprotocol are there and say what the client compares them with, to the letter.",
  fix: () => "Nothing to do.",
});

function isComplete(response: ResponseFacts): boolean {
  const { bytes, head, wanted } = response;
  const { origin, location, subprotocol } = wanted;
  if (head.end === null || !origin || !location || !subprotocol) return false;
  const upgrade = find(bytes, head.fields, "upgrade");
  const connection = find(bytes, head.fields, "connection");
  const says = (name: "origin" | "location" | "protocol", value: Uint8Array): boolean => {
    const span = answerField(response, name);
    return span !== null && textOf(bytes, span) === fromLatin1(value);
  };
  return (
    upgrade !== null &&
    textOf(bytes, upgrade) === "WebSocket" &&
    connection !== null &&
    textOf(bytes, connection).toLowerCase() === "upgrade" &&
    says("origin", origin) &&
    says("location", location) &&
    (subprotocol.length === 0 || says("protocol", subprotocol))
  );
}

export const example: Example = () => draftExchange();

export const counterExample: Example = () =>
  draftExchange((text) => text.replace("Upgrade: WebSocket", "Upgrade: websocket"));

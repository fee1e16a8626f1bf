import { findAll } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import type { RequestFacts } from "../request-facts.ts";
import { quote } from "../words.ts";

const ONCE_IN_REQUEST = [
  "host",
  "origin",
  "upgrade",
  "connection",
  "sec-websocket-protocol",
] as const;

export default defineFinding({
  code: "header-repeated",
  level: "warning",
  section: "hybi-00 §5.1",
  doubtedBy: ["headers-merged"],
  detect: ({ request }) => (request?.numberedKeys ? repeatedIn(request) : NONE),
  title: ({ bytes, name }) => `The field ${quote(bytes, name)} comes more than once`,
  why: ({ bytes, value, first }) =>
    `Here it says ${quote(bytes, value)}, before it said ${quote(bytes, first)}. The draft expects one. The reference goes by the first; other servers take the last, or join them with a comma and then find neither.`,
  fix: () =>
    "Find out who adds the second one: the client, or a proxy that sets the field without removing what was there (nginx: proxy_set_header; HAProxy: http-request set-header instead of add-header).",
});

function repeatedIn({ bytes, head }: RequestFacts) {
  return ONCE_IN_REQUEST.flatMap((lowerCaseName) => {
    const [first, ...others] = findAll(bytes, head.fields, lowerCaseName);
    if (first === undefined) return [];
    return others.map(({ line, name, value }) => ({
      in: "request" as const,
      span: line,
      bytes,
      name,
      value,
      first: first.value,
    }));
  });
}

export const example: Example = () =>
  draftRequest((text) => text.replace("Origin:", "Host: other.example\r\nOrigin:"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Origin:", "Cookie: a=b\r\nCookie: c=d\r\nOrigin:"));

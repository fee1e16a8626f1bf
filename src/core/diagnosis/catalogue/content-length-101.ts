import { equalsIgnoringCase } from "../../bytes/ascii.ts";
import { elementsIn, keyAnswer, valuesIn } from "../compare/by-key.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { textOf } from "../facts/header-words.ts";
import { rfcExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "content-length-101",
  section: "RFC 9110 §8.6, §15.2",
  doubtedBy: ["headers-merged"],
  detect: (facts) => {
    const answer = keyAnswer(facts);
    if (!answer) return NONE;
    const { bytes, head } = answer;
    const texts = elementsIn(bytes, head, "content-length").map((span) => textOf(bytes, span));
    const isChunked =
      elementsIn(bytes, head, "transfer-encoding").some((span) =>
        equalsIgnoringCase(bytes, span, "chunked"),
      ) && /^HTTP\/1\.1/i.test(textOf(bytes, head.startLine));
    const isContradictory = new Set(texts).size > 1 && !isChunked;
    return valuesIn(bytes, head, "content-length").map((span) => ({
      in: "response" as const,
      span,
      bytes,
      isContradictory,
    }));
  },
  // Values that contradict each other are refused everywhere: RFC 9112 §6.3.
  level: ({ isContradictory }) => (isContradictory ? "error" : "warning"),
  title: ({ isContradictory }) =>
    isContradictory ? "The 101 has several Content-Lengths" : "The 101 has a Content-Length",
  why: ({ bytes, span, isContradictory }) =>
    isContradictory
      ? `Here it is ${quote(bytes, span)}, and elsewhere another. A 101 has no content and must not announce any. Browsers fail over lengths that differ: “ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH”.`
      : `Content-Length is ${quote(bytes, span)}. A status of 1xx has no content, and a server must not announce any. Browsers overlook it. .NET's ClientWebSocket fails or drops the connection after 100 seconds, and a proxy may count the first frames as content.`,
  fix: () =>
    "Take it out of the 101: of a filter that adds it to all responses (Suave, Drogon, PHP's output buffer), or by writing the head to the socket yourself. HAProxy:\n    http-after-response del-header Content-Length if { status 101 }",
});

export const example: Example = () =>
  rfcExchange((text) => text.replace("Connection:", "Content-Length: 0\r\nConnection:"));

export const counterExample: Example = () =>
  rfcExchange(() => "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

export const notJudged =
  "An answer of hixie-76, whose 16 bytes some servers announce; no client of that draft minds.";

export const reports = [
  "https://github.com/SuaveIO/suave/issues/626",
  "https://github.com/drogonframework/drogon/pull/2164",
  "https://github.com/dotnet/corefx/issues/29984",
];

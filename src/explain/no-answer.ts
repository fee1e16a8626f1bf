/** What stands in the place of an answer that is not computed. */
import type { Generation } from "../core/generation.ts";

interface Asked {
  readonly generation: Generation | "http" | "unknown";
  /** Whether there is a request. */
  readonly asked: boolean;
  /** Whether it is worked through step by step. */
  readonly stepped: boolean;
}

export function noAnswerWords({ generation, asked, stepped }: Asked): string {
  if (!asked) return "The answer stands here as soon as there is a request to answer.";
  return stepped
    ? `There is no 101 to show: ${refusal(generation)}. The steps say where it stops.`
    : "Nothing is computed for it: over HTTP/2 and HTTP/3 the answer is the status 200.";
}

/** What is ordered where a request is not as it must be. */
function refusal(generation: Asked["generation"]): string {
  switch (generation) {
    // hybi-00 §5.2: "abort the WebSocket connection".
    case "hixie-75":
    case "hixie-76":
    case "hybi-01":
      return "a server that follows the draft closes the connection and sends nothing";
    // RFC 6455 §4.2.1, and for the version §4.2.2 item 4.
    case "rfc6455":
    case "http":
      return "a server that follows RFC 6455 answers with an error of HTTP, such as 400 Bad Request, or 426 for a version that it does not speak";
    // Note: the drafts went from the one to the other.
    default:
      return "a server closes the connection, or answers with an error of HTTP such as 400 Bad Request";
  }
}

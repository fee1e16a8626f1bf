/** What servers that speak TLS answer in plain HTTP to a request without it. */
import type { Span } from "../../bytes/span.ts";
import { textOf } from "./header-words.ts";

/** nginx, Apache, Go's net/http, Tomcat. */
const COMPLAINT =
  /plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL-enabled|sent an HTTP request to an HTTPS server|combination of host and port requires TLS/i;

/** Of the complaint's words, which stand near the top of a short page; null when there are none. */
export function complaintOfTls(bytes: Uint8Array): Span | null {
  const found = COMPLAINT.exec(textOf(bytes, [0, Math.min(4096, bytes.length)]));
  return found && [found.index, found.index + found[0].length];
}

/**
 * What is printed when a handshake fails, and by whom. `texts` are pieces of the messages; letter case, quotes and
 * white space do not matter, and "*" stands for whatever is in its place. Codes are those of the catalogue, the likeliest first.
 */
export interface KnownMessage {
  readonly texts: readonly string[];
  /** Who prints it. */
  readonly by: string;
  readonly codes: readonly string[];
  /** When it is printed, what it means, and what usually causes it. */
  readonly meaning: string;
  readonly capture: Capture;
}

export type Capture =
  | "response"
  | "exchange"
  | "request"
  | "first-bytes"
  | "frames"
  | "certificate"
  | "nothing";

/** What to get hold of next, since a message alone proves little. */
export const CAPTURES: Readonly<Record<Capture, string>> = {
  response:
    "Capture the response byte by byte, the bytes behind its head included: Wireshark, Follow TCP Stream, Raw; or log it in the server before it is written.",
  exchange:
    "Capture request and response of one attempt, byte by byte: as the client sent and got them, and again on the server's side if a proxy stands between.",
  request:
    "Capture the request where the server gets it, byte by byte: a hex dump of what it read, or nc -l 8080 | xxd in its place.",
  "first-bytes":
    "Capture the first bytes of the connection where the server gets them: 16 03 is TLS, 47 45 54 20 is “GET ”.",
  frames:
    "Capture the response and what follows it, byte by byte: the first bytes behind the head or the digest tell.",
  certificate:
    "Look at the TLS handshake: openssl s_client -connect host:443 -servername host shows the chain that the server sends.",
  nothing: "There is nothing to capture: it did not come to a handshake.",
};

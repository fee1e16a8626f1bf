/** Why a connection was closed: RFC 6455 §7.4 and what was registered since then (§11.7). */
export interface CloseCode {
  readonly name: string;
  readonly meaning: string;
  /** Whether an endpoint may put it into a close frame. */
  readonly canBeSent: boolean;
}

const REGISTERED: Readonly<Record<number, CloseCode>> = {
  1000: code("normal closure", "The purpose of the connection has been fulfilled."),
  1001: code("going away", "The server goes down, or the browser leaves the page."),
  1002: code("protocol error", "The other side broke a rule of the protocol."),
  1003: code("unsupported data", "It was sent a type of data that it cannot take."),
  1004: never("reserved", "It has no meaning yet."),
  1005: never("no status received", "A name for a close frame without a code."),
  1006: never("abnormal closure", "A name for a connection that ended without a close frame."),
  1007: code(
    "invalid payload data",
    "A message was not what its type says, such as text not in UTF-8.",
  ),
  1008: code("policy violation", "A message broke a rule of the application."),
  1009: code("message too big", "A message was larger than it can take."),
  1010: code(
    "mandatory extension",
    "The client wanted an extension that the server did not accept.",
  ),
  1011: code("internal error", "Something went wrong in the server."),
  1012: code("service restart", "The server restarts; come back in a while."),
  1013: code("try again later", "The server is overloaded."),
  1014: code("bad gateway", "A gateway got an invalid response from the server behind it."),
  1015: never("TLS handshake", "A name for a TLS handshake that failed."),
};

function code(name: string, meaning: string): CloseCode {
  return { name, meaning, canBeSent: true };
}

function never(name: string, meaning: string): CloseCode {
  return { name, meaning, canBeSent: false };
}

/** Any number of two bytes. */
export function closeCode(status: number): CloseCode {
  const registered = REGISTERED[status];
  if (registered) return registered;
  // §7.4.2.
  if (status < 1000) return never("not used", "No code is below 1000.");
  if (status < 3000) return never("unassigned", "Kept for later versions of the protocol.");
  if (status < 4000) return code("registered", "Of a library or framework, registered by name.");
  if (status < 5000) return code("private", "What it means, the two sides agreed on.");
  return never("not used", "No code is above 4999.");
}

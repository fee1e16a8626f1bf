import { HandshakeError } from "./handshake-error.ts";

/**
 * What a reference procedure returns, or the HandshakeError it stops with. A diagnosis asks the reference about each part by
 * itself, and so learns every reason to refuse instead of the first. Other errors are our own bugs and fly on.
 */
export function attempt<T>(procedure: () => T): T | HandshakeError {
  try {
    return procedure();
  } catch (error) {
    if (error instanceof HandshakeError) return error;
    throw error;
  }
}

export function refused<T>(outcome: T | HandshakeError): outcome is HandshakeError {
  return outcome instanceof HandshakeError;
}

/** TLS records of a connection that was captured without its keys: RFC 8446 §5.1, §6, and the same layout since SSL 3. */
import type { Span } from "../../bytes/span.ts";

const ALERT = 0x15;
const HANDSHAKE = 0x16;
const HEADER = 5;

/** Whether they begin with a record that holds a handshake: a hello of either side. */
export function beginsWithHandshake(bytes: Uint8Array | undefined): boolean {
  return bytes?.[0] === HANDSHAKE && bytes[1] === 0x03 && (bytes[2] ?? 255) <= 0x04;
}

export interface Alert {
  /** Of the whole record. */
  readonly span: Span;
  /** RFC 8446 §6: `AlertDescription`. */
  readonly description: number;
}

/** The first alert that is not encrypted; null when there is none among whole records. */
export function plainAlert(bytes: Uint8Array): Alert | null {
  let at = 0;
  while (at + HEADER <= bytes.length) {
    const [type, major] = bytes.subarray(at, at + 2);
    const length = (bytes[at + 3] as number) * 256 + (bytes[at + 4] as number);
    const end = at + HEADER + length;
    if (major !== 0x03 || end > bytes.length) return null;
    // Encrypted, it is longer.
    if (type === ALERT && length === 2) {
      return { span: [at, end], description: bytes[at + HEADER + 1] as number };
    }
    at = end;
  }
  return null;
}

/** Those that are about the certificate of the other side, in the words of RFC 8446 §6. */
export const ABOUT_CERTIFICATES: Readonly<Record<number, string>> = {
  42: "bad_certificate",
  43: "unsupported_certificate",
  44: "certificate_revoked",
  45: "certificate_expired",
  46: "certificate_unknown",
  48: "unknown_ca",
  113: "bad_certificate_status_response",
  116: "certificate_required",
};

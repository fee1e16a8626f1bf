import { hex } from "../../core/bytes/hex.ts";

/** A hex dump, sixteen bytes a row: how a box holds what text cannot carry. */
export function rowsOf(bytes: Uint8Array): string {
  return hex(bytes, " ").replace(/(.{47}) /g, "$1\n");
}

/**
 * The drafts between hybi-00 and RFC 6455, as far as they differ on the wire. hybi-01 to -03 kept the handshake of hybi-00 and
 * changed the frames; from hybi-07 on the frames are those of the RFC, and from version 13 on everything is.
 */

/** Those with a handshake of their own. hybi-08 stands for -08 to -12, which all say version 8. */
export type KeyDraft = "hybi-04" | "hybi-05" | "hybi-06" | "hybi-07" | "hybi-08";

/** Those with frames of their own. hybi-01 stands for -01 to -03, hybi-05 for the like of it. */
export type FrameDraft = "hybi-01" | "hybi-04" | "hybi-05" | "hybi-06";

/** What stands in Sec-WebSocket-Version. */
export const VERSIONS: Readonly<Record<KeyDraft, string>> = {
  "hybi-04": "4",
  "hybi-05": "5",
  "hybi-06": "6",
  "hybi-07": "7",
  "hybi-08": "8",
};

/** The server sends a nonce of its own: gone with hybi-06. */
export function hasNonce(draft: KeyDraft): boolean {
  return draft === "hybi-04" || draft === "hybi-05";
}

/** Null for a version that is none of these. */
export function draftOf(version: string): KeyDraft | null {
  const drafts = Object.keys(VERSIONS) as KeyDraft[];
  return drafts.find((draft) => VERSIONS[draft] === version) ?? null;
}

/** A known mistake, or several at once, that makes exactly the Sec-WebSocket-Accept that a server sent. */
export interface AcceptSuspect {
  /** Public: it stands in links, and never changes. Of several mistakes: their ids, joined by "+". */
  readonly id: string;
  readonly title: string;
  /** What was computed: "base64(SHA1(key ‖ 0D ‖ GUID))". */
  readonly formula: string;
  /** The ids of the mistakes, in the order in which a server makes them. */
  readonly mistakes: readonly string[];
  /** What the server did, one sentence a mistake; each begins with "It". */
  readonly sentence: string;
  /** The functions of the reference that it did otherwise. */
  readonly wrong: readonly AcceptFunction[];
  readonly fix: string;
  /** The GUID that it used, when it was not the right one. */
  readonly guid: string | null;
}

/** Of rfc6455/request.ts and rfc6455/handshake.ts. */
export type AcceptFunction =
  | "readKey"
  | "concatenate"
  | "sha1"
  | "base64"
  | "responseHead"
  | "answer";

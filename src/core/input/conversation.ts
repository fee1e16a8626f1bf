/** What a paste destroyed. `at` is the offset in the pasted text (UTF-16 code units) or in the bytes, where it shows. */
export interface Loss {
  readonly what:
    | "line-endings"
    | "edge-spaces"
    | "repeated-spaces"
    | "replaced-bytes"
    | "charset"
    | "cut"
    | "redacted"
    | "headers-reordered"
    | "headers-merged"
    | "start-line"
    | "key3"
    | "byte-count";
  readonly in: "request" | "response" | "clientBytes" | "serverBytes";
  readonly at: number | null;
  /** One sentence for the reader. */
  readonly note: string;
  /**
   * What is left of key3 (8) or of the digest (16): a byte, or null where it is unknown. Of a digest that a decoder of UTF-8 took for text there
   * are other numbers of them, as several bytes became one U+FFFD.
   */
  readonly remains?: readonly (number | null)[];
  /** Other requests that the sender may have sent, the likeliest first. None of them was applied. */
  readonly offers?: readonly Uint8Array[];
}

/** One exchange: the request, the response, and what followed in each direction. Absent means: not in the paste. */
export interface Conversation {
  readonly request?: Uint8Array;
  readonly response?: Uint8Array;
  /** Behind the request: frames from the client. */
  readonly clientBytes?: Uint8Array;
  /** Behind the response: frames from the server. */
  readonly serverBytes?: Uint8Array;
  /** A line that a browser, a server or a library printed, when the paste is only that. */
  readonly message?: string;
  /** What the paste was read as, in words: "raw HTTP text", "xxd". */
  readonly format: string;
  /** Whether the bytes are the wire's, every one. */
  readonly exact: boolean;
  readonly lost: readonly Loss[];
}

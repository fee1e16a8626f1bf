import type { Span } from "../bytes/span.ts";
import type { Sha1Trace } from "../hash/sha1.ts";
import type { Head } from "../http/head.ts";
import type { DeflateFault, DeflateParameters } from "../rfc6455/deflate.ts";
import type { Extension } from "../rfc6455/extensions.ts";
import type { Copied, Mark, ResponseLine } from "./mark.ts";
import type { Worked } from "./outcome.ts";

/** Public: they stand in links. */
export const RFC6455_STEP_IDS = [
  "read-request",
  "key",
  "concatenate",
  "sha1-padding",
  "sha1-rounds",
  "sha1-digest",
  "base64",
  "subprotocol",
  "extensions",
  "response",
] as const;

export type Rfc6455StepId = (typeof RFC6455_STEP_IDS)[number];

type Common = Worked<Rfc6455StepId>;

/** Parts that cannot be read are null or empty, whatever the others are. */
export interface ReadRequestStep extends Common {
  readonly id: "read-request";
  readonly request: Uint8Array;
  readonly head: Head;
  readonly target: Span | null;
  readonly host: Span | null;
  readonly origin: Span | null;
  readonly key: Span | null;
  readonly subprotocols: readonly Span[];
  readonly extensions: readonly Span[];
  readonly marks: readonly Mark[];
}

/** A key as it stands in the request; `offset` is that of its first byte. */
export interface Key {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

export interface KeyStep extends Common {
  readonly id: "key";
  /** Also when it is none that a client may send. */
  readonly key: Key | null;
  /** The 16 bytes that it stands for. The server checks them, and has no other use for them. */
  readonly nonce: Uint8Array | null;
}

export interface ConcatenateStep extends Common {
  readonly id: "concatenate";
  readonly key: Key | null;
  readonly guid: Uint8Array;
  /** 60 bytes. */
  readonly concatenated: Uint8Array | null;
}

export interface Sha1Step extends Common {
  readonly id: "sha1-padding" | "sha1-rounds" | "sha1-digest";
  readonly concatenated: Uint8Array | null;
  readonly sha1: Sha1Trace | null;
  /** The digest that is sent, by the library. */
  readonly digest: Uint8Array | null;
}

export interface Base64Step extends Common {
  readonly id: "base64";
  readonly digest: Uint8Array | null;
  /** 28 characters. */
  readonly accept: string | null;
}

export interface SubprotocolStep extends Common {
  readonly id: "subprotocol";
  readonly offered: readonly { readonly name: string; readonly span: Span }[];
  /** Null for none, which is also right. */
  readonly chosen: string | null;
}

export interface ExtensionsStep extends Common {
  readonly id: "extensions";
  readonly offered: readonly Offer[];
  /** Where the header's grammar breaks: an offset in the request. */
  readonly brokenAt: number | null;
  /** What the answer's header says; null for none. */
  readonly agreed: string | null;
}

export interface Offer {
  readonly extension: Extension;
  /** Of permessage-deflate: what it asks for, or why it must be declined. Null for others, which are unknown here. */
  readonly deflate: DeflateParameters | DeflateFault | null;
}

export interface ResponseStep extends Common {
  readonly id: "response";
  readonly response: Uint8Array | null;
  readonly lines: readonly ResponseLine[];
  /** Where the 28 characters stand. */
  readonly accept: Span | null;
  readonly copied: readonly Copied[];
  /** Whether `answer()` on the same request gave the same bytes, and the traced SHA-1 the same digest as the library. */
  readonly agrees: boolean | null;
}

export type Rfc6455Step =
  | ReadRequestStep
  | KeyStep
  | ConcatenateStep
  | Sha1Step
  | Base64Step
  | SubprotocolStep
  | ExtensionsStep
  | ResponseStep;

/** Values that are lists, as HTTP reads them: split at commas, white space off, letter case off. */
import { fromLatin1 } from "../../bytes/ascii.ts";
import { type Span, slice } from "../../bytes/span.ts";
import { findAll } from "../../hixie76/request.ts";
import type { Head } from "../../http/head.ts";

/** All words of all fields with that name. */
export function headerWords(bytes: Uint8Array, head: Head, lowerCaseName: string): string[] {
  return findAll(bytes, head.fields, lowerCaseName).flatMap(({ value }) =>
    textOf(bytes, value)
      .split(",")
      .map((word) => word.trim().toLowerCase()),
  );
}

/** One character a byte. */
export function textOf(bytes: Uint8Array, span: Span): string {
  return fromLatin1(slice(bytes, span));
}

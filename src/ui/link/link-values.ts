/** The values of a link's keys. Each reader takes any text, and gives null for one that it cannot read. */
import { CHARSETS, type Charset } from "../../core/input/losses/charset-names.ts";
import { STEP_IDS, type StepId } from "../../core/trace/step.ts";
import type { Selection } from "../state.ts";

export function readSecure(value: string): boolean | null {
  return value === "1" ? true : value === "0" ? false : null;
}

export function readStep(value: string): StepId | null {
  return STEP_IDS.find((id) => id === value) ?? null;
}

/** From 1 to 160 in links, as people count; from 0 here. */
export function readRound(value: string): number | null {
  const round = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  return round >= 1 && round <= 160 ? round - 1 : null;
}

/** Counted from 1 in links, from 0 here. */
export function readNumber(value: string): number | null {
  return /^[1-9]\d{0,8}$/.test(value) ? Number(value) - 1 : null;
}

export function readLineEnds(value: string): "as-is" | null {
  return value === "as-is" ? value : null;
}

export function readCharset(value: string): Charset | null {
  return CHARSETS.find((charset) => charset === value) ?? null;
}

export function readSide(value: string): "request" | "response" | null {
  return value === "request" || value === "response" ? value : null;
}

/** An object with that one property, or with none when there is no value for it. */
export function option<Name extends string, T>(
  name: Name,
  value: T | null | undefined,
): { readonly [name in Name]?: T } {
  return value === null || value === undefined ? {} : ({ [name]: value } as { [name in Name]: T });
}

const SELECT = /^(?:(request|response):)?(0x[\da-f]+|\d+)(?:-(0x[\da-f]+|\d+))?$/i;

/** First and last in links, as people say it; here the end is not in it. */
export function readSelection(value: string): Selection | null {
  const [matched, side, first, last] = SELECT.exec(value) ?? [];
  const start = Number(first);
  const end = Number(last ?? first) + 1;
  if (matched === undefined || start >= end || !Number.isSafeInteger(end)) return null;
  return { in: side?.toLowerCase() === "response" ? "response" : "request", span: [start, end] };
}

/** Null for a selection of no bytes. */
export function writeSelection({ in: place, span: [start, end] }: Selection): string | null {
  if (start >= end) return null;
  const first = `0x${start.toString(16)}`;
  const bytes = end - start === 1 ? first : `${first}-0x${(end - 1).toString(16)}`;
  return place === "response" ? `response:${bytes}` : bytes;
}

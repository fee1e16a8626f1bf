/** Sec-WebSocket-Extensions on both sides, and what RFC 7692 orders of the parameters of permessage-deflate. */
import { CR, LF, SP } from "../../bytes/ascii.ts";
import { length, type Span } from "../../bytes/span.ts";
import {
  checkDeflate,
  DEFLATE,
  type DeflateFault,
  isFault,
  readDeflate,
} from "../../rfc6455/deflate.ts";
import { type Extension, readExtensions } from "../../rfc6455/extensions.ts";
import { elementsIn, isByKey, type KeyAnswer, keyAnswer, valuesIn } from "../compare/by-key.ts";
import { NONE } from "../define/define-finding.ts";
import type { Facts } from "./facts.ts";
import type { RequestFacts } from "./request-facts.ts";

const NAME = "sec-websocket-extensions";

export interface ExtensionsIn {
  readonly in: "request" | "response";
  readonly bytes: Uint8Array;
  readonly extensions: readonly Extension[];
  /** Where the grammar breaks; null when it does not. */
  readonly brokenAt: number | null;
  /** Where an element between commas is empty: lists may have such, browsers do not take them. */
  readonly emptyAt: number | null;
}

/** Null when it is no handshake that has them. */
export function offeredExtensions(request: RequestFacts | null): ExtensionsIn | null {
  if (!request || !isByKey(request.generation)) return null;
  const { bytes, head } = request;
  return { in: "request", bytes, ...readIn(bytes, head) };
}

/** Of a 101. */
export function answeredExtensions(facts: Facts): ExtensionsIn | null {
  const answer = keyAnswer(facts);
  if (!answer) return null;
  const { bytes, head } = answer;
  return { in: "response", bytes, ...readIn(bytes, head) };
}

function readIn(
  bytes: Uint8Array,
  head: KeyAnswer["head"],
): Pick<ExtensionsIn, "extensions" | "brokenAt" | "emptyAt"> {
  const values = valuesIn(bytes, head, NAME);
  const { extensions, brokenAt } = readExtensions(unfolded(bytes, values), values);
  const empty = elementsIn(bytes, head, NAME).find((span) => length(span) === 0);
  return { extensions, brokenAt, emptyAt: empty?.[0] ?? null };
}

/** A line that goes on is white space to the grammar: as spaces, which leave everything in its place. */
function unfolded(bytes: Uint8Array, values: readonly Span[]): Uint8Array {
  // Not `slice`: that of a Buffer is no copy.
  const copy = new Uint8Array(bytes);
  for (const [start, end] of values) {
    for (let at = start; at < end; at++) {
      if (copy[at] === CR || copy[at] === LF) copy[at] = SP;
    }
  }
  return copy;
}

/** Something in an offer or an answer about one extension. */
export interface ExtensionFault {
  readonly in: "request" | "response";
  readonly code: DeflateFault["code"] | "extension-not-offered" | "extension-repeated";
  readonly bytes: Uint8Array;
  readonly extension: Extension;
  /** Of the parameter, or of the extension when that is what is wrong. */
  readonly span: Span;
  /** The parameter's name, null when it is not about one. */
  readonly parameter: string | null;
  /** The offers of that name, as they were read. */
  readonly offers: readonly Extension[];
}

/** All of one code, those of the request first. Without the request, only what an answer must not say to anybody. */
export function extensionFaults(
  facts: Facts,
  code: ExtensionFault["code"],
): readonly ExtensionFault[] {
  return faultsIn(facts).filter((fault) => fault.code === code);
}

/** Each code asks for its own. */
const FAULTS = new WeakMap<Facts, readonly ExtensionFault[]>();

function faultsIn(facts: Facts): readonly ExtensionFault[] {
  const known = FAULTS.get(facts);
  if (known) return known;
  const offered = offeredExtensions(facts.request);
  const answered = answeredExtensions(facts);
  if (offered === null && answered === null) return NONE;
  const faults = [
    ...(offered ? faultsInOffer(offered) : []),
    ...(answered ? faultsInAnswer(answered, offered) : []),
  ];
  FAULTS.set(facts, faults);
  return faults;
}

function faultsInOffer(list: ExtensionsIn): ExtensionFault[] {
  return list.extensions.flatMap((extension) => {
    if (extension.name !== DEFLATE) return [];
    const read = readDeflate(extension, "offer");
    return isFault(read) ? [aboutParameter(list, extension, read, [])] : [];
  });
}

/** RFC 6455 §9.1: nothing that was not offered; RFC 7692 §5.1, §7.1: an answer to one of the offers. */
function faultsInAnswer(list: ExtensionsIn, offered: ExtensionsIn | null): ExtensionFault[] {
  const faults: ExtensionFault[] = [];
  const seen = new Set<string>();
  for (const extension of list.extensions) {
    const { name, span } = extension;
    const offers = offered?.extensions.filter((offer) => offer.name === name) ?? [];
    const about = (code: ExtensionFault["code"]): ExtensionFault => {
      const { bytes } = list;
      return { in: "response", code, bytes, extension, span, parameter: null, offers };
    };
    if (offered && offers.length === 0) faults.push(about("extension-not-offered"));
    if (seen.has(name)) faults.push(about("extension-repeated"));
    seen.add(name);
    const fault = name === DEFLATE ? deflateFault(extension, offers) : null;
    if (fault) faults.push(aboutParameter(list, extension, fault, offers));
  }
  return faults;
}

/** What is wrong with it as an answer, or else to the first offer; null when it answers any of them. */
function deflateFault(extension: Extension, offers: readonly Extension[]): DeflateFault | null {
  const answer = readDeflate(extension, "response");
  if (isFault(answer)) return answer;
  // An offer with faults of its own has to be declined, and says nothing about the answer.
  const faults = offers
    .map((offer) => readDeflate(offer, "offer"))
    .flatMap((offer) => (isFault(offer) ? [] : [checkDeflate(offer, answer, extension)]));
  return faults.includes(null) ? null : (faults[0] ?? null);
}

function aboutParameter(
  { in: place, bytes }: ExtensionsIn,
  extension: Extension,
  { code, parameter, span }: DeflateFault,
  offers: readonly Extension[],
): ExtensionFault {
  return {
    in: place,
    code,
    bytes,
    extension,
    span: span ?? extension.span,
    parameter,
    offers,
  };
}

/** What an answer must not say ends the connection; an offer that must not be made has to be declined, and the rest of the request stands. */
export function levelOf({ in: place }: Pick<ExtensionFault, "in">): "error" | "warning" {
  return place === "response" ? "error" : "warning";
}

/** As a sentence can say where something stands. */
export function sideWord(place: "request" | "response"): string {
  return place === "request" ? "The client offers" : "The server answers";
}

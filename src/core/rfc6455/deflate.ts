/**
 * What client and server agree on about permessage-deflate, RFC 7692 §7.1: an offer has up to four parameters, the response
 * to it as well, and for each there is a rule what it may say on which side.
 */
import type { Span } from "../bytes/span.ts";
import type { Extension } from "./extensions.ts";

export const DEFLATE = "permessage-deflate";

export interface DeflateParameters {
  readonly serverNoContextTakeover: boolean;
  readonly clientNoContextTakeover: boolean;
  /** 8 to 15; null when not said, which stands for 15. */
  readonly serverMaxWindowBits: number | null;
  /** "any": an offer that names it and leaves the number to the server. */
  readonly clientMaxWindowBits: number | "any" | null;
}

/** Why an offer must be declined, or a response ends the connection. */
export interface DeflateFault {
  readonly code:
    | "deflate-parameter-unknown"
    | "deflate-parameter-repeated"
    | "deflate-parameter-value"
    | "deflate-parameter-not-offered"
    | "deflate-parameter-not-accepted";
  /** The parameter's name. */
  readonly parameter: string;
  /** Null when it is not there. */
  readonly span: Span | null;
}

export const NO_PARAMETERS: DeflateParameters = {
  serverNoContextTakeover: false,
  clientNoContextTakeover: false,
  serverMaxWindowBits: null,
  clientMaxWindowBits: null,
};

/** RFC 7692 §7.1: no parameter twice, none that is not known there, and each with such a value as it may have there. */
export function readDeflate(
  { parameters }: Extension,
  side: "offer" | "response",
): DeflateParameters | DeflateFault {
  let read = NO_PARAMETERS;
  const seen = new Set<string>();
  for (const { name, value, span } of parameters) {
    const fault = (code: DeflateFault["code"]): DeflateFault => ({ code, parameter: name, span });
    if (seen.has(name)) return fault("deflate-parameter-repeated");
    seen.add(name);
    const next = withParameter(read, name, value, side);
    if (next === null) return fault("deflate-parameter-unknown");
    if (next === "value") return fault("deflate-parameter-value");
    read = next;
  }
  return read;
}

/** Null for a parameter that does not exist, "value" when its value may not be. */
function withParameter(
  read: DeflateParameters,
  name: string,
  value: string | null,
  side: "offer" | "response",
): DeflateParameters | "value" | null {
  switch (name) {
    // §7.1.1.1, §7.1.1.2: without a value.
    case "server_no_context_takeover":
      return value === null ? { ...read, serverNoContextTakeover: true } : "value";
    case "client_no_context_takeover":
      return value === null ? { ...read, clientNoContextTakeover: true } : "value";
    // §7.1.2.1: always with one.
    case "server_max_window_bits": {
      const bits = windowBits(value);
      return bits === null ? "value" : { ...read, serverMaxWindowBits: bits };
    }
    // §7.1.2.2: in a response with one, in an offer with or without.
    case "client_max_window_bits": {
      const bits = value === null && side === "offer" ? "any" : windowBits(value);
      return bits === null ? "value" : { ...read, clientMaxWindowBits: bits };
    }
    default:
      return null;
  }
}

/** §7.1.2: 8 to 15, in decimal, without leading zeros. */
function windowBits(value: string | null): number | null {
  return value !== null && /^([89]|1[0-5])$/.test(value) ? Number(value) : null;
}

export function isFault(read: DeflateParameters | DeflateFault): read is DeflateFault {
  return "code" in read;
}

/**
 * The server's side, §7.1: what it answers an offer with when it wants `wanted` for itself; null when the two cannot meet, and
 * the offer is declined.
 */
export function acceptDeflate(
  offer: DeflateParameters,
  wanted: DeflateParameters = NO_PARAMETERS,
): DeflateParameters | null {
  const clientBits = leastOf(offer.clientMaxWindowBits, wanted.clientMaxWindowBits);
  // §7.1.2.2: the client must have said that it understands it.
  if (clientBits !== null && offer.clientMaxWindowBits === null) return null;
  return {
    serverNoContextTakeover: offer.serverNoContextTakeover || wanted.serverNoContextTakeover,
    clientNoContextTakeover: offer.clientNoContextTakeover || wanted.clientNoContextTakeover,
    serverMaxWindowBits: leastOf(offer.serverMaxWindowBits, wanted.serverMaxWindowBits),
    clientMaxWindowBits: clientBits,
  };
}

function leastOf(a: number | "any" | null, b: number | "any" | null): number | null {
  const numbers = [a, b].filter((bits) => typeof bits === "number");
  return numbers.length === 0 ? null : Math.min(...numbers);
}

/** The client's side, §7.1: whether a response keeps to what was offered. Null when it does. */
export function checkDeflate(
  offer: DeflateParameters,
  response: DeflateParameters,
  extension: Extension,
): DeflateFault | null {
  const fault = (code: DeflateFault["code"], parameter: string): DeflateFault => ({
    code,
    parameter,
    span: extension.parameters.find(({ name }) => name === parameter)?.span ?? null,
  });
  // §7.1.1.1: asked for, it must be promised.
  if (offer.serverNoContextTakeover && !response.serverNoContextTakeover) {
    return fault("deflate-parameter-not-accepted", "server_no_context_takeover");
  }
  // §7.1.2.1: asked for, it must be promised, with that value or a smaller one. It may also come unasked.
  if (isAbove(response.serverMaxWindowBits, offer.serverMaxWindowBits)) {
    return fault("deflate-parameter-not-accepted", "server_max_window_bits");
  }
  // §7.1.2.2: only when the client offered it, and no larger than it offered.
  if (response.clientMaxWindowBits === null) return null;
  if (offer.clientMaxWindowBits === null) {
    return fault("deflate-parameter-not-offered", "client_max_window_bits");
  }
  return typeof offer.clientMaxWindowBits === "number" &&
    isAbove(response.clientMaxWindowBits, offer.clientMaxWindowBits)
    ? fault("deflate-parameter-not-accepted", "client_max_window_bits")
    : null;
}

/** Not said at all counts as 15 bits, and does not do where a limit was set. */
function isAbove(bits: number | "any" | null, limit: number | null): boolean {
  return limit !== null && (typeof bits !== "number" || bits > limit);
}

/** As an extension to be written into either header. */
export function deflateExtension(parameters: DeflateParameters): {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly value: string | null }[];
} {
  const written: { name: string; value: string | null }[] = [];
  if (parameters.serverNoContextTakeover) {
    written.push({ name: "server_no_context_takeover", value: null });
  }
  if (parameters.clientNoContextTakeover) {
    written.push({ name: "client_no_context_takeover", value: null });
  }
  if (parameters.serverMaxWindowBits !== null) {
    written.push({ name: "server_max_window_bits", value: `${parameters.serverMaxWindowBits}` });
  }
  const { clientMaxWindowBits: bits } = parameters;
  if (bits !== null) {
    written.push({ name: "client_max_window_bits", value: bits === "any" ? null : `${bits}` });
  }
  return { name: DEFLATE, parameters: written };
}

/**
 * A server that takes the first offer it can meet (§5.1, §7.1), to be passed to `answer`. Offers that it must decline are passed
 * over; so are all other extensions.
 */
export function acceptingDeflate(
  wanted: DeflateParameters = NO_PARAMETERS,
): (offered: readonly Extension[]) => readonly ReturnType<typeof deflateExtension>[] {
  return (offered) => {
    for (const extension of offered) {
      if (extension.name !== DEFLATE) continue;
      const offer = readDeflate(extension, "offer");
      const agreed = isFault(offer) ? null : acceptDeflate(offer, wanted);
      if (agreed !== null) return [deflateExtension(agreed)];
    }
    return [];
  };
}

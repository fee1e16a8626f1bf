/**
 * Sec-WebSocket-Extensions as ws 8 reads it when permessage-deflate was switched on: RFC 6455 §9.1 without blanks around "=". Every
 * offer of that extension must be in order (RFC 7692 §7.1), even those behind the first, which is the one it takes. Offers of
 * others must be well-formed, and are ignored.
 */
const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]";
const PARAMETER = `(${TOKEN}+)(?:=(?:(${TOKEN}+)|"((?:\\\\?${TOKEN})+)"))?`;
const EXTENSION = `${TOKEN}+(?:[ \\t]*;[ \\t]*${PARAMETER})*`;
const LIST = new RegExp(`^${EXTENSION}(?:[ \\t]*,[ \\t]*${EXTENSION})*$`);

/** True for a parameter without a value. */
type Value = string | true;

/** What stands in the answer; "" when nobody offered it; null when the header or an offer is refused. */
export function agreeOnDeflate(value: string): string | null {
  if (!LIST.test(value)) return null;
  const offers = value
    .match(new RegExp(EXTENSION, "g"))!
    .map(readOffer)
    .filter(({ name }) => name === "permessage-deflate");
  const written = offers.map(({ parameters }) => writeParameters(parameters));
  return written.includes(null) ? null : (written[0] ?? "");
}

function readOffer(text: string): { name: string; parameters: (readonly [string, Value])[] } {
  const [name = ""] = text.split(/[ \t]*;/, 1);
  const parameters = [...text.slice(name.length).matchAll(new RegExp(PARAMETER, "g"))].map(
    ([, key = "", token, quoted]) => [key, token ?? quoted?.replaceAll("\\", "") ?? true] as const,
  );
  return { name, parameters };
}

/** As the server would answer that offer; null when something in it is wrong. */
function writeParameters(parameters: readonly (readonly [string, Value])[]): string | null {
  const names = parameters.map(([name]) => name);
  if (new Set(names).size < names.length) return null;
  const words = ["permessage-deflate"];
  for (const [name, value] of parameters) {
    const word = writeParameter(name, value);
    if (word === null) return null;
    if (word !== "") words.push(word);
  }
  return words.join("; ");
}

function writeParameter(name: string, value: Value): string | null {
  switch (name) {
    case "client_no_context_takeover":
    case "server_no_context_takeover":
      return value === true ? name : null;
    case "client_max_window_bits":
      // The client only says that it could: nothing to answer.
      return value === true ? "" : writeBits(name, value);
    case "server_max_window_bits":
      return writeBits(name, value);
    default:
      return null;
  }
}

/** Any number that JavaScript reads as 8 to 15. */
function writeBits(name: string, value: Value): string | null {
  const bits = value === true ? 1 : Number(value);
  return Number.isInteger(bits) && bits >= 8 && bits <= 15 ? `${name}=${bits}` : null;
}

/** What Chromium 156 demands of the fields of a 101, in its order: the first that is not so ends it. */
import { latin1 } from "../bytes/ascii.ts";
import { type Extension, readExtensions } from "../rfc6455/extensions.ts";
import type { AskedByKey } from "./asked-by-key.ts";
import { fails, type Stop } from "./chromium-156-head.ts";
import type { Fields } from "./chromium-156-lines.ts";

type Asked = Pick<AskedByKey, "accept" | "protocols">;

export interface Agreed {
  /** Whether permessage-deflate is in use. */
  readonly deflate: boolean;
}

export function checkFields(fields: Fields, asked: Asked): Agreed | Stop | "cannot-tell" {
  return (
    checkUpgrade(fields) ??
    checkAccept(fields, asked) ??
    checkConnection(fields) ??
    checkProtocol(fields, asked) ??
    checkExtensions(fields)
  );
}

function checkUpgrade(fields: Fields): Stop | null {
  const upgrade = single(fields, "Upgrade");
  if (typeof upgrade !== "string") return upgrade;
  return upgrade.toLowerCase() === "websocket"
    ? null
    : fails(
        "Upgrade is websocket and nothing else, in upper or lower case.",
        `'Upgrade' header value is not 'WebSocket': ${upgrade}`,
      );
}

function checkAccept(fields: Fields, { accept }: Asked): Stop | "cannot-tell" | null {
  const accepted = single(fields, "Sec-WebSocket-Accept");
  if (typeof accepted !== "string") return accepted;
  if (accept === null) return "cannot-tell";
  return accepted === accept
    ? null
    : fails(
        "Sec-WebSocket-Accept is what the key of this very request asks for.",
        "Incorrect 'Sec-WebSocket-Accept' header value",
      );
}

function checkConnection(fields: Fields): Stop | null {
  if (fields.values("Connection").length === 0) return missing("Connection");
  return fields.has("Connection", "Upgrade")
    ? null
    : fails(
        "Connection names Upgrade, alone or in a list.",
        "'Connection' header value must contain 'Upgrade'",
      );
}

/** Value for value, so that a wrong one is told before a second one. */
function checkProtocol(fields: Fields, { protocols }: Asked): Stop | "cannot-tell" | null {
  if (protocols === null) return "cannot-tell";
  let isChosen = false;
  for (const value of fields.values("Sec-WebSocket-Protocol")) {
    if (isChosen) return repeated("Sec-WebSocket-Protocol");
    if (protocols.length === 0) {
      return fails(
        "Sec-WebSocket-Protocol is there only when the page asked for one.",
        `Response must not include 'Sec-WebSocket-Protocol' header if not present in request: ${value}`,
      );
    }
    if (!protocols.includes(value)) {
      return fails(
        "Sec-WebSocket-Protocol is one of those that the page asked for, to the letter.",
        `'Sec-WebSocket-Protocol' header value '${value}' in response does not match any of sent values`,
      );
    }
    isChosen = true;
  }
  return protocols.length > 0 && !isChosen
    ? fails(
        "Sec-WebSocket-Protocol is there when the page asked for any.",
        "Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received",
      )
    : null;
}

function checkExtensions(fields: Fields): Agreed | Stop {
  let deflate = false;
  for (const value of fields.values("Sec-WebSocket-Extensions")) {
    const { extensions, brokenAt } = readExtensions(latin1(value), [[0, value.length]]);
    if (brokenAt !== null) {
      return fails(
        "Sec-WebSocket-Extensions has the grammar of RFC 6455 §9.1, and no empty elements.",
        `'Sec-WebSocket-Extensions' header value is rejected by the parser: ${value}`,
      );
    }
    for (const extension of extensions) {
      if (extension.name !== "permessage-deflate") {
        return fails(
          "Sec-WebSocket-Extensions names permessage-deflate and nothing else.",
          `Found an unsupported extension '${extension.name}' in 'Sec-WebSocket-Extensions' header`,
        );
      }
      if (deflate) {
        return fails(
          "permessage-deflate is there once.",
          "Received duplicate permessage-deflate response",
        );
      }
      deflate = true;
      const fault = checkDeflate(extension);
      if (fault !== null) {
        return fails(
          "permessage-deflate has parameters of RFC 7692 §7.1 only.",
          `Error in permessage-deflate: ${fault}`,
        );
      }
    }
  }
  return { deflate };
}

/** In the order in which they stand; that client_max_window_bits must have a value comes last. */
function checkDeflate({ parameters }: Extension): string | null {
  const seen = new Set<string>();
  let hasClientBits = true;
  for (const { name, value } of parameters) {
    const isRight = KNOWN.get(name);
    if (!isRight) return "Received an unexpected permessage-deflate extension parameter";
    if (seen.has(name)) {
      return `Received duplicate permessage-deflate extension parameter ${name}`;
    }
    seen.add(name);
    if (name === "client_max_window_bits" && value === null) hasClientBits = false;
    else if (!isRight(value)) return `Received invalid ${name} parameter`;
  }
  return hasClientBits ? null : "client_max_window_bits must have value";
}

const KNOWN = new Map<string, (value: string | null) => boolean>([
  ["server_no_context_takeover", (value) => value === null],
  ["client_no_context_takeover", (value) => value === null],
  ["server_max_window_bits", isWindow],
  ["client_max_window_bits", isWindow],
]);

function isWindow(value: string | null): boolean {
  return value !== null && /^([89]|1[0-5])$/.test(value);
}

/** The value of a field that must be there once, and hold no comma. */
function single(fields: Fields, name: string): string | Stop {
  const [value, second] = fields.values(name);
  if (value === undefined) return missing(name);
  return second === undefined ? value : repeated(name);
}

function missing(name: string): Stop {
  return fails(`${name} is there.`, `'${name}' header is missing`);
}

function repeated(name: string): Stop {
  return fails(
    `${name} is there once, and has one value.`,
    `'${name}' header must not appear more than once in a response`,
  );
}

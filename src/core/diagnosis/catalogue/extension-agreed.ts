import { DEFLATE, isFault, readDeflate } from "../../rfc6455/deflate.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import {
  answeredExtensions,
  extensionFaults,
  offeredExtensions,
} from "../facts/extension-facts.ts";
import { extensionExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

const FAULTS = [
  "extension-not-offered",
  "extension-repeated",
  "deflate-parameter-unknown",
  "deflate-parameter-repeated",
  "deflate-parameter-value",
  "deflate-parameter-not-offered",
  "deflate-parameter-not-accepted",
] as const;

export default defineFinding({
  code: "extension-agreed",
  level: "good",
  section: "RFC 6455 §9.1; RFC 7692 §7.1",
  detect: (facts) => {
    const list = answeredExtensions(facts);
    if (!list || !offeredExtensions(facts.request) || list.extensions.length === 0) return NONE;
    if (list.brokenAt !== null || list.emptyAt !== null) return NONE;
    const bad = FAULTS.flatMap((code) => extensionFaults(facts, code));
    if (bad.some(({ in: place }) => place === "response")) return NONE;
    const { bytes } = list;
    return list.extensions.map((extension) => ({
      in: "response" as const,
      span: extension.span,
      bytes,
      extension,
    }));
  },
  title: ({ extension }) => `The extension “${extension.name}” is agreed on`,
  why: ({ bytes, span, extension }) => {
    const agreed = extension.name === DEFLATE ? readDeflate(extension, "response") : null;
    const seen = `The server took ${quote(bytes, span)}, which was offered.`;
    if (agreed === null || isFault(agreed)) return seen;
    const { serverNoContextTakeover, clientNoContextTakeover } = agreed;
    const server = side("The server", serverNoContextTakeover, agreed.serverMaxWindowBits);
    const client = side("The client", clientNoContextTakeover, agreed.clientMaxWindowBits);
    return `${seen} A frame with RSV1 set begins a compressed message. ${server} ${client}`;
  },
  fix: () => "Nothing to do.",
});

function side(who: string, isNew: boolean, bits: number | "any" | null): string {
  const window = typeof bits === "number" ? bits : 15;
  return `${who} compresses with a window of 2^${window} bytes, ${isNew ? "begun anew for each message" : "kept from message to message"}.`;
}

export const example: Example = () =>
  extensionExchange(
    "permessage-deflate; client_max_window_bits",
    "permessage-deflate; server_no_context_takeover; client_max_window_bits=12",
  );

export const counterExample: Example = () =>
  extensionExchange("permessage-deflate; client_max_window_bits", "x-webkit-deflate-frame");

/** A client that does what the drafts hybi-04 to hybi-12 say, to the letter (§5.1). */
import { type Generation, recogniseGeneration } from "../generation.ts";
import { checkResponse } from "../hybi/client.ts";
import { hasNonce, type KeyDraft, VERSIONS } from "../hybi/drafts.ts";
import { askedOr, isAllTold, readAskedByKey, restsOn } from "./asked-by-key.ts";
import type { Judgement } from "./judgement.ts";

/** Null when the request does not say enough to tell. `closed`: the server closed the connection behind the last byte. */
export function judgeAsHybi(
  request: Uint8Array | undefined,
  response: Uint8Array,
  { closed = false }: { readonly closed?: boolean } = {},
): Judgement | null {
  const generation = request && recogniseGeneration(request).generation;
  // Without a request, of a draft that wants no nonce, so that only what all of them mind is found.
  const draft = generation && isKeyDraft(generation) ? generation : "hybi-08";
  const asked = readAskedByKey(request);
  const outcome = checkResponse({ draft, ...askedOr(asked, response) }, response, closed);
  const section = `${draft} §5.1`;
  const base = { client: "draft", accepts: false, console: null, waits: false } as const;
  switch (outcome.outcome) {
    case "waiting":
      return { ...base, rule: `${section}: The head has not ended.`, waits: true };
    case "failed": {
      const needed = restsOn(outcome.code);
      if (needed && asked[needed] === null) return null;
      return { ...base, rule: `${section}: ${RULES[outcome.code] ?? outcome.code}` };
    }
    case "accepted": {
      if (!isAllTold(asked)) return null;
      const nonce = hasNonce(draft) ? ", the server's nonce among them" : "";
      return {
        ...base,
        accepts: true,
        rule: `${section}: All fields are as they must be${nonce}.`,
      };
    }
  }
}

function isKeyDraft(generation: Generation | "http" | "unknown"): generation is KeyDraft {
  return generation in VERSIONS;
}

const RULES: Readonly<Record<string, string>> = {
  "no-response": "A response comes before the connection closes.",
  "head-not-terminated": "The head ends before the connection closes.",
  "not-http": "A response begins with a status line.",
  "status-not-101": "The status code is 101.",
  "upgrade-not-websocket": "Upgrade is websocket, in upper or lower case.",
  "connection-not-upgrade": "Connection names Upgrade, alone or in a list.",
  "accept-header-missing": "Sec-WebSocket-Accept is there.",
  "accept-mismatch": "Sec-WebSocket-Accept is what the key asks for.",
  "subprotocol-not-offered":
    "Sec-WebSocket-Protocol is one of those that were asked for, to the letter.",
  "nonce-missing": "Sec-WebSocket-Nonce is there, 16 bytes in base64.",
};

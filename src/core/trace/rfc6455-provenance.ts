/**
 * What came from what in a handshake of RFC 6455. Places are named "request:12", "nonce:3", "guid:0",
 * "concatenated:59", "word:0.5", "round:1.79" (block, then number), "digest:19", "accept:27", "response:40", "code:base64".
 */
import type { Span } from "../bytes/span.ts";
import { type Edge, type Provenance, provenanceOf } from "./provenance.ts";
import type { Rfc6455Step } from "./rfc6455-step.ts";

export function rfc6455Provenance(steps: readonly Rfc6455Step[]): Provenance {
  return provenanceOf((edge) => {
    for (const step of steps) addStep(step, edge);
  });
}

function addStep(step: Rfc6455Step, edge: Edge): void {
  switch (step.id) {
    case "key":
      // Each byte of the nonce is made of two characters of the key that stand side by side.
      step.nonce?.forEach((_, i) => {
        const offset = step.key?.offset ?? 0;
        for (const at of charactersOf(i)) edge(`request:${offset + at}`, `nonce:${i}`);
        edge("code:decodeKey", `nonce:${i}`);
      });
      break;
    case "concatenate":
      step.concatenated?.forEach((_, i) => {
        const keyLength = step.key?.bytes.length ?? 0;
        const offset = step.key?.offset ?? 0;
        edge(
          i < keyLength ? `request:${offset + i}` : `guid:${i - keyLength}`,
          `concatenated:${i}`,
        );
        edge("code:concatenate", `concatenated:${i}`);
      });
      break;
    case "sha1-padding":
      step.concatenated?.forEach((_, i) => {
        edge(`concatenated:${i}`, `word:${Math.floor(i / 64)}.${(i % 64) >> 2}`);
      });
      break;
    case "sha1-rounds":
      step.sha1?.blocks.forEach((_, block) => {
        addBlock(block, edge);
      });
      break;
    case "sha1-digest":
      step.digest?.forEach((_, i) => {
        edge(`round:${(step.sha1?.blocks.length ?? 1) - 1}.79`, `digest:${i}`);
        edge("code:sha1", `digest:${i}`);
      });
      break;
    case "base64":
      step.digest?.forEach((_, i) => {
        for (const at of charactersOf(i)) edge(`digest:${i}`, `accept:${at}`);
      });
      for (let at = 0; at < (step.accept?.length ?? 0); at++) edge("code:base64", `accept:${at}`);
      break;
    case "response":
      addResponse(step.accept, step.response?.length ?? 0, edge);
      for (const { name, value } of step.lines) {
        const made =
          name === "Sec-WebSocket-Extensions" ? "code:extensions" : "code:responseFields";
        for (let at = value[0]; at < value[1]; at++) edge(made, `response:${at}`);
      }
      for (const { from, to } of step.copied) {
        for (let i = 0; i < to[1] - to[0]; i++) {
          edge(`request:${from[0] + i}`, `response:${to[0] + i}`);
          edge("code:subprotocol", `response:${to[0] + i}`);
        }
      }
      break;
  }
}

/** FIPS 180-4 §6.1.2: words made of earlier ones, rounds that take one word each, blocks that go on where the last one ended. */
function addBlock(block: number, edge: Edge): void {
  for (let i = 0; i < 80; i++) {
    if (i >= 16) {
      for (const back of [3, 8, 14, 16]) edge(`word:${block}.${i - back}`, `word:${block}.${i}`);
    }
    edge(`word:${block}.${i}`, `round:${block}.${i}`);
    if (i > 0) edge(`round:${block}.${i - 1}`, `round:${block}.${i}`);
    else if (block > 0) edge(`round:${block - 1}.79`, `round:${block}.0`);
    edge("code:sha1", `round:${block}.${i}`);
  }
}

function addResponse(accept: Span | null, length: number, edge: Edge): void {
  for (let at = 0; at < length; at++) edge("code:responseHead", `response:${at}`);
  if (accept === null) return;
  for (let i = 0; i < accept[1] - accept[0]; i++) {
    edge(`accept:${i}`, `response:${accept[0] + i}`);
  }
}

/** The two characters of Base64 that hold the bits of the byte `index`. */
function charactersOf(index: number): readonly [number, number] {
  const first = Math.floor((index * 8) / 6);
  return [first, first + 1];
}

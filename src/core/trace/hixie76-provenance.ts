/**
 * What came from what in a handshake of hixie-76. Places are named "request:12", "key1.part", "challenge:3", "word:5", "round:17",
 * "response:40", "code:pack".
 */
import { isDigit, SP } from "../bytes/ascii.ts";
import { roundsOf } from "../hash/md5.ts";
import type { Hixie76Step } from "./hixie76-step.ts";
import { type Edge, type Provenance, provenanceOf } from "./provenance.ts";

export function hixie76Provenance(steps: readonly Hixie76Step[]): Provenance {
  return provenanceOf((edge) => {
    for (const step of steps) addStep(step, edge);
  });
}

function addStep(step: Hixie76Step, edge: Edge): void {
  switch (step.id) {
    case "key1-digits":
    case "key2-digits": {
      const number = `${step.id.slice(0, 4)}.number`;
      step.key?.bytes.forEach((byte, i) => {
        if (isDigit(byte)) edge(`request:${(step.key?.offset ?? 0) + i}`, number);
      });
      edge("code:keyNumber", number);
      break;
    }
    case "key1-spaces":
    case "key2-spaces": {
      const spaces = `${step.id.slice(0, 4)}.spaces`;
      step.key?.bytes.forEach((byte, i) => {
        if (byte === SP) edge(`request:${(step.key?.offset ?? 0) + i}`, spaces);
      });
      edge("code:countSpaces", spaces);
      break;
    }
    case "key1-division":
    case "key2-division": {
      const key = step.id.slice(0, 4);
      edge(`${key}.number`, `${key}.part`);
      edge(`${key}.spaces`, `${key}.part`);
      edge("code:part", `${key}.part`);
      break;
    }
    case "pack":
      for (let i = 0; i < 8; i++) {
        edge(i < 4 ? "key1.part" : "key2.part", `challenge:${i}`);
        edge("code:pack", `challenge:${i}`);
      }
      break;
    case "challenge":
      for (let i = 0; i < 16; i++) edge("code:challenge", `challenge:${i}`);
      break;
    case "read-request":
      if (step.key3) {
        for (let i = 0; i < 8; i++) edge(`request:${step.key3[0] + i}`, `challenge:${8 + i}`);
      }
      break;
    case "md5-padding":
      for (let i = 0; i < 64; i++) edge(`challenge:${i}`, `word:${i >> 2}`);
      break;
    case "md5-rounds":
      for (const { index, wordIndex } of step.md5 ? roundsOf(step.md5) : []) {
        edge(`word:${wordIndex}`, `round:${index}`);
        if (index > 0) edge(`round:${index - 1}`, `round:${index}`);
        edge("code:md5", `round:${index}`);
      }
      break;
    case "md5-digest":
      for (let i = 0; i < 16; i++) edge("round:63", `digest:${i}`);
      break;
    case "response-head":
      for (const { from, to } of step.copied) {
        for (let i = 0; i < to[1] - to[0]; i++) {
          edge(`request:${from[0] + i}`, `response:${to[0] + i}`);
        }
      }
      for (const { name, value } of step.lines) {
        const made = name === "Sec-WebSocket-Location" ? "code:location" : "code:responseFields";
        for (let at = value[0]; at < value[1]; at++) edge(made, `response:${at}`);
      }
      for (let at = 0; at < (step.head?.length ?? 0); at++) {
        edge("code:responseHead", `response:${at}`);
      }
      break;
    case "response":
      if (step.digest) {
        for (let i = 0; i < 16; i++) edge(`digest:${i}`, `response:${step.digest[0] + i}`);
      }
      break;
  }
}

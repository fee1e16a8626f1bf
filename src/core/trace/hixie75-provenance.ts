/** What came from what in a handshake of draft 75. Places are named "request:12", "response:40", "code:location". */
import type { Hixie75Step } from "./hixie75-step.ts";
import { type Provenance, provenanceOf } from "./provenance.ts";

export function hixie75Provenance(steps: readonly Hixie75Step[]): Provenance {
  return provenanceOf((edge) => {
    for (const step of steps) {
      if (step.id !== "response") continue;
      for (const { from, to } of step.copied) {
        for (let i = 0; i < to[1] - to[0]; i++) {
          edge(`request:${from[0] + i}`, `response:${to[0] + i}`);
        }
      }
      for (const { name, value } of step.lines) {
        const made = name === "WebSocket-Location" ? "code:location" : "code:responseFields";
        for (let at = value[0]; at < value[1]; at++) edge(made, `response:${at}`);
      }
      for (let at = 0; at < (step.response?.length ?? 0); at++) {
        edge("code:responseHead", `response:${at}`);
      }
    }
  });
}

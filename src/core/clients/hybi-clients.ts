import { judgeAsHybi } from "./draft-hybi.ts";
import type { Clients } from "./judge-by.ts";

/** Of hybi-04 to -12. */
export const HYBI_CLIENTS: Clients = {
  judges: [judgeAsHybi],
  asked: ["sec-websocket-key", "sec-websocket-version", "sec-websocket-protocol"],
  answered: [
    ...["upgrade", "connection", "sec-websocket-accept", "sec-websocket-nonce"],
    "sec-websocket-protocol",
  ],
  path: false,
  order: false,
  digest: false,
};

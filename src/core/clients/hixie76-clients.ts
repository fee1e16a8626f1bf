import { judgeAsHixie76 } from "./draft-hixie76.ts";
import type { Clients } from "./judge-by.ts";
import { judgeAsWebKit534 } from "./webkit-534.ts";

/** Of hixie-76 and hybi-00, and of hybi-01 to -03, which kept the handshake. */
export const HIXIE76_CLIENTS: Clients = {
  judges: [judgeAsHixie76, judgeAsWebKit534],
  asked: ["host", "origin", "sec-websocket-protocol"],
  answered: [
    ...["upgrade", "connection", "sec-websocket-origin", "sec-websocket-location"],
    "sec-websocket-protocol",
  ],
  path: true,
  order: false,
  digest: true,
};

import { judgeAsHixie75 } from "./draft-hixie75.ts";
import type { Clients } from "./judge-by.ts";

export const HIXIE75_CLIENTS: Clients = {
  judges: [judgeAsHixie75],
  asked: ["host", "origin", "websocket-protocol"],
  answered: [
    "upgrade",
    "connection",
    "websocket-origin",
    "websocket-location",
    "websocket-protocol",
  ],
  path: true,
  order: true,
  digest: false,
};

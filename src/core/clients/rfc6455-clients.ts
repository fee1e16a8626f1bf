import { judgeAsChromium156 } from "./chromium-156.ts";
import { judgeAsRfc6455 } from "./draft-rfc6455.ts";
import type { Clients } from "./judge-by.ts";

export const RFC6455_CLIENTS: Clients = {
  judges: [judgeAsRfc6455, judgeAsChromium156],
  asked: ["sec-websocket-key", "sec-websocket-protocol", "sec-websocket-extensions"],
  answered: [
    ...["upgrade", "connection", "sec-websocket-accept", "sec-websocket-protocol"],
    "sec-websocket-extensions",
  ],
  path: false,
  order: false,
  digest: false,
};

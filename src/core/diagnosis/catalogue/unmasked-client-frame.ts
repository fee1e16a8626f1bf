import type { Example } from "../define/define-finding.ts";
import { defineFrameFinding } from "../define/define-frame-finding.ts";
import { framesExchange } from "../rfc-example.ts";

export default defineFrameFinding({
  code: "unmasked-client-frame",
  inLibraries: `Libraries mask by the role they were made for. Go, gobwas/ws:
    wsutil.WriteClientMessage(conn, ws.OpText, text)
Netty:
    new WebSocket13FrameEncoder(true)
C#:
    WebSocket.CreateFromStream(stream, isServer: false, "chat", interval)
In a client of your own, pong and close are masked too, and empty ones have a masking key all the same.`,
});

export const example: Example = () => framesExchange({ client: "\x81\x02hi" });

export const counterExample: Example = () =>
  framesExchange({ client: "\x81\x82\x01\x02\x03\x04ik" });

export const reports = [
  "https://github.com/vapor/websocket-kit/issues/26",
  "https://github.com/uNetworking/uWebSockets/issues/691",
  "https://github.com/websockets/ws/issues/1194",
];

export const notJudged = "Whether masking keys are hard to guess, as they have to be.";

import type { Example } from "../define/define-finding.ts";
import { defineFrameFinding } from "../define/define-frame-finding.ts";
import { framesExchange } from "../rfc-example.ts";

export default defineFrameFinding({
  code: "masked-server-frame",
  inLibraries: `Libraries mask by the role they were made for. Go, gobwas/ws:
    wsutil.WriteServerMessage(conn, ws.OpText, text)
Netty:
    new WebSocket13FrameEncoder(false)
C#:
    WebSocket.CreateFromStream(stream, isServer: true, "chat", interval)
PHP, hybi10Encode of many samples: pass false for $masked. A proxy that answers with a client's frames copies the wrong way round.`,
});

export const example: Example = () => framesExchange({ server: "\x81\x82\x01\x02\x03\x04ik" });

export const counterExample: Example = () => framesExchange({ server: "\x81\x02hi" });

export const reports = [
  "https://github.com/gimite/web-socket-js/issues/103",
  "https://github.com/Links2004/arduinoWebSockets/issues/208",
  "https://github.com/skaarj1989/mWebSockets/issues/80",
];

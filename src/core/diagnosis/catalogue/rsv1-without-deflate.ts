import type { Example } from "../define/define-finding.ts";
import { defineFrameFinding } from "../define/define-frame-finding.ts";
import { framesExchange } from "../rfc-example.ts";

export default defineFrameFinding({
  code: "rsv1-without-deflate",
  inLibraries: `Or do not compress. ws for Node:
    new WebSocketServer({ perMessageDeflate: false })
Python, websockets:
    serve(handler, compression=None)
Tomcat and Spring:
    org.apache.tomcat.websocket.DISABLE_BUILTIN_EXTENSIONS=true
nginx passes the field on unless it was set to something else:
    proxy_set_header Sec-WebSocket-Extensions $http_sec_websocket_extensions;`,
});

export const example: Example = () =>
  framesExchange({ server: "\xc1\x07\xf2H\xcd\xc9\xc9\x07\x00" });

export const counterExample: Example = () => framesExchange({ server: "\x81\x05Hello" });

export const reports = [
  "https://github.com/novnc/noVNC/issues/273",
  "https://github.com/ratchetphp/Ratchet/issues/245",
  "https://github.com/zwopple/PocketSocket/issues/52",
  "https://github.com/warmcat/libwebsockets/issues/1805",
  "https://github.com/boostorg/beast/pull/2204",
];

export const notJudged =
  "What the frames hold, and RSV1 where the answer takes an extension that is not known here.";

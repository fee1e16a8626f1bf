import type { Example } from "../define-finding.ts";
import { defineFrameFinding } from "../define-frame-finding.ts";
import { framesExchange } from "../rfc-example.ts";

export default defineFrameFinding("hixie-frames-after-rfc6455");

export const example: Example = () => framesExchange({ server: "\x00hi\xff" });

export const counterExample: Example = () => framesExchange({ server: "\x81\x02hi" });

export const reports = [
  "https://stackoverflow.com/questions/7575339/problem-sending-data-in-hybi-10-websockets-server",
  "https://stackoverflow.com/questions/9640628/websocket-server-on-python-problems",
];

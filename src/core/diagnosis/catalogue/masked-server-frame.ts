import type { Example } from "../define-finding.ts";
import { defineFrameFinding } from "../define-frame-finding.ts";
import { framesExchange } from "../rfc-example.ts";

export default defineFrameFinding("masked-server-frame");

export const example: Example = () => framesExchange({ server: "\x81\x82\x01\x02\x03\x04ik" });

export const counterExample: Example = () => framesExchange({ server: "\x81\x02hi" });

export const reports = [
  "https://github.com/gimite/web-socket-js/issues/103",
  "https://github.com/Links2004/arduinoWebSockets/issues/208",
  "https://github.com/skaarj1989/mWebSockets/issues/80",
];

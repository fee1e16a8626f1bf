import type { Example } from "../define/define-finding.ts";
import { defineFrameFinding } from "../define/define-frame-finding.ts";
import { framesExchange } from "../rfc-example.ts";

export default defineFrameFinding({
  code: "hixie-frames-after-rfc6455",
  inLibraries: `Samples of 2010 write chr(0) . $text . chr(255); for texts of up to 125 bytes, PHP:
    $frame = chr(0x81) . chr(strlen($text)) . $text;
Python:
    frame = bytes([0x81, len(data)]) + data
Java:
    out.write(0x81); out.write(data.length); out.write(data);`,
});

export const example: Example = () => framesExchange({ server: "\x00hi\xff" });

export const counterExample: Example = () => framesExchange({ server: "\x81\x02hi" });

export const reports = [
  "https://stackoverflow.com/questions/7575339/problem-sending-data-in-hybi-10-websockets-server",
  "https://stackoverflow.com/questions/9640628/websocket-server-on-python-problems",
];

import type { Example } from "../define-finding.ts";
import { defineFrameFinding } from "../define-frame-finding.ts";
import { framesExchange } from "../rfc-example.ts";

export default defineFrameFinding("tls-bytes-as-frames");

export const example: Example = () => framesExchange({ client: "\x17\x03\x03\x00\x05abcde" });

export const counterExample: Example = () =>
  framesExchange({ client: "\x81\x82\x01\x02\x03\x04ik" });

export const reports = ["https://github.com/librestack/gladd/issues/54"];

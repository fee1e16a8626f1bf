import type { Example } from "../define/define-finding.ts";
import { defineFrameFinding } from "../define/define-frame-finding.ts";
import { framesExchange } from "../rfc-example.ts";

export default defineFrameFinding({
  code: "tls-bytes-as-frames",
  inLibraries: `Python:
    conn = context.wrap_socket(sock, server_side=True); data = conn.recv(4096)
Java: SSLSocket.getInputStream(), not the channel below. C#: SslStream, not the NetworkStream in it. C: SSL_read, not read. Node: the socket that tls.createServer hands over.`,
});

export const example: Example = () => framesExchange({ client: "\x17\x03\x03\x00\x05abcde" });

export const counterExample: Example = () =>
  framesExchange({ client: "\x81\x82\x01\x02\x03\x04ik" });

export const reports = ["https://github.com/librestack/gladd/issues/54"];

/** TLS where none was expected, none where it was, or a certificate that is not trusted. */
import { CHROME } from "./browsers.ts";
import type { KnownMessage } from "./known-message.ts";

export const TLS_MESSAGES: readonly KnownMessage[] = [
  {
    texts: [
      "ERR_SSL_PROTOCOL_ERROR",
      "SSL_ERROR_RX_RECORD_TOO_LONG",
      "wrong version number",
      "WRONG_VERSION_NUMBER",
      "first record does not look like a TLS handshake",
      "Unsupported or unrecognized SSL message",
      "mbedtls_ssl_handshake returned -0x7200",
      "mbedtls_ssl_handshake returned -0x7280",
    ],
    by: `${CHROME}, Firefox, OpenSSL (Node, Python, PHP, Ruby), Go, Java and Mbed TLS (ESP32), in this order`,
    codes: ["tls-to-plain-port"],
    meaning:
      "The client opened wss:, and what answered speaks no TLS: a server without a certificate, or the wrong port.",
    capture: "first-bytes",
  },
  {
    texts: ["server gave HTTP response to HTTPS client"],
    by: "Go",
    codes: ["tls-to-plain-port"],
    meaning: "The client opened wss:, and what answered speaks no TLS.",
    capture: "first-bytes",
  },
  {
    texts: [
      "client sent invalid method while reading client request line",
      "Bad HTTP/0.9 request type",
      "No space character found after method in request line",
      "Invalid method in request \\x16\\x03",
      '"\\x16\\x03',
    ],
    by: "nginx, Python's http.server, ASP.NET Core, Apache, and logs of requests",
    codes: ["tls-to-plain-port"],
    meaning:
      "The first bytes are no HTTP. Mostly a client that opened wss: reached a port without TLS; then the log shows \\x16\\x03\\x01.",
    capture: "first-bytes",
  },
  {
    texts: ["plain HTTP request was sent to HTTPS port", "HTTP request to an HTTPS server"],
    by: "nginx; Go, in the content of a 400",
    codes: ["plain-to-tls-port"],
    meaning: "The client opened ws: where the server waits for TLS: open wss: instead.",
    capture: "first-bytes",
  },
  {
    texts: [
      "ERR_CERT_AUTHORITY_INVALID",
      "ERR_CERT_COMMON_NAME_INVALID",
      "ERR_CERT_DATE_INVALID",
      "ERR_CERT_INVALID",
      "ERR_INSECURE_RESPONSE",
      "SEC_ERROR_UNKNOWN_ISSUER",
    ],
    by: `${CHROME}; Firefox in the last words`,
    codes: ["tls-cert-rejected"],
    meaning:
      "The server's certificate is not trusted: unknown issuer, another name, or out of date. For a WebSocket no browser asks its user.",
    capture: "certificate",
  },
  {
    texts: [
      "EOF occurred in violation of protocol",
      "OSStatus error -2146762487",
      "certificate verify failed",
      "CERTIFICATE_VERIFY_FAILED",
      "unable to verify the first certificate",
      "self-signed certificate",
      "self signed certificate",
      "x509: certificate signed by unknown authority",
      "x509: certificate is valid for",
      "PKIX path building failed",
      "The certificate for this server is invalid",
      "mbedtls_ssl_handshake returned -0x2700",
      "alert certificate unknown",
      "alert unknown ca",
    ],
    by: "Python's ssl, a client that has Windows check certificates, OpenSSL, Node, Go, Java, Safari and Mbed TLS (ESP32); a server in the last two",
    codes: ["tls-cert-rejected"],
    meaning:
      "The certificate was not trusted, and the connection ended before HTTP began. For a WebSocket no browser asks its user.",
    capture: "certificate",
  },
  {
    texts: [
      "certificate has expired",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "ERR_TLS_CERT_ALTNAME_INVALID",
      "does not match certificate's altnames",
      "tls: unknown certificate",
    ],
    by: "Node; Go as a server in the last words",
    codes: ["tls-cert-rejected"],
    meaning:
      "The certificate was not trusted, and the connection ended before HTTP began: it is out of date, self-signed, or for another name.",
    capture: "certificate",
  },
];

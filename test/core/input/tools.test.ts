/**
 * What the real tools printed of two connections, against the bytes that were sent. `test/fixtures/capture.mjs` makes the files and
 * `expected.json` again.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hex } from "../../../src/core/bytes/hex.ts";
import type { Conversation } from "../../../src/core/input/conversation.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";

const PASTES = join(import.meta.dirname, "../../fixtures/pastes");
const PARTS = ["request", "response", "clientBytes", "serverBytes"] as const;
type Parts = Partial<Record<(typeof PARTS)[number], string>>;
const sent: Record<string, Parts> = JSON.parse(readFileSync(join(PASTES, "expected.json"), "utf8"));

/** The wire's bytes of the connection that a file shows. */
function wire(file: string): Parts {
  const name = file.includes("rfc6455") ? "rfc6455" : "hixie76";
  return sent[file.startsWith("curl") ? `curl-${name}` : name] as Parts;
}

/** "request response:207": which parts were read, each the wire's, or its first so many bytes; anything else in hex. */
function parts(conversation: Conversation, expected: Parts): string {
  return PARTS.flatMap((part) => {
    const bytes = conversation[part];
    if (!bytes) return [];
    const digits = hex(bytes);
    if (digits === expected[part]) return [part];
    return expected[part]?.startsWith(digits) ? [`${part}:${bytes.length}`] : [`${part} ${digits}`];
  }).join(" ");
}

function losses({ lost }: Conversation): string {
  return lost
    .map((loss) => (loss.in === "request" ? loss.what : `${loss.what} in ${loss.in}`))
    .join(", ");
}

const BOTH = "request response clientBytes serverBytes";

/** "text": as pasted; "file": its bytes, as dropped. 224 and 207 are the lengths of the hixie-76 heads. */
const TABLE: readonly [
  file: string,
  as: "text" | "file" | "both",
  format: string,
  read: string,
  lost: string,
][] = [
  ["base64-request.txt", "both", "base64", "request", ""],
  ["base64-response.txt", "both", "base64", "response", ""],
  [
    "curl--trace-ascii--trace-time-hixie76.txt",
    "both",
    "curl --trace",
    "request response:207",
    "replaced-bytes, key3, replaced-bytes in response, replaced-bytes in response",
  ],
  [
    "curl--trace-ascii--trace-time-rfc6455.txt",
    "both",
    "curl --trace",
    "request response",
    "replaced-bytes, replaced-bytes in serverBytes",
  ],
  [
    "curl--trace-ascii-hixie76.txt",
    "both",
    "curl --trace",
    "request response:207",
    "replaced-bytes, key3, replaced-bytes in response, replaced-bytes in response",
  ],
  [
    "curl--trace-ascii-rfc6455.txt",
    "both",
    "curl --trace",
    "request response",
    "replaced-bytes, replaced-bytes in serverBytes",
  ],
  ["curl--trace-hixie76.txt", "both", "curl --trace", "request response serverBytes", ""],
  ["curl--trace-rfc6455.txt", "both", "curl --trace", "request response serverBytes", ""],
  ["curl-i-hixie76.txt", "text", "raw HTTP text", "response:207", "replaced-bytes in response"],
  ["curl-i-hixie76.txt", "file", "raw bytes", "response serverBytes", ""],
  ["curl-i-rfc6455.txt", "text", "raw HTTP text", "response", "replaced-bytes in serverBytes"],
  ["curl-i-rfc6455.txt", "file", "raw bytes", "response serverBytes", ""],
  [
    "curl-v-hixie76.txt",
    "text",
    "curl -v",
    "request response:207",
    "key3, replaced-bytes in response",
  ],
  ["curl-v-hixie76.txt", "file", "curl -v", "request response serverBytes", "key3"],
  ["curl-v-rfc6455.txt", "text", "curl -v", "request response", "replaced-bytes in serverBytes"],
  ["curl-v-rfc6455.txt", "file", "curl -v", "request response serverBytes", ""],
  ["hexdump-C-request.txt", "both", "hexdump -C", "request", ""],
  ["hexdump-C-response.txt", "both", "hexdump -C", "response", ""],
  ["hexdump-c-request.txt", "both", "od -c", "request", ""],
  ["hexdump-c-response.txt", "both", "od -c", "response", ""],
  ["hexdump-request.txt", "both", "hexdump (16-bit words)", "request", ""],
  ["hexdump-response.txt", "both", "hexdump (16-bit words)", "response", ""],
  ["hixie76-cooked1.pcap", "file", "pcap capture", BOTH, ""],
  ["hixie76-cooked2.pcap", "file", "pcap capture", BOTH, ""],
  ["hixie76-ipv6.pcap", "file", "pcap capture", BOTH, ""],
  ["hixie76.pcap", "file", "pcap capture", BOTH, ""],
  ["hixie76.pcapng", "file", "pcapng capture", BOTH, ""],
  [
    "ngrep-hixie76.txt",
    "both",
    "ngrep",
    "request:224 response:207",
    "replaced-bytes, key3, replaced-bytes in response, replaced-bytes in response",
  ],
  [
    "ngrep-rfc6455.txt",
    "both",
    "ngrep",
    "request response",
    "replaced-bytes, replaced-bytes in serverBytes",
  ],
  ["node-array-request.txt", "both", "list of byte values", "request:100", "cut"],
  ["node-array-response.txt", "both", "list of byte values", "response:100", "cut in response"],
  ["node-buffer-request.txt", "both", "Node Buffer", "request:50", "cut"],
  ["node-buffer-response.txt", "both", "Node Buffer", "response:50", "cut in response"],
  ["node-inspect-latin1-request.txt", "both", "escaped string", "request", "charset"],
  ["node-inspect-latin1-response.txt", "both", "escaped string", "response", "charset in response"],
  ["node-json-indented-request.txt", "both", "list of byte values", "request", ""],
  ["node-json-indented-response.txt", "both", "list of byte values", "response", ""],
  ["node-json-request.txt", "both", "list of byte values", "request", ""],
  ["node-json-response.txt", "both", "list of byte values", "response", ""],
  ["node-json-string-request.txt", "both", "escaped string", "request:224", "key3"],
  [
    "node-json-string-response.txt",
    "both",
    "escaped string",
    "response:207",
    "replaced-bytes in response",
  ],
  ["node-text-request.txt", "both", "raw HTTP text", "request:224", "key3"],
  ["node-text-response.txt", "both", "raw HTTP text", "response:207", "replaced-bytes in response"],
  ["od-A-d-t-x1-request.txt", "both", "od", "request", ""],
  ["od-A-d-t-x1-response.txt", "both", "od", "response", ""],
  ["od-A-n-t-x1-request.txt", "both", "hex", "request", ""],
  ["od-A-n-t-x1-response.txt", "both", "hex", "response", ""],
  ["od-A-x-t-x1z-request.txt", "both", "od", "request", ""],
  ["od-A-x-t-x1z-response.txt", "both", "od", "response", ""],
  ["od-b-request.txt", "both", "od", "request", ""],
  ["od-b-response.txt", "both", "od", "response", ""],
  ["od-c-request.txt", "both", "od -c", "request", ""],
  ["od-c-response.txt", "both", "od -c", "response", ""],
  ["od-request.txt", "both", "od", "request", ""],
  ["od-response.txt", "both", "od", "response", ""],
  ["od-t-x1-request.txt", "both", "od", "request", ""],
  ["od-t-x1-response.txt", "both", "od", "response", ""],
  ["od-t-x1c-request.txt", "both", "od", "request", ""],
  ["od-t-x1c-response.txt", "both", "od", "response", ""],
  ["od-x-request.txt", "both", "hexdump (16-bit words)", "request", ""],
  ["od-x-response.txt", "both", "hexdump (16-bit words)", "response", ""],
  ["php-addcslashes-request.txt", "both", "escaped string", "request", ""],
  ["php-addcslashes-response.txt", "both", "escaped string", "response", ""],
  ["php-bin2hex-request.txt", "both", "hex", "request", ""],
  ["php-bin2hex-response.txt", "both", "hex", "response", ""],
  ["php-json-request.txt", "both", "escaped string", "request:224", "key3"],
  ["php-json-response.txt", "both", "escaped string", "response:207", "replaced-bytes in response"],
  ["php-var_dump-request.txt", "text", "PHP var_dump", "request:224", "byte-count, key3"],
  ["php-var_dump-request.txt", "file", "PHP var_dump", "request", ""],
  [
    "php-var_dump-response.txt",
    "text",
    "PHP var_dump",
    "response:207",
    "byte-count in response, replaced-bytes in response",
  ],
  ["php-var_dump-response.txt", "file", "PHP var_dump", "response", ""],
  ["php-var_export-request.txt", "text", "escaped string", "request:224", "key3"],
  ["php-var_export-request.txt", "file", "escaped string", "request", ""],
  [
    "php-var_export-response.txt",
    "text",
    "escaped string",
    "response:207",
    "replaced-bytes in response",
  ],
  ["php-var_export-response.txt", "file", "escaped string", "response", ""],
  ["python-bytearray-request.txt", "both", "escaped string", "request", ""],
  ["python-bytearray-response.txt", "both", "escaped string", "response", ""],
  ["python-bytes-request.txt", "both", "escaped string", "request", ""],
  ["python-bytes-response.txt", "both", "escaped string", "response", ""],
  ["python-json-request.txt", "both", "escaped string", "request", "charset"],
  ["python-json-response.txt", "both", "escaped string", "response", "charset in response"],
  ["python-latin1-request.txt", "both", "escaped string", "request", "charset"],
  ["python-latin1-response.txt", "both", "escaped string", "response", "charset in response"],
  ["python-list-request.txt", "both", "list of byte values", "request", ""],
  ["python-list-response.txt", "both", "list of byte values", "response", ""],
  ["python-pprint-request.txt", "both", "escaped string", "request", ""],
  ["python-pprint-response.txt", "both", "escaped string", "response", ""],
  ["python-replaced-request.txt", "both", "escaped string", "request:224", "key3"],
  [
    "python-replaced-response.txt",
    "both",
    "escaped string",
    "response:207",
    "replaced-bytes in response",
  ],
  ["rfc6455.pcap", "file", "pcap capture", BOTH, ""],
  ["rfc6455.pcapng", "file", "pcapng capture", BOTH, ""],
  ["ruby-bytes-request.txt", "both", "list of byte values", "request", ""],
  ["ruby-bytes-response.txt", "both", "list of byte values", "response", ""],
  ["ruby-inspect-request.txt", "both", "escaped string", "request", ""],
  ["ruby-inspect-response.txt", "both", "escaped string", "response", ""],
  ["ruby-utf8-request.txt", "both", "escaped string", "request", ""],
  ["ruby-utf8-response.txt", "both", "escaped string", "response", ""],
  [
    "tcpdump-A-hixie76.txt",
    "both",
    "tcpdump -A",
    "request:224 response:207",
    "line-endings, replaced-bytes, key3, line-endings in response, replaced-bytes in response, replaced-bytes in response",
  ],
  [
    "tcpdump-A-rfc6455.txt",
    "both",
    "tcpdump -A",
    "request response",
    "line-endings, replaced-bytes, line-endings in response, replaced-bytes in serverBytes",
  ],
  ["tcpdump-X-hixie76.txt", "both", "tcpdump -X", BOTH, ""],
  ["tcpdump-X-rfc6455.txt", "both", "tcpdump -X", BOTH, ""],
  ["tcpdump-XX-hixie76.txt", "both", "tcpdump -X", BOTH, ""],
  ["tcpdump-XX-rfc6455.txt", "both", "tcpdump -X", BOTH, ""],
  ["tcpdump-x-hixie76.txt", "both", "tcpdump -X", BOTH, ""],
  ["tcpdump-x-rfc6455.txt", "both", "tcpdump -X", BOTH, ""],
  ["tcpdump-xx-hixie76.txt", "both", "tcpdump -X", BOTH, ""],
  ["tcpdump-xx-rfc6455.txt", "both", "tcpdump -X", BOTH, ""],
  [
    "tshark-V-hixie76.txt",
    "both",
    "Wireshark packet details",
    "request response:207",
    "cut in response",
  ],
  ["tshark-V-rfc6455.txt", "both", "Wireshark packet details", "request response", ""],
  [
    "tshark-follow-ascii-hixie76.txt",
    "both",
    "tshark follow stream",
    "request:224 response:207",
    "replaced-bytes, key3, replaced-bytes in response, replaced-bytes in response",
  ],
  [
    "tshark-follow-ascii-rfc6455.txt",
    "both",
    "tshark follow stream",
    "request response",
    "replaced-bytes, replaced-bytes in serverBytes",
  ],
  ["tshark-follow-hex-hixie76.txt", "both", "Wireshark hex dump", BOTH, ""],
  ["tshark-follow-hex-rfc6455.txt", "both", "Wireshark hex dump", BOTH, ""],
  ["tshark-follow-raw-hixie76.txt", "both", "hex", BOTH, ""],
  ["tshark-follow-raw-rfc6455.txt", "both", "hex", BOTH, ""],
  ["tshark-x-hixie76.txt", "both", "Wireshark hex dump", BOTH, ""],
  ["tshark-x-rfc6455.txt", "both", "Wireshark hex dump", BOTH, ""],
  ["xxd-e-request.txt", "both", "xxd", "request", ""],
  ["xxd-e-response.txt", "both", "xxd", "response", ""],
  ["xxd-g1-u-request.txt", "both", "xxd", "request", ""],
  ["xxd-g1-u-response.txt", "both", "xxd", "response", ""],
  ["xxd-i-request.txt", "both", "hex", "request", ""],
  ["xxd-i-response.txt", "both", "hex", "response", ""],
  ["xxd-p-request.txt", "both", "hex", "request", ""],
  ["xxd-p-response.txt", "both", "hex", "response", ""],
  ["xxd-request.txt", "both", "xxd", "request", ""],
  ["xxd-response.txt", "both", "xxd", "response", ""],
];

describe.each(TABLE)("%s, as %s", (file, as, format, read, lost) => {
  const bytes = readFileSync(join(PASTES, file));
  const inputs = {
    text: [bytes.toString("utf8")],
    file: [new Uint8Array(bytes)],
    both: [bytes.toString("utf8"), new Uint8Array(bytes)],
  }[as];
  test.each(inputs)(`is read as ${format}: ${read}`, (input) => {
    const conversations = readPaste(input);
    expect(conversations).toHaveLength(1);
    const [conversation] = conversations as [Conversation];
    expect(conversation.format).toBe(format);
    expect(parts(conversation, wire(file))).toBe(read);
    expect(losses(conversation)).toBe(lost);
    expect(conversation.exact).toBe(lost === "");
  });
});

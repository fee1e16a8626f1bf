/** How to get the bytes themselves, by what people have at hand. `commands` are to be copied as they stand. */
export interface Capture {
  readonly title: string;
  readonly words: string;
  readonly commands: string;
}

export const CAPTURES: readonly Capture[] = [
  {
    title: "A browser’s network panel",
    words:
      "Reload with the panel open, choose the WebSocket connection, and copy its request and response headers as raw text; or export a HAR file and open it here. The eight bytes of key3 and the sixteen of the digest are in neither, but in WebKit’s old panel, where they stand as (Key3) and (Challenge Response).",
    commands: "",
  },
  {
    title: "tcpdump, on the server",
    words: "Every byte in both directions. Open the file here; TLS must end before this point.",
    commands: "tcpdump -i any -s 0 -w handshake.pcap 'tcp port 8080'",
  },
  {
    title: "Wireshark",
    words:
      "Follow → TCP Stream, show as “C Arrays” or “Hex Dump”, copy all of it. Not “ASCII”: its dots stand for what it could not show.",
    commands: "",
  },
  {
    title: "nc, in the server’s place",
    words: "Shows what a client sends, key3 included, and answers nothing.",
    commands: "nc -l 8080 | xxd",
  },
  {
    title: "nc, in the client’s place",
    words:
      "Sends the draft’s own request, key3 included, and shows what the server answers. The right answer ends with 38 6a 4b 53 27 79 3a 47 2a 43 6f 2c 57 78 61 2d.",
    commands: `printf 'GET /demo HTTP/1.1\\r\\nHost: example.com\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Key2: 12998 5 Y3 1  .P00\\r\\nUpgrade: WebSocket\\r\\nSec-WebSocket-Key1: 4 @1  46546xW%%0l 1 5\\r\\nOrigin: http://example.com\\r\\n\\r\\n^n:ds[4U' | nc -q 2 127.0.0.1 8080 | xxd`,
  },
  {
    title: "curl, for RFC 6455",
    words:
      "Without --http1.1 it may speak HTTP/2, where there is no Upgrade. It cannot send key3, so it is no use for hixie-76.",
    commands: `curl --http1.1 -sN --max-time 3 --trace - -o /dev/null -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' http://127.0.0.1:8080/`,
  },
  {
    title: "Node",
    words: "In the server: the raw bytes, before any parser has dropped some.",
    commands: `require("node:net").createServer((socket) => {
  socket.on("data", (bytes) => console.log(bytes.toString("hex")));
}).listen(8080);`,
  },
  {
    title: "PHP",
    words: "On the socket, not in $_SERVER: there key3 is gone.",
    commands: "error_log(bin2hex(socket_read($socket, 4096)));",
  },
  {
    title: "Python",
    words: "repr() keeps every byte.",
    commands: "print(repr(connection.recv(4096)))",
  },
  {
    title: "nginx, as a proxy in between",
    words:
      "Its logs do not hold the bytes. Capture on both of its sides, and compare what came in with what went out.",
    commands:
      "tcpdump -i any -s 0 -w in.pcap 'tcp port 80' & tcpdump -i any -s 0 -w out.pcap 'tcp port 8080'",
  },
];

/** A server on 127.0.0.1 that gives out the page with the script, and answers each handshake as its case says. */
import { once } from "node:events";
import { createServer } from "node:net";

const PAGE = `<!doctype html><script>
var id = location.search.slice(1).split("&")[0], protocol = location.search.split("&")[1];
document.cookie = "a=b";
var url = "ws://" + location.host + "/" + id + "?q=1";
var socket = protocol === "-" ? new WebSocket(url) : new WebSocket(url, protocol);
socket.onopen = function () { callPhantom("open"); socket.send("ping \\u00e9\\u2603"); };
socket.onmessage = function (event) { callPhantom("message " + event.data); socket.close(); };
socket.onerror = function () { callPhantom("error"); };
socket.onclose = function () { callPhantom("close"); };
</script>`;

/**
 * `answer(id, request)` gives the pieces to send, one write each, and whether to end the connection behind them. Resolves with
 * the port, the requests and responses by id, and a function that ends it all.
 */
export async function serve(
  /** @type {(id: string, request: Buffer) => { pieces: Uint8Array[], end: boolean }} */ answer,
) {
  /** @type {Map<string, { request: Buffer, response: Buffer }>} */
  const exchanges = new Map();
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    let received = Buffer.alloc(0);
    let answered = false;
    socket.on("data", async (bytes) => {
      received = Buffer.concat([received, bytes]);
      if (answered) return void echo(socket, bytes);
      const end = received.indexOf("\r\n\r\n");
      if (end < 0) return;
      if (received.subarray(0, 9).toString() === "GET /page") {
        answered = true;
        socket.end(
          `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${PAGE.length}\r\nConnection: close\r\n\r\n${PAGE}`,
        );
      } else if (received.length >= end + 12) {
        answered = true;
        const id = received.toString("latin1").split(/[ ?]/)[1]?.slice(1) ?? "";
        const { pieces, end: close } = answer(id, received);
        exchanges.set(id, { request: received, response: Buffer.concat(pieces) });
        for (const [i, piece] of pieces.entries()) {
          if (i > 0) await new Promise((resolve) => setTimeout(resolve, 60));
          socket.write(piece);
        }
        if (close) socket.end();
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    port,
    exchanges,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function echo(/** @type {import("node:net").Socket} */ socket, /** @type {Buffer} */ bytes) {
  if (bytes[0] === 0x00 || bytes[0] === 0xff) socket.write(bytes);
}

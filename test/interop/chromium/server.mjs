// @ts-check
/** A server on 127.0.0.1 that gives out a page, and answers each handshake as its case says. */
import { once } from "node:events";
import { createServer } from "node:net";

const PAGE =
  "<!doctype html><meta charset=utf-8><title>Recorder</title><link rel=icon href=data:,>";

/** What it answers a client's close with, where it does; then it ends the connection. */
const CLOSE = Buffer.from([0x88, 0x00]);

/**
 * @typedef {object} Exchange
 * @property {Buffer} request
 * @property {Buffer} response
 * @property {Buffer[]} frames what the client sent afterwards, as it came
 */

/**
 * `answer(id, request)` gives what to send, all at once, whether to end the connection behind it, and whether to answer a close.
 * Resolves with the port, the exchanges by id, and a function that ends it all.
 */
export async function serve(
  /** @type {(id: string, request: Buffer) => { response: Buffer, end: boolean, answersClose: boolean }} */ answer,
) {
  /** @type {Map<string, Exchange>} */
  const exchanges = new Map();
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    let head = Buffer.alloc(0);
    /** @type {Exchange | null} */
    let exchange = null;
    let answersClose = true;
    socket.on("data", (bytes) => {
      if (exchange) {
        exchange.frames.push(bytes);
        if (hasClose(Buffer.concat(exchange.frames))) socket.end(answersClose ? CLOSE : "");
        return;
      }
      head = Buffer.concat([head, bytes]);
      if (!head.includes("\r\n\r\n")) return;
      const path = head.toString("latin1").split(" ")[1] ?? "";
      if (!path.startsWith("/m/")) {
        const type = "Content-Type: text/html\r\nConnection: close";
        socket.end(`HTTP/1.1 200 OK\r\n${type}\r\nContent-Length: ${PAGE.length}\r\n\r\n${PAGE}`);
        return;
      }
      const id = path.slice("/m/".length);
      const given = answer(id, head);
      const { response, end } = given;
      answersClose = given.answersClose;
      exchange = { request: head, response, frames: [] };
      // A browser that tries again meets the same answer; what it does then is kept.
      exchanges.set(id, exchange);
      if (end) socket.end(response);
      else socket.write(response);
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

/** Whether one of a client's frames is a close. They are short: their length is in the second byte. */
function hasClose(/** @type {Buffer} */ bytes) {
  for (let at = 0; at + 1 < bytes.length; ) {
    if (bytes[at] === 0x88) return true;
    at += 6 + (bytes.readUInt8(at + 1) & 0x7f);
  }
  return false;
}

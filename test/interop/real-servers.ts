/**
 * The servers themselves, in this process on the loopback, each with the options that its model assumes. What they throw where
 * nobody would catch it is caught here, and told. Nothing waits for time to pass: a server has answered when it has read all
 * that was sent and its turn is over.
 */
import { EventEmitter, once } from "node:events";
import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import websocket from "websocket";
import driver from "websocket-driver";
import { WebSocketServer } from "ws";

export interface Reply {
  /** Every byte, but the lines "Date". */
  readonly bytes: Uint8Array;
  /** Whether the server closed the connection. */
  readonly closed: boolean;
  /** What would have ended its process. */
  readonly thrown: unknown;
}

export class RealServer {
  readonly #server: Server;
  readonly #thrown = new WeakMap<Socket, unknown>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(kind: Kind): Promise<RealServer> {
    const server = new RealServer(
      KINDS[kind]((socket, error) => server.#thrown.set(socket, error)),
    );
    await once(server.#server, "listening");
    return server;
  }

  async ask(request: Uint8Array): Promise<Reply> {
    const accepted = once(this.#server, "connection");
    const client = connect((this.#server.address() as AddressInfo).port, HERE);
    const received: Buffer[] = [];
    let ended = false;
    client.on("data", (chunk: Buffer) => received.push(chunk));
    client.on("end", () => {
      ended = true;
    });
    const [socket] = (await accepted) as [Socket];
    client.write(request);
    await turns(() => socket.destroyed || socket.bytesRead === request.length);
    const thrown = this.#thrown.get(socket);
    const closed = socket.destroyed || socket.writableEnded;
    await turns(() => sum(received) === socket.bytesWritten && ended === closed);
    client.destroy();
    socket.destroy();
    const text = Buffer.concat(received).toString("latin1");
    return { bytes: Buffer.from(text.replace(/^Date: .*\r\n/gm, ""), "latin1"), closed, thrown };
  }

  async stop(): Promise<void> {
    this.#server.close();
    await once(this.#server, "close");
  }
}

/** Far more than it ever takes. */
const MOST_TURNS = 1_000_000;

/** Goes round the event loop until it is so, and once more for what that sets off. */
async function turns(isSo: () => boolean): Promise<void> {
  for (let turn = 0; !isSo(); turn++) {
    if (turn > MOST_TURNS) throw new Error("A server neither answers nor reads");
    await new Promise(setImmediate);
  }
  for (let more = 0; more < 2; more++) await new Promise(setImmediate);
}

function sum(chunks: readonly Buffer[]): number {
  return chunks.reduce((length, chunk) => length + chunk.length, 0);
}

type Throw = (socket: Socket, error: unknown) => void;

const KINDS = {
  "ws-8": () => ws(false),
  "ws-8-deflate": () => ws(true),
  "websocket-driver-0.8": (report: Throw) => tcp(false, report),
  "websocket-driver-0.8-drafts": (report: Throw) => tcp(true, report),
  "websocket-1": (report: Throw) => webSocketNode(true, report),
  "websocket-1-manual": (report: Throw) => webSocketNode(false, report),
};

export type Kind = keyof typeof KINDS;

const HERE = "127.0.0.1";

/** The HTTP server is its own. */
function ws(perMessageDeflate: boolean): HttpServer {
  const server = new WebSocketServer({ port: 0, host: HERE, perMessageDeflate });
  // Frames that break a rule are another matter.
  server.on("connection", (socket: EventEmitter) => socket.on("error", () => {}));
  return server._server;
}

function webSocketNode(autoAcceptConnections: boolean, report: Throw): HttpServer {
  const server = createHttpServer((_, response) => {
    response.writeHead(404);
    response.end();
  });
  const between = new EventEmitter();
  new websocket.server({ httpServer: between, autoAcceptConnections });
  server.on("upgrade", (request, socket: Socket, head) => {
    try {
      between.emit("upgrade", request, socket, head);
    } catch (error) {
      report(socket, error);
    }
  });
  return server.listen(0, HERE);
}

function tcp(allowDrafts: boolean, report: Throw): Server {
  return createServer((socket) => {
    const peer = driver.server({ allowDrafts });
    peer.on("connect", () => peer.start());
    peer.on("close", () => socket.end());
    peer.io.on("data", (chunk: Buffer) => socket.write(chunk));
    socket.on("data", (chunk: Buffer) => {
      try {
        peer.parse(chunk);
      } catch (error) {
        report(socket, error);
      }
    });
  }).listen(0, HERE);
}

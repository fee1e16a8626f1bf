import { Duplex } from "node:stream";
import websocket from "websocket-driver";

/** As it comes off a socket. */
const CHUNK = 65_536;

/** In place of a socket: what is written to it is counted. */
class Socket extends Duplex {
  written = 0;

  override _read(): void {}

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.written += chunk.length;
    done();
  }
}

/** The whole response, raw bytes in and raw bytes out, connected as the driver's README says. */
export function answerWithDriver(request: Buffer): number {
  const socket = new Socket();
  const driver = websocket.server({ allowDrafts: true });
  driver.on("connect", () => driver.start());
  socket.pipe(driver.io).pipe(socket);
  driver.io.write(request);
  return socket.written;
}

/** The same without streams: its parser called by hand, what it emits counted. */
export function parseWithDriver(request: Buffer): number {
  const driver = websocket.server({ allowDrafts: true });
  let written = 0;
  driver.io.on("data", (chunk: Buffer) => {
    written += chunk.length;
  });
  driver.on("connect", () => driver.start());
  driver.parse(request);
  return written;
}

/** Characters of all messages, one after the other, as they are emitted. */
export function readWithDriver(request: Buffer, stream: Uint8Array): number {
  const driver = websocket.server({ allowDrafts: true });
  let characters = 0;
  driver.on("connect", () => driver.start());
  driver.on("message", ({ data }: { data: string }) => {
    characters += data.length;
  });
  driver.parse(request);
  for (let at = 0; at < stream.length; at += CHUNK) {
    driver.parse(
      Buffer.from(stream.buffer, stream.byteOffset + at, Math.min(CHUNK, stream.length - at)),
    );
  }
  return characters;
}

/** The part of websocket-driver 0.8 that the tests and the benchmark use; it comes without types. */
declare module "websocket-driver" {
  import type { EventEmitter } from "node:events";

  interface Driver extends EventEmitter {
    readonly io: EventEmitter & NodeJS.ReadWriteStream;
    readonly readyState: number;
    start(): boolean;
    parse(chunk: Uint8Array): void;
    text(message: string): boolean;
    close(): boolean;
  }

  const websocket: { server(options: { allowDrafts: boolean }): Driver };
  export default websocket;
}

/** The part of ws 8 that the tests and the benchmark use; it comes without types. */
declare module "ws" {
  import type { EventEmitter } from "node:events";
  import type { Server } from "node:http";
  import { Writable } from "node:stream";

  export class WebSocketServer extends EventEmitter {
    constructor(options: { port: number; host: string; perMessageDeflate?: boolean });
    /** Its own; not meant for others. */
    readonly _server: Server;
  }

  export class Receiver extends Writable {
    constructor(options: { isServer: boolean; allowSynchronousEvents: boolean });
  }
}

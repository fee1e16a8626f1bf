/** The part of ws 8 that the tests use; it comes without types. */
declare module "ws" {
  import type { EventEmitter } from "node:events";
  import type { Server } from "node:http";

  export class WebSocketServer extends EventEmitter {
    constructor(options: { port: number; host: string; perMessageDeflate?: boolean });
    /** Its own; not meant for others. */
    readonly _server: Server;
  }
}

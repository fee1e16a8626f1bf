/** The part of websocket 1 that the tests use; it comes without types. */
declare module "websocket" {
  import type { EventEmitter } from "node:events";

  const websocket: {
    server: new (config: {
      httpServer: EventEmitter;
      autoAcceptConnections?: boolean;
    }) => EventEmitter;
  };
  export default websocket;
}

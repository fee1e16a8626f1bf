export { answer } from "./hixie76/handshake.ts";

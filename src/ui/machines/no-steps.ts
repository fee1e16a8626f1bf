import { onDemand } from "../on-demand.ts";
import type { Machine } from "./machine.ts";
import { NO_WALK } from "./machine.ts";

/** Of a handshake that has none to show: HTTP/2 and HTTP/3 compute nothing. Beside it stands the reference of RFC 6455. */
export const NO_STEPS: Machine = {
  folder: "rfc6455",
  ids: [],
  title: () => "",
  walk: () => NO_WALK,
  pictures: onDemand(async () => (await import("./rfc6455-pictures.tsx")).PICTURES),
};

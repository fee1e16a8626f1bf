import { find } from "../hixie76/request.ts";
import { textOf } from "./facts/header-words.ts";
import type { RequestFacts } from "./facts/request-facts.ts";
import { quote } from "./words.ts";

/** How to let a WebSocket through the usual proxies; four spaces mark code. */
export const LET_UPGRADE_THROUGH = `nginx:
    proxy_http_version 1.1;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection "upgrade";
HAProxy (1.5 and later passes it on in http mode; in doubt):
    mode tcp
Apache 2.4.47 and later:
    ProxyPass "/demo" "http://127.0.0.1:8080/demo" upgrade=websocket
Older Apache: mod_proxy_wstunnel. Classic ELB: a TCP listener.`;

/** hixie-76 sends eight bytes that no field announces: proxies that read HTTP hold them back or drop them. */
export const PASS_BYTES_THROUGH = `Only a proxy that copies bytes carries the eight bytes of this draft.
HAProxy:
    mode tcp
nginx:
    stream { server { listen 80; proxy_pass 127.0.0.1:8080; } }`;

/** Fields that proxies add, and the version nginx speaks to its backends unless told otherwise. */
export function traceOfProxy({ bytes, head }: RequestFacts): string | null {
  for (const name of ["via", "x-forwarded-for", "x-real-ip", "x-forwarded-proto", "forwarded"]) {
    const span = find(bytes, head.fields, name);
    if (span) return `A proxy was there: it added ${name} ${quote(bytes, span)}.`;
  }
  if (/ HTTP\/1\.0$/.test(textOf(bytes, head.startLine))) {
    return "A proxy was there: browsers speak HTTP/1.1, this says HTTP/1.0.";
  }
  return null;
}

/** Names of header fields, by the message that they are found in; what is in neither list may be in both. */

const REQUEST = [
  "accept",
  "accept-charset",
  "accept-encoding",
  "accept-language",
  "cookie",
  "dnt",
  "host",
  "origin",
  "referer",
  "sec-ch-ua",
  "sec-ch-ua-mobile",
  "sec-ch-ua-platform",
  "sec-fetch-dest",
  "sec-fetch-mode",
  "sec-fetch-site",
  "sec-fetch-user",
  "sec-websocket-key",
  "sec-websocket-key1",
  "sec-websocket-key2",
  "upgrade-insecure-requests",
  "user-agent",
  "x-forwarded-for",
  "x-forwarded-proto",
  "x-real-ip",
  "authorization",
  "priority",
];
const RESPONSE = [
  "access-control-allow-credentials",
  "access-control-allow-headers",
  "access-control-allow-origin",
  "age",
  "alt-svc",
  "date",
  "location",
  "sec-websocket-accept",
  "sec-websocket-location",
  "server",
  "set-cookie",
  "status",
  "strict-transport-security",
  "vary",
  "websocket-location",
  "websocket-origin",
  "www-authenticate",
  "x-powered-by",
];
const EITHER = [
  "cache-control",
  // Of Cloudflare's answers, and of its requests to the server behind.
  "cf-ray",
  "connection",
  "content-length",
  "content-type",
  "keep-alive",
  "pragma",
  "proxy-connection",
  "sec-websocket-extensions",
  "sec-websocket-origin",
  "sec-websocket-protocol",
  "sec-websocket-version",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
  "websocket-protocol",
  "authority",
];

const NAMES = new Map<string, "request" | "response" | "either">([
  ...REQUEST.map((name) => [name, "request"] as const),
  ...RESPONSE.map((name) => [name, "response"] as const),
  ...EITHER.map((name) => [name, "either"] as const),
]);

/** In which messages a field of that name is found, or null when it is not known. */
export function sideOfName(name: string): "request" | "response" | "either" | null {
  return NAMES.get(name.toLowerCase()) ?? null;
}

import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftExchange } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "chunked-101",
  level: "warning",
  section: { hixie: "hybi-00 §5.2 steps 12–13", byKey: "RFC 9112 §6.1" },
  detect: ({ response }) => {
    if (response?.status !== 101) return NONE;
    const { bytes, head } = response;
    const span = find(bytes, head.fields, "transfer-encoding");
    return span ? [{ in: "response" as const, span, bytes }] : NONE;
  },
  title: () => "The 101 announces a transfer encoding",
  why: ({ bytes, span }) =>
    `Transfer-Encoding is ${quote(bytes, span)}. A 101 has no body: the bytes behind its head belong to the WebSocket. Whoever added the field often adds chunk sizes too, and then the client reads “5” and a line end where the digest or a frame should be.`,
  fix: () =>
    "Turn chunking and compression off for the 101, in the framework or the proxy that adds them, or write the response to the socket yourself.",
});

export const example: Example = () =>
  draftExchange((text) =>
    text.replace("Upgrade: WebSocket", "Transfer-Encoding: chunked\r\nUpgrade: WebSocket"),
  );

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/phusion/passenger-nodejs-websocket-demo/issues/2",
  "https://github.com/secretgate/secretgate/issues/60",
  "https://github.com/koush/AndroidAsync/issues/317",
  "https://github.com/aspnet/KestrelHttpServer/issues/1048",
  "https://github.com/creationix/http-parser-js/issues/63",
];

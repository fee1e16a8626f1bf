import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "redirect",
  level: "error",
  section: { hixie: "hybi-00 §4.1 step 31", byKey: "RFC 6455 §4.1, second list, item 1" },
  doubtedBy: ["start-line"],
  detect: ({ response }) => {
    if (!response?.status || response.status < 300 || response.status > 399) return NONE;
    const { bytes, head, statusAt, status } = response;
    const target = find(bytes, head.fields, "location");
    return [{ in: "response" as const, span: target ?? statusAt, bytes, target, status }];
  },
  title: () => "The server redirects, and WebSocket clients do not follow",
  why: ({ bytes, target, status }) =>
    `${status} sends the client ${target ? `to ${quote(bytes, target)}` : "elsewhere, without saying where"}. A browser follows that for a page, not for a WebSocket: the connection just fails. A missing slash at the end, http instead of https, or a login page are the usual reasons.`,
  fix: () =>
    "Open the final address at once (with the slash, with wss:), or serve the WebSocket's path without a redirect.",
});

export const example: Example = () =>
  draftExchange(
    () =>
      "HTTP/1.1 301 Moved Permanently\r\nLocation: http://example.com/demo/\r\nContent-Length: 0\r\n\r\n",
  );

export const counterExample: Example = () =>
  draftExchange(() => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

export const reports = [
  "https://github.com/websockets/ws/issues/812",
  "https://github.com/TooTallNate/Java-WebSocket/issues/602",
  "https://github.com/qlever-dev/qlue-ui/issues/73",
  "https://github.com/mcdonc/klangk/issues/1232",
  "https://github.com/socketio/socket.io/issues/3394",
  "https://github.com/totaljs/framework/issues/259",
  "https://github.com/TakahikoKawasaki/nv-websocket-client/issues/164",
];

export const notJudged = "Where the redirect leads.";

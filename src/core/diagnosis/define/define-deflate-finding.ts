/** What is wrong with a parameter of permessage-deflate, RFC 7692 §7: the findings differ in the rule that is broken, and in little else. */
import type { Span } from "../../bytes/span.ts";
import {
  type ExtensionFault,
  extensionFaults,
  levelOf,
  sideWord,
} from "../facts/extension-facts.ts";
import { quote } from "../words.ts";
import { defineFinding, type Entry } from "./define-finding.ts";

interface DeflateWords {
  readonly code: ExtensionFault["code"] & `deflate-${string}`;
  readonly section: string;
  title(fault: ExtensionFault, seen: string): string;
  /** The rule, in a sentence or two; what was seen stands before it. */
  rule(fault: ExtensionFault): string;
}

export function defineDeflateFinding({ code, section, title, rule }: DeflateWords): Entry {
  return defineFinding({
    code,
    section,
    doubtedBy: ["redacted", "cut", "headers-merged"],
    detect: (facts) => extensionFaults(facts, code),
    level: (fault) => levelOf(fault),
    title: (fault) => title(fault, quote(fault.bytes, fault.span)),
    why: (fault) =>
      `${sideWord(fault.in)} ${quote(fault.bytes, fault.extension.span)}. ${rule(fault)} ${
        fault.in === "request"
          ? "A server has to decline that offer; some refuse the request with 400."
          : "A client fails the connection."
      }`,
    fix: ({ in: place }) => (place === "request" ? FIX_OF_OFFER : FIX_OF_ANSWER),
  });
}

const FIX_OF_OFFER =
  "Offer “permessage-deflate; client_max_window_bits”, as browsers do. Offers are written by the client's library; correct what was set by hand (perMessageDeflate in ws, compression in websockets, EnableCompression in gorilla/websocket).";

const FIX_OF_ANSWER = `Answer with what was offered, or leave the field out, and frames go uncompressed. To see whether it is the compression, switch it off. ws for Node:
    new WebSocketServer({ perMessageDeflate: false })
Python, websockets:
    serve(handler, compression=None)
gorilla/websocket:
    websocket.Upgrader{EnableCompression: false}
Tomcat and Spring:
    org.apache.tomcat.websocket.DISABLE_BUILTIN_EXTENSIONS=true
ASP.NET Core: leave DangerousEnableCompression false. Ratchet: PermessageDeflateOptions. A proxy that does not know the extension takes the field out in both directions:
    proxy_set_header Sec-WebSocket-Extensions "";`;

/** Where a parameter stands twice, the bytes between its two places. */
export function firstOfName({ extension, parameter }: ExtensionFault): Span {
  return extension.parameters.find(({ name }) => name === parameter)?.span ?? extension.span;
}

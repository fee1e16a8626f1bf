/** The three steps of a handshake of draft 75, which proves nothing. Each calls the reference's own functions. */
import { equals } from "../bytes/equals.ts";
import { slice } from "../bytes/span.ts";
import { answer, location, responseFields, responseHead } from "../hixie75/handshake.ts";
import {
  outOfOrder,
  type Request,
  readHost,
  readOrigin,
  readRequest,
  readSubprotocol,
} from "../hixie75/request.ts";
import { readHead } from "../http/head.ts";
import { readTarget } from "../http/start-line.ts";
import type { Hixie75Step, LocationStep, ReadRequestStep, ResponseStep } from "./hixie75-step.ts";
import type { Copied, ResponseLine } from "./mark.ts";
import { attempt, doneUnless, ended } from "./outcome.ts";
import { copiedIntoLocation, marksOf } from "./sources.ts";

/** Steps as far as the bytes allow, each complete in itself. Never throws. */
export function* traceHixie75(
  bytes: Uint8Array,
  { secure = false }: { readonly secure?: boolean } = {},
): Generator<Hixie75Step, void, undefined> {
  const { value: request, code } = attempt(() => readRequest(bytes));
  yield readRequestStep(bytes, code);
  yield locationStep(request, secure);
  yield responseStep(request, secure);
}

function readRequestStep(request: Uint8Array, code: string | null): ReadRequestStep {
  const head = readHead(request);
  const { fields } = head;
  const parts = {
    resource: attempt(() => readTarget(request, head.startLine)).value,
    host: attempt(() => readHost(request, fields)).value,
    origin: attempt(() => readOrigin(request, fields)).value,
    subprotocol: attempt(() => readSubprotocol(request, fields)).value,
  };
  return {
    id: "read-request",
    section: "hixie-75 §5.1",
    functions: [
      "readRequest",
      "checkUpgrade",
      "checkConnection",
      "readHost",
      "readOrigin",
      "readSubprotocol",
      "outOfOrder",
    ],
    outcome: ended(code),
    request,
    head,
    ...parts,
    outOfOrder: code === null ? outOfOrder(request, head) : null,
    marks: marksOf(
      ["host", parts.resource],
      ["host", parts.host],
      ["origin", parts.origin],
      ["subprotocol", parts.subprotocol],
    ),
  };
}

function locationStep(request: Request | null, secure: boolean): LocationStep {
  return {
    id: "location",
    section: "hixie-75 §3.2, §5.2",
    functions: ["location"],
    outcome: request ? doneUnless() : doneUnless("read-request"),
    secure,
    host: request && slice(request.bytes, request.host),
    resource: request && slice(request.bytes, request.resource),
    location: request && location(request, secure),
  };
}

function responseStep(request: Request | null, secure: boolean): ResponseStep {
  const common = {
    id: "response",
    section: "hixie-75 §5.2",
    functions: ["answer", "responseFields", "responseHead"],
  } as const;
  if (request === null) {
    const nothing = { response: null, lines: [], copied: [], agrees: null };
    return { ...common, outcome: doneUnless("read-request"), ...nothing };
  }
  const fields = responseFields(request, secure);
  const response = responseHead(fields);
  const lines = readHead(response).fields.map(({ line, value }, index) => ({
    name: (fields[index] as (typeof fields)[number])[0],
    line,
    value,
  }));
  return {
    ...common,
    outcome: doneUnless(),
    response,
    lines,
    copied: copiedInto(lines, request, secure),
    agrees: equals(answer(request.bytes, { secure }), response),
  };
}

/** Which bytes of the response are bytes of the request. */
function copiedInto(
  lines: readonly ResponseLine[],
  request: Request,
  secure: boolean,
): readonly Copied[] {
  const copied: Copied[] = [];
  for (const { name, value } of lines) {
    if (name === "WebSocket-Origin") {
      copied.push({ from: request.origin, to: value, source: "origin" });
    } else if (name === "WebSocket-Location") {
      copied.push(...copiedIntoLocation(value, request, secure));
    } else if (name === "WebSocket-Protocol" && request.subprotocol) {
      copied.push({ from: request.subprotocol, to: value, source: "subprotocol" });
    }
  }
  return copied;
}

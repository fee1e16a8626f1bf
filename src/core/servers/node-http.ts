/**
 * An HTTP server of Node 20, with nothing set: what it does with bytes before its application sees anything of them, and with
 * requests that ask for no upgrade. An upgrade goes to the WebSocket library behind it, whatever else the request lacks: Node
 * looks for Host and Expect only where there is no upgrade.
 */
import { concat, fromLatin1, latin1 } from "../bytes/ascii.ts";
import { type Decision, head, type Next, refuses, silent } from "./answer.ts";
import { readChunks } from "./node-http-chunks.ts";
import { type NodeRequest, readHead } from "./node-http-head.ts";
import { type Refused, refused } from "./node-http-refused.ts";

export interface Application {
  /** What it answers when nobody asked for an upgrade. */
  readonly plain: PlainAnswer;
  readonly upgrade: (request: UpgradeRequest) => Decision;
}

export interface PlainAnswer {
  readonly status: number;
  readonly reason: string;
  /** Null: a body of no length, sent in chunks where there can be some. */
  readonly body: string | null;
  /** Why it was not an upgrade is said here already; this ends the sentence. */
  readonly rule: string;
}

/** A request that asked for an upgrade, as its library gets it. */
export interface UpgradeRequest {
  readonly method: string;
  readonly target: string;
  readonly fields: JoinedFields;
}

/** By their names in lower case, those with the same name joined. */
export type JoinedFields = ReadonlyMap<string, string>;

/** Of these the first counts; of all others the values are joined, with a comma. */
const FIRST_COUNTS =
  "age authorization content-length content-type etag expires from host if-modified-since if-unmodified-since last-modified location max-forwards proxy-authorization referer retry-after server user-agent".split(
    " ",
  );

/** It drops what comes behind so many. */
const MOST_FIELDS = 1000;

export function joinFields(fields: NodeRequest["fields"]): JoinedFields {
  const joined = new Map<string, string>();
  for (const { name, value } of fields.slice(0, MOST_FIELDS)) {
    const key = name.toLowerCase();
    const before = joined.get(key);
    if (before === undefined) joined.set(key, value);
    else if (!FIRST_COUNTS.includes(key)) {
      joined.set(key, before + (key === "cookie" ? "; " : ", ") + value);
    }
  }
  return joined;
}

/** What the bytes get, up to the first upgrade or fault. Behind two requests only a fault is looked for. */
export function serveOnNode(bytes: Uint8Array, application: Application): Decision {
  const text = fromLatin1(bytes);
  const first = readHead(text, 0);
  const decision = answerFirst(first, application, bytes.length);
  if (first === null || "status" in first || first.upgrade || decision.next === "closes") {
    return decision;
  }
  const body = readBody(first, text);
  if (body.end === "fault") {
    return body.isAnswered ? appendTo(decision, BAD_REQUEST) : closed(decision);
  }
  if (body.end >= text.length) return decision;
  const second = readHead(text, body.end);
  if (second === null) return decision;
  if (!body.isAnswered && ("status" in second || isBehindFault(second, text))) {
    return closed(decision);
  }
  return appendTo(decision, answerFirst(second, application, bytes.length));
}

interface Body {
  readonly end: number | "fault";
  /**
   * Only while it takes a body does Node get to the end of its answer. Before that a fault closes the connection without
   * another.
   */
  readonly isAnswered: boolean;
}

function readBody({ body, end }: NodeRequest, text: string): Body {
  if (body === "unknown") return { end: "fault", isAnswered: false };
  if (body !== "chunked") return { end: end + body, isAnswered: body > 0 };
  const chunks = readChunks(text, end);
  return { end: chunks.end ?? text.length, isAnswered: chunks.hasData };
}

/** It finds what is wrong behind a request that has no body before it answers that one. */
function isBehindFault(request: NodeRequest, text: string): boolean {
  if (request.upgrade) return false;
  const { end } = readBody(request, text);
  if (end === "fault") return true;
  const next = readHead(text, end);
  return next !== null && "status" in next;
}

function closed(decision: Decision): Decision {
  return { ...decision, next: "closes" };
}

function appendTo(first: Decision, second: Decision): Decision {
  return { ...second, response: concat(first.response, second.response) };
}

function answerFirst(
  request: ReturnType<typeof readHead>,
  application: Application,
  length: number,
): Decision {
  if (request === null) {
    return silent("waits", "Node waits for the blank line; after a minute it answers 408.");
  }
  if ("status" in request) return refuseHead(request);
  if (!request.upgrade) return answerPlain(request, application.plain);
  if (request.method === "CONNECT") {
    return silent(
      "closes",
      "Node hangs up on CONNECT when nobody listens for it (RFC 9110 §9.3.6).",
    );
  }
  const { method, target, fields, end } = request;
  const decision = application.upgrade({ method, target, fields: joinFields(fields) });
  return decision.accepts && end < length ? { ...decision, behind: [end, length] } : decision;
}

const REASONS = { 400: "Bad Request", 431: "Request Header Fields Too Large" } as const;

const BAD_REQUEST = refuseHead(
  refused("chunks are a size in hexadecimal, CRLF, as many bytes, CRLF (RFC 9112 §7.1)."),
);

function refuseHead({ status, rule }: Refused): Decision {
  const response = head(`HTTP/1.1 ${status} ${REASONS[status]}`, "Connection: close");
  return refuses(status, response, null, rule);
}

/** Node's own answers to HTTP/1.1 without Host and with an Expect that it does not know come before the application's. */
function answerPlain(request: NodeRequest, answer: PlainAnswer): Decision {
  const fields = joinFields(request.fields);
  const [major, minor] = request.version;
  const isHttp11 = major === 1 && minor === 1;
  if (isHttp11 && !fields.has("host")) {
    const lines = ["HTTP/1.1 400 Bad Request", "Connection: close"];
    if (request.method !== "HEAD") lines.push("Transfer-Encoding: chunked");
    const body = request.method === "HEAD" ? "" : head("0");
    const rule = `${missing(request)}; without Host, Node refuses it (RFC 9112 §3.2).`;
    return refuses(400, head(...lines) + body, null, rule);
  }
  const expect = isHttp11 ? fields.get("expect") : undefined;
  if (expect === undefined) return write(request, fields, answer);
  if (/(?:^|\W)100-continue(?:$|\W)/i.test(expect)) {
    return write(request, fields, answer, head("HTTP/1.1 100 Continue"));
  }
  const rule = "for another request Node meets no Expect but 100-continue (RFC 9110 §10.1.1).";
  return write(request, fields, { status: 417, reason: "Expectation Failed", body: null, rule });
}

/** Which half of an upgrade it lacks. */
function missing({ fields }: NodeRequest): string {
  const hasUpgrade = fields.some(({ name, value }) => /^upgrade$/i.test(name) && value !== "");
  return hasUpgrade
    ? 'Connection does not say "upgrade", so for Node this is no upgrade (RFC 9110 §7.8)'
    : "Upgrade is missing, so for Node this is no upgrade (RFC 9110 §7.8)";
}

function write(
  request: NodeRequest,
  fields: JoinedFields,
  { status, reason, body, rule }: PlainAnswer,
  before = "",
): Decision {
  const isHead = request.method === "HEAD";
  const [major, minor] = request.version;
  const canChunk =
    (major >= 1 && minor >= 1) || /(?:^|\W)chunked(?:$|\W)/i.test(fields.get("te") ?? "");
  // The other end could not see where the answer ends.
  const isKept = request.keepAlive && (body !== null || canChunk);
  const isChunked = body === null && canChunk && !isHead;
  const lines = [`HTTP/1.1 ${status} ${reason}`];
  if (body !== null) lines.push(`Content-Length: ${body.length}`, "Content-Type: text/plain");
  if (isKept) lines.push("Connection: keep-alive", "Keep-Alive: timeout=5");
  else lines.push("Connection: close");
  if (isChunked) lines.push("Transfer-Encoding: chunked");
  const content = isHead ? "" : isChunked ? head("0") : (body ?? "");
  const next: Next = isKept ? "keeps" : "closes";
  return {
    ...refuses(status, "", body, `${missing(request)}; ${rule}`),
    response: latin1(before + head(...lines) + content),
    next,
  };
}

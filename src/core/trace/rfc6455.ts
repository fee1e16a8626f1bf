/**
 * The ten steps of a handshake of RFC 6455. Each calls the reference's own functions, in the order in which `answer` does, and
 * keeps what went in and what came out; nothing is computed here. What one step needs and does not get, it waits for: so a bad
 * key hides nothing of the subprotocols.
 */
import { fromLatin1, latin1 } from "../bytes/ascii.ts";
import { type Span, slice } from "../bytes/span.ts";
import { HandshakeError } from "../handshake-error.ts";
import { type Sha1Trace, traceSha1 } from "../hash/sha1.ts";
import { valuesOf } from "../http/fields.ts";
import { type Field, readHead } from "../http/head.ts";
import { readTarget } from "../http/start-line.ts";
import { DEFLATE, readDeflate } from "../rfc6455/deflate.ts";
import { readExtensions } from "../rfc6455/extensions.ts";
import {
  type AnswerOptions,
  answer,
  base64,
  concatenate,
  extensions,
  GUID,
  type ResponseField,
  responseFields,
  responseHead,
  sha1,
  subprotocol,
} from "../rfc6455/handshake.ts";
import {
  decodeKey,
  type Request,
  readHost,
  readKey,
  readOfferedExtensions,
  readOrigin,
  readRequest,
  readSubprotocols,
} from "../rfc6455/request.ts";
import type {
  Base64Step,
  ConcatenateStep,
  Copied,
  ExtensionsStep,
  Key,
  KeyStep,
  Mark,
  Outcome,
  ReadRequestStep,
  ResponseLine,
  ResponseStep,
  Rfc6455Step,
  Rfc6455StepId,
  Sha1Step,
  Source,
  SubprotocolStep,
} from "./rfc6455-step.ts";

/** Steps as far as the bytes allow, each complete in itself. Never throws, but for a choice in `options` that was not offered. */
export function* traceRfc6455(
  bytes: Uint8Array,
  options: AnswerOptions = {},
): Generator<Rfc6455Step, void, undefined> {
  const { value: request, code } = attempt(() => readRequest(bytes));
  const read = readRequestStep(bytes, code);
  yield read;

  const key = keyStep(read);
  yield key;
  const concatenated = concatenateStep(key);
  yield concatenated;

  const hashed = concatenated.concatenated && hash(concatenated.concatenated);
  const digest = sha1Step("sha1-digest", concatenated, hashed);
  yield sha1Step("sha1-padding", concatenated, hashed);
  yield sha1Step("sha1-rounds", concatenated, hashed);
  yield digest;
  const encoded = base64Step(digest);
  yield encoded;

  yield subprotocolStep(read, options);
  yield extensionsStep(read, options);
  yield responseStep(request, encoded, digest, options);
}

interface Attempt<T> {
  readonly value: T | null;
  readonly code: string | null;
}

/** Runs a procedure of the reference; what it aborts with becomes a value. */
function attempt<T>(procedure: () => T): Attempt<T> {
  try {
    return { value: procedure(), code: null };
  } catch (error) {
    if (error instanceof HandshakeError) return { value: null, code: error.code };
    throw error;
  }
}

function outcome(code: string | null): Outcome {
  return code === null ? { state: "done" } : { state: "stopped", code };
}

function waiting(...needs: readonly Rfc6455StepId[]): Outcome {
  return { state: "waiting", needs };
}

function readRequestStep(request: Uint8Array, code: string | null): ReadRequestStep {
  const head = readHead(request);
  const { fields } = head;
  const parts = {
    target: attempt(() => readTarget(request, head.startLine)).value,
    host: attempt(() => readHost(request, fields)).value,
    origin: attempt(() => readOrigin(request, fields)).value,
    key: valuesOf(request, fields, "sec-websocket-key")[0] ?? null,
    subprotocols: attempt(() => readSubprotocols(request, fields)).value ?? [],
    extensions: readExtensions(
      request,
      valuesOf(request, fields, "sec-websocket-extensions"),
    ).extensions.map(({ span }) => span),
  };
  return {
    id: "read-request",
    section: "RFC 6455 §4.2.1",
    functions: [
      "readRequest",
      "readHost",
      "checkUpgrade",
      "checkConnection",
      "readKey",
      "checkVersion",
      "readOrigin",
      "readSubprotocols",
      "readOfferedExtensions",
    ],
    outcome: outcome(code),
    request,
    head,
    ...parts,
    marks: marksOf(parts),
  };
}

/** In the order in which they stand; host and path make one source. */
function marksOf({
  target,
  host,
  origin,
  key,
  subprotocols,
  extensions,
}: Pick<
  ReadRequestStep,
  "target" | "host" | "origin" | "key" | "subprotocols" | "extensions"
>): readonly Mark[] {
  const spans: readonly (readonly [Source, Span | null])[] = [
    ["host", target],
    ["host", host],
    ["origin", origin],
    ["key", key],
    ...subprotocols.map((span) => ["subprotocol", span] as const),
    ...extensions.map((span) => ["extensions", span] as const),
  ];
  return spans
    .flatMap(([source, span]) => (span ? [{ span, source }] : []))
    .sort((left, right) => left.span[0] - right.span[0]);
}

function keyStep({ request, head, key: span }: ReadRequestStep): KeyStep {
  const key: Key | null = span && { bytes: slice(request, span), offset: span[0] };
  const { code } = attempt(() => readKey(request, head.fields));
  return {
    id: "key",
    section: "RFC 6455 §4.2.1 item 5",
    functions: ["readKey", "decodeKey"],
    outcome: outcome(code),
    key,
    nonce: key && attempt(() => decodeKey(key.bytes)).value,
  };
}

function concatenateStep({ key, outcome: { state } }: KeyStep): ConcatenateStep {
  const isRead = key !== null && state === "done";
  return {
    id: "concatenate",
    section: "RFC 6455 §4.2.2 item 5.4",
    functions: ["concatenate"],
    outcome: isRead ? { state: "done" } : waiting("key"),
    key,
    guid: latin1(GUID),
    concatenated: isRead ? concatenate(key.bytes) : null,
  };
}

interface Hashed {
  readonly sha1: Sha1Trace;
  readonly digest: Uint8Array;
}

function hash(concatenated: Uint8Array): Hashed {
  return { sha1: traceSha1(concatenated), digest: sha1(concatenated) };
}

const SHA1_SECTIONS = {
  "sha1-padding": "FIPS 180-4 §5.1.1",
  "sha1-rounds": "FIPS 180-4 §6.1.2",
  "sha1-digest": "RFC 6455 §4.2.2 item 5.4",
} as const;

function sha1Step(
  id: Sha1Step["id"],
  { concatenated }: ConcatenateStep,
  hashed: Hashed | null,
): Sha1Step {
  return {
    id,
    section: SHA1_SECTIONS[id],
    functions: ["sha1"],
    outcome: hashed ? { state: "done" } : waiting("concatenate"),
    concatenated,
    sha1: hashed?.sha1 ?? null,
    digest: hashed?.digest ?? null,
  };
}

function base64Step({ digest }: Sha1Step): Base64Step {
  return {
    id: "base64",
    section: "RFC 6455 §4.2.2 item 5.4",
    functions: ["base64", "accept"],
    outcome: digest ? { state: "done" } : waiting("sha1-digest"),
    digest,
    accept: digest && base64(digest),
  };
}

/** What is chosen depends on what was offered and on nothing else, so it can be shown for a request that is refused. */
function subprotocolStep(
  { request, head, subprotocols }: ReadRequestStep,
  options: AnswerOptions,
): SubprotocolStep {
  const { code } = attempt(() => readSubprotocols(request, head.fields));
  return {
    id: "subprotocol",
    section: "RFC 6455 §4.2.2 item 5, /subprotocol/",
    functions: ["readSubprotocols", "subprotocol"],
    outcome: outcome(code),
    offered: subprotocols.map((span) => ({ name: fromLatin1(slice(request, span)), span })),
    chosen: subprotocol(offering(request, { subprotocols }), options),
  };
}

function extensionsStep(
  { request, head }: ReadRequestStep,
  options: AnswerOptions,
): ExtensionsStep {
  const values = valuesOf(request, head.fields, "sec-websocket-extensions");
  const { extensions: offered, brokenAt } = readExtensions(request, values);
  const { value, code } = attempt(() => readOfferedExtensions(request, head.fields));
  return {
    id: "extensions",
    section: "RFC 6455 §4.2.2 item 5, /extensions/, §9.1; RFC 7692 §7.1",
    functions: ["readOfferedExtensions", "extensions"],
    outcome: outcome(code),
    offered: offered.map((extension) => ({
      extension,
      deflate: extension.name === DEFLATE ? readDeflate(extension, "offer") : null,
    })),
    brokenAt,
    agreed: value && extensions(offering(request, { extensions: value }), options),
  };
}

/** A request of which nothing else is looked at. */
function offering(
  bytes: Uint8Array,
  parts: Partial<Pick<Request, "subprotocols" | "extensions">>,
): Request {
  const none: Span = [0, 0];
  const rest = { target: none, host: none, key: none, origin: null };
  return { bytes, ...rest, subprotocols: [], extensions: [], ...parts };
}

function responseStep(
  request: Request | null,
  { accept }: Base64Step,
  { sha1: traced, digest }: Sha1Step,
  options: AnswerOptions,
): ResponseStep {
  const common = {
    id: "response",
    section: "RFC 6455 §4.2.2 item 5",
    functions: ["answer", "responseFields", "responseHead"],
  } as const;
  if (request === null || accept === null || traced === null || digest === null) {
    const needs: Rfc6455StepId[] = request === null ? ["read-request"] : [];
    if (accept === null) needs.push("base64");
    const nothing = { response: null, lines: [], accept: null, copied: [], agrees: null };
    return { ...common, outcome: waiting(...needs), ...nothing };
  }
  const fields = responseFields(request, options);
  const response = responseHead(fields);
  const lines = placeLines(response, fields);
  const at = (name: string): Span | null => lines.find((line) => line.name === name)?.value ?? null;
  const accepted = at("Sec-WebSocket-Accept");
  const written = accepted && fromLatin1(slice(response, accepted));
  return {
    ...common,
    outcome: { state: "done" },
    response,
    lines,
    accept: accepted,
    copied: copiedInto(at("Sec-WebSocket-Protocol"), response, request),
    agrees:
      written === accept &&
      equals(answer(request.bytes, options), response) &&
      equals(traced.digest, digest),
  };
}

/** The subprotocol is the only part of the request that comes back as it was. */
function copiedInto(
  to: Span | null,
  response: Uint8Array,
  { bytes, subprotocols }: Request,
): readonly Copied[] {
  if (to === null) return [];
  const name = fromLatin1(slice(response, to));
  const from = subprotocols.find((span) => fromLatin1(slice(bytes, span)) === name);
  return from ? [{ from, to, source: "subprotocol" }] : [];
}

/** Where each field came to stand. */
function placeLines(
  response: Uint8Array,
  fields: readonly ResponseField[],
): readonly ResponseLine[] {
  return readHead(response).fields.map(({ line, value }: Field, index) => ({
    name: (fields[index] as ResponseField)[0],
    line,
    value,
  }));
}

function equals(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}

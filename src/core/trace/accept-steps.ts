/**
 * The steps of a handshake that is proven by Sec-WebSocket-Accept, as all are from hybi-04 to RFC 6455. Each calls the functions of
 * its draft's own reference, in the order in which `answer` does, and keeps what went in and what came out; nothing is computed
 * here. What one step needs and does not get, it waits for: so a bad key hides nothing of the subprotocols.
 */
import { fromLatin1, latin1 } from "../bytes/ascii.ts";
import { equals } from "../bytes/equals.ts";
import { type Span, slice } from "../bytes/span.ts";
import { type Sha1Trace, traceSha1 } from "../hash/sha1.ts";
import { valuesOf } from "../http/fields.ts";
import { type Field, readHead } from "../http/head.ts";
import { readTarget } from "../http/start-line.ts";

import type { Copied, ResponseLine } from "./mark.ts";
import { attempt, doneUnless, ended } from "./outcome.ts";
import type {
  Base64Step,
  ConcatenateStep,
  ExtensionsStep,
  Key,
  KeyStep,
  ReadRequestStep,
  ResponseStep,
  Rfc6455Step,
  Rfc6455StepId,
  Sha1Step,
  SubprotocolStep,
} from "./rfc6455-step.ts";
import { marksOf } from "./sources.ts";

interface Offering {
  readonly bytes: Uint8Array;
  readonly subprotocols: readonly Span[];
}

type ResponseField = readonly [name: string, value: string];

/** A draft's reference: its functions, and the sections that order them. */
export interface AcceptReference<Request extends Offering, Options> {
  readonly sections: {
    readonly request: string;
    readonly key: string;
    readonly accept: string;
    readonly subprotocol: string;
    readonly response: string;
  };
  readRequest(bytes: Uint8Array): Request;
  readHost(bytes: Uint8Array, fields: readonly Field[]): Span;
  readOrigin(bytes: Uint8Array, fields: readonly Field[]): Span | null;
  readKey(bytes: Uint8Array, fields: readonly Field[]): Span;
  readSubprotocols(bytes: Uint8Array, fields: readonly Field[]): readonly Span[];
  decodeKey(key: Uint8Array): Uint8Array;
  readonly GUID: string;
  concatenate(key: Uint8Array): Uint8Array;
  sha1(concatenated: Uint8Array): Uint8Array;
  base64(digest: Uint8Array): string;
  subprotocol(request: Offering, options: Options): string | null;
  /** Of drafts that negotiate them. */
  readonly extensions?: (read: ReadRequestStep, options: Options) => ExtensionsStep;
  responseFields(request: Request, options: Options): readonly ResponseField[];
  responseHead(fields: readonly ResponseField[]): Uint8Array;
  answer(bytes: Uint8Array, options: Options): Uint8Array;
}

/** Steps as far as the bytes allow, each complete in itself. Never throws, but for a choice in `options` that was not offered. */
export function* traceAccept<Request extends Offering, Options>(
  bytes: Uint8Array,
  reference: AcceptReference<Request, Options>,
  options: Options,
): Generator<Rfc6455Step, void, undefined> {
  const { value: request, code } = attempt(() => reference.readRequest(bytes));
  const read = readRequestStep(bytes, code, reference);
  yield read;
  const key = keyStep(read, reference);
  yield key;
  const concatenated = concatenateStep(key, reference);
  yield concatenated;

  const hashed = concatenated.concatenated && hash(concatenated.concatenated, reference);
  const digest = sha1Step("sha1-digest", reference.sections.accept, concatenated, hashed);
  yield sha1Step("sha1-padding", "FIPS 180-4 §5.1.1", concatenated, hashed);
  yield sha1Step("sha1-rounds", "FIPS 180-4 §6.1.2", concatenated, hashed);
  yield digest;
  const encoded = base64Step(digest, reference);
  yield encoded;

  yield subprotocolStep(read, reference, options);
  if (reference.extensions) yield reference.extensions(read, options);
  yield responseStep(request, encoded, digest, reference, options);
}

type AnyReference = Omit<
  AcceptReference<Offering, never>,
  "readRequest" | "subprotocol" | "extensions" | "responseFields" | "answer"
>;

function readRequestStep(
  request: Uint8Array,
  code: string | null,
  { sections, readHost, readOrigin, readSubprotocols }: AnyReference,
): ReadRequestStep {
  const head = readHead(request);
  const { fields } = head;
  const parts = {
    target: attempt(() => readTarget(request, head.startLine)).value,
    host: attempt(() => readHost(request, fields)).value,
    origin: attempt(() => readOrigin(request, fields)).value,
    key: valuesOf(request, fields, "sec-websocket-key")[0] ?? null,
    subprotocols: attempt(() => readSubprotocols(request, fields)).value ?? [],
    extensions: valuesOf(request, fields, "sec-websocket-extensions"),
  };
  return {
    id: "read-request",
    section: sections.request,
    functions: ["readRequest", "readHost", "checkUpgrade", "checkConnection", "readOrigin"],
    outcome: ended(code),
    request,
    head,
    ...parts,
    marks: marksOf(
      ["host", parts.target],
      ["host", parts.host],
      ["origin", parts.origin],
      ["key", parts.key],
      ...parts.subprotocols.map((span) => ["subprotocol", span] as const),
      ...parts.extensions.map((span) => ["extensions", span] as const),
    ),
  };
}

function keyStep(
  { request, head, key: span }: ReadRequestStep,
  { sections, readKey, decodeKey }: AnyReference,
): KeyStep {
  const key: Key | null = span && { bytes: slice(request, span), offset: span[0] };
  return {
    id: "key",
    section: sections.key,
    functions: ["readKey", "decodeKey"],
    outcome: ended(attempt(() => readKey(request, head.fields)).code),
    key,
    nonce: key && attempt(() => decodeKey(key.bytes)).value,
  };
}

function concatenateStep(
  { key, outcome }: KeyStep,
  { sections, GUID, concatenate }: AnyReference,
): ConcatenateStep {
  const isRead = key !== null && outcome.state === "done";
  return {
    id: "concatenate",
    section: sections.accept,
    functions: ["concatenate"],
    outcome: isRead ? doneUnless() : doneUnless("key"),
    key,
    guid: latin1(GUID),
    concatenated: isRead ? concatenate(key.bytes) : null,
  };
}

interface Hashed {
  readonly sha1: Sha1Trace;
  readonly digest: Uint8Array;
}

function hash(concatenated: Uint8Array, { sha1 }: AnyReference): Hashed {
  return { sha1: traceSha1(concatenated), digest: sha1(concatenated) };
}

function sha1Step(
  id: Sha1Step["id"],
  section: string,
  { concatenated }: ConcatenateStep,
  hashed: Hashed | null,
): Sha1Step {
  return {
    id,
    section,
    functions: ["sha1"],
    outcome: hashed ? doneUnless() : doneUnless("concatenate"),
    concatenated,
    sha1: hashed?.sha1 ?? null,
    digest: hashed?.digest ?? null,
  };
}

function base64Step({ digest }: Sha1Step, { sections, base64 }: AnyReference): Base64Step {
  return {
    id: "base64",
    section: sections.accept,
    functions: ["base64", "accept"],
    outcome: digest ? doneUnless() : doneUnless("sha1-digest"),
    digest,
    accept: digest && base64(digest),
  };
}

/** What is chosen depends on what was offered and on nothing else, so it can be shown for a request that is refused. */
function subprotocolStep<Request extends Offering, Options>(
  { request, head, subprotocols }: ReadRequestStep,
  { sections, readSubprotocols, subprotocol }: AcceptReference<Request, Options>,
  options: Options,
): SubprotocolStep {
  return {
    id: "subprotocol",
    section: sections.subprotocol,
    functions: ["readSubprotocols", "subprotocol"],
    outcome: ended(attempt(() => readSubprotocols(request, head.fields)).code),
    offered: subprotocols.map((span) => ({ name: fromLatin1(slice(request, span)), span })),
    chosen: subprotocol({ bytes: request, subprotocols }, options),
  };
}

function responseStep<Request extends Offering, Options>(
  request: Request | null,
  { accept }: Base64Step,
  { sha1: traced, digest }: Sha1Step,
  { sections, responseFields, responseHead, answer }: AcceptReference<Request, Options>,
  options: Options,
): ResponseStep {
  const common = {
    id: "response",
    section: sections.response,
    functions: ["answer", "responseFields", "responseHead"],
  } as const;
  if (request === null || accept === null || traced === null || digest === null) {
    const needs: Rfc6455StepId[] = request === null ? ["read-request"] : [];
    if (accept === null) needs.push("base64");
    const nothing = { response: null, lines: [], accept: null, copied: [], agrees: null };
    return { ...common, outcome: doneUnless(...needs), ...nothing };
  }
  const fields = responseFields(request, options);
  const response = responseHead(fields);
  const lines = placeLines(response, fields);
  const at = (name: string): Span | null => lines.find((line) => line.name === name)?.value ?? null;
  const accepted = at("Sec-WebSocket-Accept");
  const written = accepted && fromLatin1(slice(response, accepted));
  return {
    ...common,
    outcome: doneUnless(),
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
  { bytes, subprotocols }: Offering,
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
  return readHead(response).fields.map(({ line, value }, index) => ({
    name: (fields[index] as ResponseField)[0],
    line,
    value,
  }));
}

/**
 * The fourteen steps of a hixie-76 handshake. Each calls the reference's own functions, in the order in which `answer` does, and
 * keeps what went in and what came out; nothing is computed here. What one step needs and does not get, it waits for: so a bad
 * first key hides nothing of the second.
 */
import { fromLatin1 } from "../bytes/ascii.ts";
import { equals } from "../bytes/equals.ts";
import { type Span, slice } from "../bytes/span.ts";
import { type Md5Trace, traceMd5 } from "../hash/md5.ts";
import {
  answer,
  challenge,
  countSpaces,
  keyNumber,
  md5,
  pack,
  part,
  responseFields,
  responseHead,
} from "../hixie76/handshake.ts";
import {
  type RequestHead,
  readHost,
  readKey,
  readKey3,
  readOrigin,
  readRequest,
  readResource,
  readSubprotocol,
} from "../hixie76/request.ts";
import { readHead } from "../http/head.ts";
import type {
  ChallengeStep,
  DigitsStep,
  DivisionStep,
  Hixie76Step,
  Hixie76StepId,
  Key,
  Md5Step,
  PackStep,
  ReadRequestStep,
  ResponseHeadStep,
  ResponseStep,
  SpacesStep,
} from "./hixie76-step.ts";
import type { Copied, ResponseLine } from "./mark.ts";
import { attempt, doneUnless, ended } from "./outcome.ts";
import { copiedIntoLocation, marksOf } from "./sources.ts";

/** Steps as far as the bytes allow, each complete in itself. Never throws. */
export function* traceHixie76(
  bytes: Uint8Array,
  { secure = false }: { readonly secure?: boolean } = {},
): Generator<Hixie76Step, void, undefined> {
  const request = readRequestStep(bytes);
  yield request;

  const key1 = keySteps(1, bytes, request.key1);
  yield* key1;
  const key2 = keySteps(2, bytes, request.key2);
  yield* key2;

  const packed = packStep(key1[2].part, key2[2].part);
  yield packed;
  const key3 = request.key3 && slice(bytes, request.key3);
  const challenged = challengeStep(packed, key3);
  yield challenged;

  const hashed = challenged.challenge && hash(challenged.challenge);
  const digest = md5Step("md5-digest", challenged.challenge, hashed);
  yield md5Step("md5-padding", challenged.challenge, hashed);
  yield md5Step("md5-rounds", challenged.challenge, hashed);
  yield digest;

  const head = responseHeadStep(request, secure);
  yield head;
  yield responseStep(request, head, digest);
}

function readRequestStep(request: Uint8Array): ReadRequestStep {
  const head = readHead(request);
  const { fields } = head;
  const code = attempt(() => readRequest(request, head)).code;
  const parts = {
    resource: attempt(() => readResource(request, head.startLine)).value,
    host: attempt(() => readHost(request, fields)).value,
    origin: attempt(() => readOrigin(request, fields)).value,
    subprotocol: attempt(() => readSubprotocol(request, fields)).value,
    key1: attempt(() => readKey(request, fields, "sec-websocket-key1")).value,
    key2: attempt(() => readKey(request, fields, "sec-websocket-key2")).value,
    key3: head.end === null ? null : attempt(() => readKey3(request, head.end as number)).value,
  };
  return {
    id: "read-request",
    section: "hybi-00 §5.1",
    functions: [
      "readRequest",
      "readResource",
      "checkLines",
      "checkUpgrade",
      "checkConnection",
      "readHost",
      "readOrigin",
      "readSubprotocol",
      "readKey",
      "readKey3",
    ],
    outcome: ended(code),
    request,
    head,
    ...parts,
    marks: marksOf(
      ["host", parts.resource],
      ["host", parts.host],
      ["origin", parts.origin],
      ["subprotocol", parts.subprotocol],
      ["key1", parts.key1],
      ["key2", parts.key2],
      ["key3", parts.key3],
    ),
  };
}

function keySteps(
  which: 1 | 2,
  request: Uint8Array,
  span: Span | null,
): readonly [DigitsStep, SpacesStep, DivisionStep] {
  const key: Key | null = span && { bytes: slice(request, span), offset: span[0] };
  const number = key && attempt(() => keyNumber(key.bytes));
  const spaces = key && attempt(() => countSpaces(key.bytes));
  const divided =
    number?.value != null && spaces?.value
      ? attempt(() => part(number.value as bigint, spaces.value as number))
      : null;
  const missing = doneUnless<Hixie76StepId>("read-request");
  return [
    {
      id: `key${which}-digits`,
      section: "hybi-00 §5.2 step 4",
      functions: ["keyNumber"],
      outcome: number ? ended(number.code) : missing,
      key,
      keyNumber: number?.value ?? null,
    },
    {
      id: `key${which}-spaces`,
      section: "hybi-00 §5.2 step 5",
      functions: ["countSpaces"],
      outcome: spaces ? ended(spaces.code) : missing,
      key,
      spaces: spaces?.value ?? null,
    },
    {
      id: `key${which}-division`,
      section: "hybi-00 §5.2 steps 6–7",
      functions: ["part"],
      outcome: divided
        ? ended(divided.code)
        : doneUnless(
            ...(number?.value == null ? [`key${which}-digits` as const] : []),
            ...(spaces?.value == null ? [`key${which}-spaces` as const] : []),
          ),
      key,
      keyNumber: number?.value ?? null,
      spaces: spaces?.value ?? null,
      part: divided?.value ?? null,
    },
  ];
}

function packStep(part1: number | null, part2: number | null): PackStep {
  const missing: Hixie76StepId[] = [];
  if (part1 === null) missing.push("key1-division");
  if (part2 === null) missing.push("key2-division");
  return {
    id: "pack",
    section: "hybi-00 §5.2 step 8",
    functions: ["pack"],
    outcome: doneUnless(...missing),
    part1,
    part2,
    packed1: part1 === null ? null : pack(part1),
    packed2: part2 === null ? null : pack(part2),
  };
}

function challengeStep({ packed1, packed2 }: PackStep, key3: Uint8Array | null): ChallengeStep {
  const missing: Hixie76StepId[] = [];
  if (packed1 === null || packed2 === null) missing.push("pack");
  if (key3 === null) missing.push("read-request");
  return {
    id: "challenge",
    section: "hybi-00 §5.2 step 8",
    functions: ["challenge"],
    outcome: doneUnless(...missing),
    packed1,
    packed2,
    key3,
    challenge: packed1 && packed2 && key3 && challenge(packed1, packed2, key3),
  };
}

function hash(challenge: Uint8Array): {
  readonly md5: Md5Trace;
  readonly response: Uint8Array;
} {
  return { md5: traceMd5(challenge), response: md5(challenge) };
}

const MD5_SECTIONS = {
  "md5-padding": "RFC 1321 §3.1–3.2",
  "md5-rounds": "RFC 1321 §3.4",
  "md5-digest": "hybi-00 §5.2 step 9",
} as const;

function md5Step(
  id: Md5Step["id"],
  challenge: Uint8Array | null,
  hashed: { readonly md5: Md5Trace; readonly response: Uint8Array } | null,
): Md5Step {
  return {
    id,
    section: MD5_SECTIONS[id],
    functions: ["md5"],
    outcome: hashed ? ended(null) : doneUnless("challenge"),
    challenge,
    md5: hashed?.md5 ?? null,
    response: hashed?.response ?? null,
  };
}

function responseHeadStep(read: ReadRequestStep, secure: boolean): ResponseHeadStep {
  const request = requestHead(read);
  const fields = request && responseFields(request, secure);
  const head = fields && responseHead(fields);
  const lines = head ? linesOf(head) : [];
  return {
    id: "response-head",
    section: "hybi-00 §5.2 steps 10–12",
    functions: ["responseFields", "location", "responseHead"],
    secure,
    outcome: request ? ended(null) : doneUnless("read-request"),
    head,
    lines,
    copied: request ? copiedInto(lines, request, secure) : [],
  };
}

/** The fields of the answer do not depend on key3: they can be shown while it is missing. */
function requestHead(read: ReadRequestStep): RequestHead | null {
  const { outcome, request: bytes, resource, host, origin, subprotocol } = read;
  const bodyOnly =
    outcome.state === "stopped" &&
    (outcome.code === "body-missing" || outcome.code === "body-not-8-bytes");
  if (outcome.state !== "done" && !bodyOnly) return null;
  return resource && host && origin && { bytes, resource, host, origin, subprotocol };
}

function linesOf(head: Uint8Array): readonly ResponseLine[] {
  return readHead(head).fields.map(({ line, name, value }) => ({
    name: fromLatin1(slice(head, name)),
    line,
    value,
  }));
}

function responseStep(
  { request }: ReadRequestStep,
  { head, copied, secure }: ResponseHeadStep,
  { md5, response: digest }: Md5Step,
): ResponseStep {
  const missing: Hixie76StepId[] = [];
  if (head === null) missing.push("response-head");
  if (digest === null) missing.push("md5-digest");
  const response = head && digest && md5 ? attempt(() => answer(request, { secure })).value : null;
  return {
    id: "response",
    section: "hybi-00 §5.2 step 13",
    functions: ["answer"],
    copied,
    outcome: doneUnless(...missing),
    response,
    digest: response && [response.length - DIGEST_LENGTH, response.length],
    agrees:
      head &&
      digest &&
      md5 &&
      response !== null &&
      equals(md5.digest, digest) &&
      equals(response.subarray(0, -DIGEST_LENGTH), head) &&
      equals(response.subarray(-DIGEST_LENGTH), digest),
  };
}

const DIGEST_LENGTH = 16;

/** Which bytes of the response are bytes of the request. */
function copiedInto(
  lines: readonly ResponseLine[],
  request: RequestHead,
  secure: boolean,
): readonly Copied[] {
  const copied: Copied[] = [];
  for (const { name, value } of lines) {
    if (name === "Sec-WebSocket-Origin") {
      copied.push({ from: request.origin, to: value, source: "origin" });
    } else if (name === "Sec-WebSocket-Location") {
      copied.push(...copiedIntoLocation(value, request, secure));
    } else if (name === "Sec-WebSocket-Protocol" && request.subprotocol) {
      copied.push({ from: request.subprotocol, to: value, source: "subprotocol" });
    }
  }
  return copied;
}

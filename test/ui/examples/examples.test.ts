import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyse } from "../../../src/core/analyse.ts";
import { fromLatin1 } from "../../../src/core/bytes/ascii.ts";
import { fromHex, hex } from "../../../src/core/bytes/hex.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import { answer } from "../../../src/core/hixie76/handshake.ts";
import type { Conversation } from "../../../src/core/input/conversation.ts";
import { joinAnswer } from "../../../src/core/input/join.ts";
import { withKey3 } from "../../../src/core/input/key3.ts";
import { readPaste, readPasteAs } from "../../../src/core/input/read-paste.ts";
import { traceHixie76 } from "../../../src/core/trace/hixie76.ts";
import { DEFAULT_EXAMPLE } from "../../../src/ui/examples/draft-76.ts";
import type { Example } from "../../../src/ui/examples/example.ts";
import { EXAMPLE_GROUPS, EXAMPLES } from "../../../src/ui/examples/examples.ts";
import chromium from "../../fixtures/chromium-156-rfc6455.json" with { type: "json" };
import recordings from "../../fixtures/webkit-534-hixie76.json" with { type: "json" };

const [draftsOwn, recorded, refused, refusedAnswers, , refusedByBrowser] = EXAMPLE_GROUPS.map(
  ({ examples }) => examples,
) as [
  readonly Example[],
  readonly Example[],
  readonly Example[],
  readonly Example[],
  readonly Example[],
  readonly Example[],
];

/** The bytes that an example stands for: those of a hex dump, or of text as the box reads it, with key3 from its own field. */
function bytesOf({ input }: Example): Uint8Array {
  const dumped = fromHex(input.request);
  if (dumped) return dumped;
  const [conversation, ...others] = readPaste(input.request);
  expect(others).toEqual([]);
  const whole = withKey3(conversation as Conversation, fromHex(input.key3) as Uint8Array);
  return whole.request as Uint8Array;
}

function codeOf(example: Example): string {
  try {
    answer(bytesOf(example), example.input);
    return "accepted";
  } catch (error) {
    if (error instanceof HandshakeError) return error.code;
    throw error;
  }
}

/** Request and answer of an example, both as text. */
function conversationOf({ input }: Example): Conversation {
  return readPaste(`${input.request}${input.answer}`)[0] as Conversation;
}

function called(id: string): Example {
  return EXAMPLES.find((example) => example.id === id) as Example;
}

describe("the draft's own", () => {
  const HEAD = [
    "HTTP/1.1 101 WebSocket Protocol Handshake",
    "Upgrade: WebSocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Origin: http://example.com",
  ];
  const DEMO = [
    ...HEAD,
    "Sec-WebSocket-Location: ws://example.com/demo",
    "Sec-WebSocket-Protocol: sample",
  ];
  const ROOT = [...HEAD, "Sec-WebSocket-Location: ws://example.com/"];

  test.each([
    ["draft-76", DEMO, "8jKS'y:G*Co,Wxa-"],
    ["draft-76-opening", DEMO, "fQJ,fN/4F4!~K~MH"],
    ["draft-76-client", DEMO, "0st3Rl&q-2ZU^weu"],
    ["draft-76-server", ROOT, "n`9eBk9z$R8pOtVb"],
  ])("%s is answered with the sixteen bytes that the draft gives", (id, head, digest) => {
    const response = [...head, "", digest].join("\r\n");
    expect(fromLatin1(answer(bytesOf(called(id))))).toBe(response);
  });

  test("are all of that group, and the first is what a bare address shows", () => {
    expect(draftsOwn.map(({ id }) => id)).toEqual([
      "draft-76",
      "draft-76-opening",
      "draft-76-client",
      "draft-76-server",
    ]);
    expect(DEFAULT_EXAMPLE.id).toBe("draft-76");
  });
});

describe("recorded", () => {
  test.each(recorded)("$id is, to the byte, what the browser sent and accepted", (example) => {
    const run = /run (\S+)$/.exec(example.origin)?.[1];
    const recording = recordings.cases.find(({ id }) => id === run);
    expect(recording?.accepted).toBe(true);
    expect(hex(bytesOf(example))).toBe(recording?.request_hex);
    expect(hex(answer(bytesOf(example)))).toBe(recording?.response_hex);
  });

  test("one has a newline in key3, one NUL, one a run of five spaces", () => {
    expect(called("webkit-534-newline").input.key3).toMatch(/^(..)*0a/);
    expect(called("webkit-534").input.key3).toMatch(/^(..)*00/);
    expect(called("webkit-534-spaces").input.request).toMatch(/Key2: .*\S {5}\S/);
  });
});

describe("a server must refuse", () => {
  const sources = ["request", "handshake"].map((name) =>
    readFileSync(new URL(`../../../src/core/hixie76/${name}.ts`, import.meta.url), "utf8"),
  );
  const throws = sources.flatMap((code) => code.match(/new HandshakeError\([^)]*\)/g) ?? []);
  const codes = throws.flatMap((code) => code.match(/(?<=")[a-z0-9-]+(?=")/g) ?? []);

  test("there is one for each code that the reference aborts with", () => {
    expect(codes.length).toBeGreaterThan(20);
    expect(refused.map(({ id }) => id).sort()).toEqual([...new Set(codes)].sort());
  });

  test.each(refused)("$id is refused for just that", (example) => {
    expect(codeOf(example)).toBe(example.id);
  });

  test.each(refused)("$id stops first at the step it opens", (example) => {
    const steps = [...traceHixie76(bytesOf(example))];
    const stopped = steps.find(({ outcome }) => outcome.state === "stopped");
    expect(stopped).toMatchObject({ id: example.step, outcome: { code: example.id } });
  });
});

describe("a client must refuse the answer", () => {
  test.each(refusedAnswers)("$id is refused for just that", (example) => {
    const asked = { request: bytesOf(example), format: "", exact: true, lost: [] };
    const [answered] = readPasteAs(example.input.answer, { side: "response" });
    const { verdict, findings } = analyse(joinAnswer(asked, answered ?? null) as Conversation);
    expect(verdict).toBe("refuse");
    const errors = findings.filter(({ level }) => level === "error");
    expect(errors.map(({ code }) => code)).toEqual([example.id]);
  });
});

describe("pastes as they come", () => {
  test.each([
    ["curl-verbose", "curl -v", "refuse", "status-200"],
    ["two-connections", "raw HTTP text", "refuse", "accept-for-other-key"],
    ["http2-connect", "HTTP/2 fields", "unknown", "http2-extended-connect"],
  ])("%s is read as %s, and judged: %s, %s", (id, format, verdict, code) => {
    const { request, conversation } = called(id).input;
    const all = readPaste(request);
    const chosen = all[conversation] as Conversation;
    expect(chosen.format).toBe(format);
    const report = analyse(chosen, { others: all.filter((other) => other !== chosen) });
    expect(report.verdict).toBe(verdict);
    const judged = report.findings.filter(({ level }) => level === "error" || level === "good");
    expect(judged[0]?.code).toBe(code);
  });
});

describe("of other generations", () => {
  test("what Chromium sent and took is as it was recorded, to the byte", () => {
    const { request, response } = conversationOf(called("chromium-156"));
    const recording = chromium.cases.find(({ id }) => id === "good");
    expect(hex(request as Uint8Array)).toBe(recording?.request_hex);
    expect(hex(response as Uint8Array)).toBe(recording?.response_hex);
    expect(recording?.accepted).toBe(true);
  });

  test.each([
    ["rfc6455", "rfc6455", "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="],
    ["draft-hybi-08", "hybi-08", "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="],
    ["draft-hybi-04", "hybi-04", "Sec-WebSocket-Nonce: AAECAwQFBgcICQoLDA0ODw=="],
    ["draft-75", "hixie-75", "WebSocket-Location: ws://example.com/demo"],
  ])("%s is read as %s, and answered as its draft says", (id, generation, line) => {
    const report = analyse(conversationOf(called(id)));
    expect(report).toMatchObject({ generation, verdict: "accept" });
    expect(fromLatin1(report.expected as Uint8Array)).toContain(`\r\n${line}\r\n`);
  });

  test.each(refusedByBrowser)("$id is refused for just that", (example) => {
    const { verdict, findings } = analyse(conversationOf(example));
    expect(verdict).toBe("refuse");
    expect(findings[0]?.code).toBe(example.id);
  });
});

test("no two examples have the same id, title or input", () => {
  for (const part of ["id", "title", "input"] as const) {
    const values = EXAMPLES.map((example) => JSON.stringify(example[part]));
    expect(new Set(values).size).toBe(EXAMPLES.length);
  }
});

test.each(EXAMPLES)("$id has a note of one sentence, and a link that needs no escapes", (one) => {
  expect(one.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(one.note).toMatch(/^[A-Z“][^\n]{10,110}\.$/);
  expect(one.note).not.toMatch(/\. [A-Z]/);
  expect(one.title.length).toBeLessThan(45);
});

/** Links name examples, and old links work for ever: an example may get better words, but never other bytes. */
test("the input of each example is what it was when its id was given out", () => {
  const inputs = EXAMPLES.map(({ id, input: { request, key3, secure, answer, conversation } }) => {
    const rest = [answer || [], conversation || []].flat();
    const given = [request, key3, secure, ...rest];
    const digest = createHash("sha256").update(JSON.stringify(given));
    return `${id} ${digest.digest("hex").slice(0, 16)}`;
  });
  expect(inputs).toEqual([
    "draft-76 4b2ed9cd0aeba52f",
    "draft-76-opening f7f6bd4bd8682b02",
    "draft-76-client e5fbd33800ca60f3",
    "draft-76-server c0627d5375004434",
    "webkit-534 1f7420aff3035cb8",
    "webkit-534-spaces 22e57deae9904bc0",
    "webkit-534-newline 46ecba34e406fa06",
    "not-http 00003018217f8fcb",
    "method-not-get 96dbef9a34f47a89",
    "target-empty 2745ed22f203b6a5",
    "target-not-escaped 4aec58359952f3cd",
    "lf-line-endings 0faabe159dfa9ad2",
    "bare-cr 64220a333cd0a9d7",
    "head-not-terminated 01cb180587ccb73c",
    "header-without-colon 08ae39f70fccce4a",
    "bits-in-header-value 228a14f6b873c990",
    "upgrade-not-websocket 36d5f7b3f0f1095d",
    "connection-not-upgrade 7c7f4ca843323aeb",
    "connection-is-a-list 4a5f5b128cc0d35c",
    "host-missing bb6b0f43303b1074",
    "host-invalid 7df8f2e773c7efce",
    "origin-missing-in-request 3314102369eb2e67",
    "subprotocol-invalid 8b38a316b4448d34",
    "key-missing-or-repeated c01d9dc38d7f4353",
    "key-without-digits 9a0f8fd72ceeb4b4",
    "key-without-spaces b1fd342ed1f022d7",
    "key-not-divisible cef6278d93395c7b",
    "key-number-too-large b7e6eeea8f2b0235",
    "body-missing e3f59245fcafe50b",
    "body-not-8-bytes d341b9747a7bcc76",
    "digest-without-body cd4f397e5f8ffbee",
    "digest-wrong-endian bd862fec026c320d",
    "location-mismatch 237ff4049840cf91",
    "rfc6455 4a79d6fa269e2722",
    "chromium-156 2d9bed44d9e3df69",
    "accept-wrong-guid 46ab13b87dd2140d",
    "accept-guid-missing 952aa76937552575",
    "accept-base64-of-hex 1e5201431f9962fe",
    "subprotocol-not-offered 2f6fd4260db7b663",
    "draft-75 17c7c6bab433b1a9",
    "draft-hybi-04 cee314a35d6353c9",
    "draft-hybi-08 4dc19a1883dc800e",
    "curl-verbose 643c6af3fb52fe14",
    "two-connections 84a10b4bcd0003bc",
    "http2-connect 791fff00ca0bd2d6",
  ]);
});

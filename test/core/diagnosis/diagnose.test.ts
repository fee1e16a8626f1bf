import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer } from "../../../src/core/answer.ts";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import {
  captured,
  draftExchange,
  draftRequest,
  pasted,
} from "../../../src/core/diagnosis/example.ts";
import { rfcExchange, rfcRequest } from "../../../src/core/diagnosis/rfc-example.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import type { Conversation } from "../../../src/core/input/conversation.ts";

const codes = (conversation: Conversation, level?: string): string[] =>
  diagnose(conversation)
    .findings.filter((finding) => level === undefined || finding.level === level)
    .map(({ code }) => code);

describe("a right request", () => {
  test("is accepted, with nothing but good news", () => {
    const { verdict, generation, findings } = diagnose(draftRequest());
    expect([verdict, generation]).toEqual(["accept", "hixie-76"]);
    expect(findings.map(({ code }) => code)).toEqual([
      "fields-complete",
      "keys-divide",
      "body-8-bytes",
    ]);
  });

  test("stays right with any eight bytes behind it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (key3) => {
        const conversation = draftRequest((text) => text.slice(0, -8) + fromLatin1(key3));
        expect(diagnose(conversation).verdict).toBe("accept");
      }),
    );
  });
});

test.each([
  ["a line end", "\n", "body-not-8-bytes"],
  ["a frame", "\0hello\xff", "bytes-behind-body"],
])("%s behind the eight bytes is called the same wherever it is kept", (_, behind, code) => {
  const apart: Conversation = { ...draftRequest(), clientBytes: latin1(behind) };
  for (const conversation of [draftRequest((text) => text + behind), apart]) {
    expect(codes(conversation)[0]).toBe(code);
    expect(diagnose(conversation).verdict).toBe("accept");
  }
});

describe("all that is wrong is listed, and what a server stops at first comes first", () => {
  test.each<[string, (text: string) => string, string[]]>([
    [
      "both keys",
      (text) => text.replace("12998 5 Y3 1  .P00", "x").replace("4 @1  46546xW%0l 1 5", "1 2 3"),
      ["key-not-divisible", "key-without-digits", "key-without-spaces"],
    ],
    [
      "Key 2 stands before Key 1 on the wire, but Key 1 is computed first",
      (text) => text.replace("12998 5 Y3 1  .P00", "xx yy").replace("4 @1  46546xW%0l 1 5", "123"),
      ["key-without-spaces", "key-without-digits"],
    ],
    [
      "method, Host, Origin and body",
      (text) =>
        text
          .replace("GET", "PUT")
          .replace(/Host: .*\r\n/, "")
          .replace(/Origin: .*\r\n/, "")
          .slice(0, -3),
      ["method-not-get", "host-missing", "origin-missing-in-request", "body-not-8-bytes"],
    ],
    [
      "a proxy that took two fields away, the fact before the cause",
      (text) =>
        text.replace(/Upgrade: .*\r\n/, "").replace("Connection: Upgrade", "Connection: close"),
      ["upgrade-not-websocket", "connection-not-upgrade", "proxy-stripped-upgrade"],
    ],
  ])("%s", (_, change, expected) => {
    expect(codes(draftRequest(change), "error")).toEqual(expected);
  });

  test("both keys may be bad in the same way", () => {
    const conversation = draftRequest((text) => text.replaceAll(/(Key\d: ).*/g, "$11 2 3"));
    expect(codes(conversation, "error")).toEqual(["key-not-divisible", "key-not-divisible"]);
  });
});

test("what a client stops at first comes first, behind what a server does", () => {
  const both = draftExchange((text) =>
    text
      .replace("ws://example.com", "ws://localhost")
      .replace("Connection: Upgrade", "Connection")
      .replace("101 ", "200 "),
  );
  expect(codes(both, "error")).toEqual(["status-200", "status-not-101", "header-without-colon"]);
  const request = draftRequest((text) =>
    text.replace("12998 5 Y3 1  .P00", "129985Y31.P00"),
  ).request;
  expect(codes({ ...both, ...(request && { request }) }, "error")[0]).toBe("key-without-spaces");
});

test("what a server let pass comes behind what the client stops at", () => {
  const isHostMissing = (text: string) => text.replace(/Host: .*\r\n/, "");
  const wrong = rfcExchange((text) => text.replace("s3pP", "S3pP"), isHostMissing);
  expect(codes(wrong, "error")).toEqual(["accept-mismatch", "host-missing"]);
  const refused = rfcExchange(() => "HTTP/1.1 400 Bad Request\r\n\r\n", isHostMissing);
  expect(codes(refused, "error")).toEqual(["host-missing", "status-not-101"]);
});

test("what a refusal says comes before that it is one", () => {
  const page = "<title>400 The plain HTTP request was sent to HTTPS port</title>";
  const onTlsPort = rfcExchange(() => `HTTP/1.1 400 Bad Request\r\n\r\n${page}`);
  expect(codes(onTlsPort, "error")).toEqual(["plain-to-tls-port", "status-not-101"]);
});

describe("an answer alone is wrong when no request could make it right", () => {
  const alone = (text: string): Conversation => ({
    response: latin1(`HTTP/1.1 101 Switching Protocols\r\n${text}\r\n`),
    format: "test",
    exact: true,
    lost: [],
  });
  const UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\n";

  test.each([
    ["without an accept", UPGRADE, ["accept-header-missing"]],
    ["with an accept cut short", `${UPGRADE}Sec-WebSocket-Accept: s3pP\r\n`, ["accept-mismatch"]],
    ["that goes over to another protocol", "Upgrade: h2c\r\nConnection: Upgrade\r\n", []],
    [
      "with an accept that some key asks for",
      `${UPGRADE}Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n`,
      [],
    ],
  ])("%s", (_, text, expected) => {
    expect(codes(alone(text), "error")).toEqual(expected);
    expect(diagnose(alone(text)).verdict).toBe(expected.length > 0 ? "refuse" : "unknown");
  });
});

describe("what rests on what a paste destroyed is never an error", () => {
  test("a key that does not divide, when spaces may have been joined", () => {
    const exact = draftRequest((text) => text.replace("@1  4", "@1 4"));
    expect(diagnose(exact).verdict).toBe("refuse");
    const { verdict, findings } = diagnose(pasted(exact, "repeated-spaces", "HTML joins spaces."));
    expect(verdict).toBe("unknown");
    expect(findings[0]).toMatchObject({ code: "key-not-divisible", level: "warning" });
    expect(findings[0]?.why).toContain("HTML joins spaces.");
  });

  test("a key with spaces at its ends that divides without them", () => {
    const text = draftRequest((text) => text.replace("Y3 1  .P00", "Y3 1  .P00   "));
    const { verdict, findings } = diagnose({ ...text, exact: false });
    expect(verdict).toBe("unknown");
    expect(findings.map(({ code }) => code)).toContain("paste-artefact");
    expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("a value that was taken out, and no other", () => {
    const request = rfcRequest((text) =>
      text.replace("dGhlIHNhbXBsZSBub25jZQ==", "qjaovfzeqzo=").replace(/Origin: .*/, "Origin: ***"),
    );
    const redacted = pasted(request, "redacted", "The value of Origin was taken out.");
    expect(codes(redacted, "error")).toEqual(["key-not-16-bytes"]);
  });

  test("a value with a dot that may stand for a byte, and no other", () => {
    const withKey = (key: string) =>
      pasted(
        rfcRequest((text) => text.replace("dGhlIHNhbXBsZSBub25jZQ==", key)),
        "replaced-bytes",
        "Dots stand for bytes.",
      );
    expect(codes(withKey("qjaovfzeqzo="), "error")).toEqual(["key-not-16-bytes"]);
    expect(codes(withKey("qjaovf.eqzo="), "error")).toEqual([]);
  });

  test("a text that is no handshake blames nobody, and claims to be put together from nothing", () => {
    const text = pasted(captured("hello there"), "start-line", "Nothing looks like a handshake.");
    const { findings, verdict } = diagnose(text);
    expect(verdict).toBe("unknown");
    expect(findings.map(({ level, title }) => [level, title])).toEqual([
      ["warning", "The first line is no request line"],
      ["info", "No handshake is in the text"],
    ]);
    for (const { section } of findings) expect(section).toMatch(/^RFC 6455/);
  });

  test("the eight bytes", () => {
    const lost = pasted(
      draftRequest((text) => text.slice(0, -8)),
      "key3",
      "Text cannot hold it.",
    );
    expect(diagnose(lost).verdict).toBe("unknown");
    expect(codes(lost)).toContain("body-lost-in-paste");
    expect(codes(lost)).not.toContain("body-missing");
  });

  test("but line ends that were lost do not excuse a key without spaces", () => {
    const bad = draftRequest((text) => text.replace("12998 5 Y3 1  .P00", "12998"));
    const { verdict } = diagnose(pasted(bad, "line-endings", "LF was read as CR LF."));
    expect(verdict).toBe("refuse");
  });
});

describe("what is no hixie-76 request", () => {
  test.each<[string, string, string[], string]>([
    ["nothing", "", ["not-http"], "unknown"],
    ["white space", " \n\t ", ["not-http"], "unknown"],
    ["one word", "hello", ["not-http"], "refuse"],
    ["TLS", "\x16\x03\x01\x02\x00\x01\x00", ["tls-to-plain-port"], "refuse"],
    ["an SSL 2 hello", "\x80|\x01\x03\x01\x00c", ["tls-to-plain-port"], "refuse"],
    ["Flash", "<policy-file-request/>\0", ["flash-policy-request"], "unknown"],
    ["plain HTTP", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", ["not-an-upgrade-request"], "refuse"],
    [
      "draft 75",
      "GET / HTTP/1.1\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nHost: a\r\nOrigin: b\r\n\r\n",
      ["hixie-75-request"],
      "accept",
    ],
    [
      "draft 75 as HTTP/1.0",
      "GET / HTTP/1.0\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nHost: a\r\nOrigin: b\r\n\r\n",
      ["http10", "hixie-75-request"],
      "refuse",
    ],
    [
      "draft 75 as HTTP/0.1",
      "GET / HTTP/0.1\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nHost: a\r\nOrigin: b\r\n\r\n",
      ["http10", "hixie-75-request"],
      "refuse",
    ],
    [
      "hybi-07 without a resource name (em-websocket, report 71)",
      "GET  HTTP/1.1\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: MzQ3ODc5MTM2LjU1NjA0NA==\r\nHost: 192.168.0.15:8000\r\nSec-WebSocket-Version: 7\r\n\r\n",
      ["target-empty", "later-generation-request"],
      "refuse",
    ],
    [
      "RFC 6455 whose Connection is a list, as Firefox sends it",
      "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
      ["later-generation-request", "fields-complete"],
      "accept",
    ],
    [
      "RFC 6455 behind a proxy",
      "GET / HTTP/1.0\r\nHost: a\r\nConnection: close\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
      [
        "http10",
        "upgrade-not-websocket",
        "connection-not-upgrade",
        "proxy-stripped-upgrade",
        "later-generation-request",
      ],
      "refuse",
    ],
  ])("%s", (_, request, expected, verdict) => {
    const conversation = captured(request);
    expect(codes(conversation)).toEqual(expected);
    expect(diagnose(conversation).verdict).toBe(verdict);
  });
});

interface Vector {
  readonly id: string;
  readonly request_hex: string | null;
  readonly synth_request_hex?: string;
}

const VECTORS = join(import.meta.dirname, "../../fixtures/vectors-hixie76.json");
const vectors = (JSON.parse(readFileSync(VECTORS, "utf8")) as Vector[]).filter(
  (vector) => vector.request_hex ?? vector.synth_request_hex,
);

/** Recorded from PhantomJS 1.9.8, with a newline among the eight bytes. */
const RECORDED =
  "474554202f676f6f642d303f713d3120485454502f312e310d0a557067726164653a20576562536f636b65740d0a436f6e6e656374696f6e3a20557067726164650d0a486f73743a203132372e302e302e313a33373230390d0a4f726967696e3a20687474703a2f2f3132372e302e302e313a33373230390d0a5365632d576562536f636b65742d50726f746f636f6c3a2073616d706c650d0a436f6f6b69653a20613d620d0a5365632d576562536f636b65742d4b6579313a2025414a61323923202073343520326c3873202020202066395c204c3020203352390d0a5365632d576562536f636b65742d4b6579323a2034382c2036203320203536726e4820203030203420202d0d0a0d0ac75f697d38b5dbf1";

function ofVersion(version: string): Uint8Array {
  return rfcRequest((text) => text.replace("Version: 13", `Version: ${version}`))
    .request as Uint8Array;
}

function ofDraft75(): Uint8Array {
  const lines = ["GET /demo HTTP/1.1", "Upgrade: WebSocket", "Connection: Upgrade"];
  const fields = ["Host: example.com", "Origin: http://example.com", "WebSocket-Protocol: sample"];
  return latin1([...lines, ...fields, "", ""].join("\r\n"));
}

/** The code that the reference throws, or null. */
function refusal(request: Uint8Array): string | null {
  try {
    answer(request, { nonce: new Uint8Array(16) });
    return null;
  } catch (error) {
    if (error instanceof HandshakeError) return error.code;
    throw error;
  }
}

describe("the reference and the findings agree", () => {
  const bases = [
    ...[draftRequest().request as Uint8Array, fromHex(RECORDED) as Uint8Array],
    ...[ofDraft75(), ofVersion("13"), ofVersion("8"), ofVersion("4")],
  ];
  const PIECES = [
    "\r\n",
    "\r",
    "\n",
    ":",
    " ",
    "  ",
    "/",
    "0",
    "99999999999",
    "\0",
    "\t",
    "é",
    ",",
  ];
  const piece = fc.oneof(
    fc.constantFrom(...PIECES),
    fc.constantFrom(
      "Upgrade: a\r\n",
      "Host: b:99999\r\n",
      "Sec-WebSocket-Key1: 1 2\r\n",
      "Sec-WebSocket-Key: abc\r\n",
      "Sec-WebSocket-Version: 7\r\n",
      "Sec-WebSocket-Protocol: a, b\r\n",
      "\r\n\r\n",
    ),
    fc.string({ maxLength: 3 }),
  );
  /** Somewhere, some characters go and others come. */
  const edit = fc.record({ at: fc.nat(), drop: fc.nat(6), put: piece });
  /** A line that is dropped, doubled or emptied of its value. */
  const lineEdit = fc.record({ line: fc.nat(12), how: fc.constantFrom("drop", "double", "empty") });

  const request = fc
    .record({
      base: fc.constantFrom(...bases),
      edits: fc.array(edit, { maxLength: 3 }),
      lineEdits: fc.array(lineEdit, { maxLength: 2 }),
    })
    .map(({ base, edits, lineEdits }) => {
      let lines = fromLatin1(base).split("\r\n");
      for (const { line, how } of lineEdits) {
        lines = lines.flatMap((text, i) =>
          i !== line
            ? [text]
            : how === "drop"
              ? []
              : how === "double"
                ? [text, text]
                : [text.replace(/:.*/, ": ")],
        );
      }
      let text = lines.join("\r\n");
      for (const { at, drop, put } of edits) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + put + text.slice(place + drop);
      }
      return latin1(text);
    });

  test("the reference refuses exactly when there is an error, and for one of these reasons", () => {
    fc.assert(
      fc.property(request, (bytes) => {
        const conversation = captured(fromLatin1(bytes));
        const { generation, verdict, findings } = diagnose(conversation);
        fc.pre(generation !== "http" && generation !== "unknown");
        const errors = findings.filter(({ level }) => level === "error");
        const ofRequest = errors.filter((error) => error.in === "request").map(({ code }) => code);
        const code = refusal(bytes);
        if (code === null) expect(ofRequest).toEqual([]);
        else expect(ofRequest[0]).toBe(code);
        expect(verdict).toBe(errors.length === 0 ? "accept" : "refuse");
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  test.each(vectors)("on the public vector $id", ({ request_hex, synth_request_hex }) => {
    const bytes = fromHex((request_hex ?? synth_request_hex) as string) as Uint8Array;
    const { generation, verdict, findings } = diagnose(captured(fromLatin1(bytes)));
    if (generation === "http" || generation === "unknown") return;
    const code = refusal(bytes);
    expect(verdict).toBe(code === null ? "accept" : "refuse");
    expect(findings[0]?.level === "error" ? findings[0].code : null).toBe(code);
  });

  test("no bytes make it throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), request), (bytes) => {
        diagnose({ request: bytes, format: "any", exact: true, lost: [] });
      }),
      { numRuns: 2000 },
    );
  }, 60_000);
});

describe("what stands before the status line", () => {
  const oddities = (text: string, exchange: typeof rfcExchange) => {
    const { findings } = diagnose(exchange((answer) => text + answer));
    return findings.filter(({ code }) => /bytes-before|not-http/.test(code));
  };

  test.each([
    ["a byte order mark", "\xef\xbb\xbf", "warning", "warning"],
    ["an empty line", "\r\n", "error", "warning"],
    ["a warning of PHP", "<br />\nWarning: fsockopen()\n", "error", "error"],
    ["a greeting", "220 welcome\r\n", "error", "error"],
  ])("%s is named and marked", (_, text, ofHixie, ofRfc) => {
    const code = "bytes-before-status-line";
    const span = [0, text.length];
    expect(oddities(text, draftExchange)).toMatchObject([{ code, level: ofHixie, span }]);
    expect(oddities(text, rfcExchange)).toMatchObject([{ code, level: ofRfc, span }]);
  });
});

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  asEachGeneration,
  type Exchange,
  GENERATIONS,
} from "../../../src/core/across/as-each-generation.ts";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { hex } from "../../../src/core/bytes/hex.ts";
import { decodeUtf8, encodeUtf8 } from "../../../src/core/bytes/utf8.ts";
import { type Generation, recogniseGeneration } from "../../../src/core/generation.ts";
import { checkResponse as checkHixie75 } from "../../../src/core/hixie75/client.ts";
import { checkResponse as checkHixie76, expected } from "../../../src/core/hixie76/client.ts";
import { countSpaces, keyNumber, part } from "../../../src/core/hixie76/handshake.ts";
import { checkResponse as checkHybi } from "../../../src/core/hybi/client.ts";
import { checkResponse as checkRfc6455 } from "../../../src/core/rfc6455/client.ts";
import { accept } from "../../../src/core/rfc6455/handshake.ts";
import { seeded } from "../hixie76/seeded.ts";
import { asking, REQUESTS, requestOf } from "./requests.ts";

function bytesOf(seed: number): (count: number) => Uint8Array {
  const random = seeded(seed);
  return (count) => Uint8Array.from({ length: count }, () => random(255));
}

function across(request: Uint8Array, secure = false, seed = 1): readonly Exchange[] {
  return asEachGeneration(request, { secure, random: bytesOf(seed) });
}

function find(exchanges: readonly Exchange[], generation: Generation): Exchange {
  return exchanges.find((one) => one.generation === generation)!;
}

/** What a mark of that source says, in the request. */
function said({ request }: Exchange, source: string, index = 0): string {
  const marks = request!.marks.filter((mark) => mark.source === source);
  return decodeUtf8(request!.bytes.subarray(...marks[index]!.span)).text;
}

/** What the client of that generation says of the answer, held against what stands in the request alone. */
function outcome(exchange: Exchange, secure: boolean): string {
  const { generation, request, answer } = exchange;
  const has = (source: string) => request!.marks.some((mark) => mark.source === source);
  const protocols = has("subprotocol") ? said(exchange, "subprotocol").split(/[ \t]*,[ \t]*/) : [];
  if (generation === "rfc6455") {
    const sent = { accept: accept(latin1(said(exchange, "key"))), protocols, extensions: [] };
    return checkRfc6455(sent, answer!.bytes, true).outcome;
  }
  if (generation !== "hixie-75" && generation !== "hixie-76" && generation !== "hybi-01") {
    const sent = { draft: generation, accept: accept(latin1(said(exchange, "key"))), protocols };
    return checkHybi(sent, answer!.bytes, true).outcome;
  }
  const host = said(exchange, "host", 1);
  const sent = {
    url: `${secure ? "wss" : "ws"}://${host}${said(exchange, "host")}`,
    origin: said(exchange, "origin"),
    protocol: has("subprotocol") ? said(exchange, "subprotocol") : null,
  };
  if (generation === "hixie-75") return checkHixie75(sent, answer!.bytes, true).outcome;
  const number = (source: string) => {
    const key = latin1(said(exchange, source));
    return part(keyNumber(key), countSpaces(key));
  };
  const { span } = request!.marks.find(({ source }) => source === "key3")!;
  const key3 = request!.bytes.subarray(...span);
  return checkHixie76(
    { ...sent, expected: expected(number("key1"), number("key2"), key3) },
    answer!.bytes,
    true,
  ).outcome;
}

describe.each(REQUESTS)("a request of %s", (own, request) => {
  it("is recognised as what it is taken for", () => {
    expect(recogniseGeneration(request).generation).toBe(own);
  });

  it("is answered in every generation, from the oldest to the newest", () => {
    const exchanges = across(request);
    expect(exchanges.map(({ generation }) => generation)).toEqual(GENERATIONS);
    expect(exchanges.filter(({ answer }) => answer === null)).toEqual([]);
  });

  it("stands in its own column byte for byte, and only there", () => {
    const owns = across(request).filter(({ isOwn }) => isOwn);
    expect(owns.map(({ generation }) => generation)).toEqual([own]);
    expect(owns[0]!.request!.bytes).toEqual(request);
  });

  it("becomes requests that are each recognised", () => {
    for (const { generation, request: made } of across(request)) {
      expect(recogniseGeneration(made!.bytes).generation).toBe(generation);
    }
  });

  test.each([false, true])("gets answers that each client accepts, secure: %s", (secure) => {
    for (const exchange of across(request, secure)) {
      expect([exchange.generation, outcome(exchange, secure)]).toEqual([
        exchange.generation,
        "accepted",
      ]);
    }
  });

  it("asks for the same resource, host and origin everywhere", () => {
    const exchanges = across(request);
    for (const [source, index] of [
      ["host", 0],
      ["host", 1],
      ["origin", 0],
    ] as const) {
      expect(new Set(exchanges.map((one) => said(one, source, index)))).toEqual(
        new Set([said(find(exchanges, own), source, index)]),
      );
    }
  });
});

describe("keys", () => {
  it("are made of the given randomness alone", () => {
    const request = requestOf("hixie-76");
    expect(across(request, false, 7)).toEqual(across(request, false, 7));
    expect(across(request, false, 7)).not.toEqual(across(request, false, 8));
  });

  it("of a generation are the same whichever the own one is", () => {
    const key = (from: Generation) => said(find(across(requestOf(from)), "hybi-07"), "key");
    expect(key("hixie-75")).toBe(key("rfc6455"));
  });

  it("are made even of no randomness", () => {
    const random = () => new Uint8Array(0);
    for (const exchange of asEachGeneration(requestOf("hixie-75"), { random })) {
      expect(outcome(exchange, false)).toBe("accepted");
    }
  });
});

describe("the proof", () => {
  it("is the digest behind the head in hixie-76", () => {
    const { answer, proof } = find(across(requestOf("hybi-01")), "hybi-01");
    expect(hex(answer!.bytes.subarray(...proof!))).toBe("386a4b5327793a472a436f2c5778612d");
    expect(proof![1]).toBe(answer!.bytes.length);
  });

  it("is the accept of the key in RFC 6455", () => {
    const { answer, proof } = find(across(requestOf("hybi-04")), "hybi-04");
    expect(fromLatin1(answer!.bytes.subarray(...proof!))).toBe("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  });

  it("is nothing in hixie-75", () => {
    expect(find(across(requestOf("hixie-75")), "hixie-75").proof).toBeNull();
  });
});

describe("what a generation has no words for", () => {
  it("is more than one subprotocol, in the old ones: the first stays", () => {
    const exchanges = across(requestOf("hybi-08"));
    for (const generation of ["hixie-75", "hixie-76", "hybi-01"] as const) {
      const exchange = find(exchanges, generation);
      expect(exchange.unsaid).toEqual(["other-subprotocols"]);
      expect(said(exchange, "subprotocol")).toBe("chat");
    }
    expect(find(exchanges, "rfc6455").unsaid).toEqual([]);
  });

  it("is an origin that is not there: the old ones say null", () => {
    const exchange = find(across(asking("Host: a.example")), "hixie-76");
    expect(exchange.unsaid).toEqual(["absent-origin"]);
    expect(said(exchange, "origin")).toBe("null");
  });

  it("is an extension, but in RFC 6455", () => {
    const request = requestOf("hybi-08");
    const text = fromLatin1(request).replace("\r\n\r\n", "\r\nSec-WebSocket-Extensions: x\r\n\r\n");
    const exchanges = across(latin1(text));
    expect(find(exchanges, "hybi-07").unsaid).toEqual(["extensions"]);
    expect(said(find(exchanges, "rfc6455"), "extensions")).toBe("x");
  });
});

describe("a refusal", () => {
  it("is the server's where the own request is wrong, and the others are made all the same", () => {
    const text = fromLatin1(requestOf("hybi-01")).replace("12998 5 Y3 1  .P00", "12998");
    const exchanges = across(latin1(text));
    expect(find(exchanges, "hybi-01").refusal).toEqual({
      by: "server",
      code: "key-without-spaces",
    });
    expect(exchanges.filter(({ answer }) => answer === null)).toHaveLength(1);
  });

  test.each<[string, string, Generation, string]>([
    ["of two words", "my chat", "rfc6455", "subprotocol-invalid"],
    ["given twice", "chat, chat", "hybi-06", "subprotocol-repeated"],
  ])("is the client's for a subprotocol %s", (_, name, generation, code) => {
    const text = fromLatin1(requestOf("hixie-75")).replace("sample", name);
    const exchanges = across(latin1(text));
    expect(find(exchanges, generation)).toMatchObject({
      request: null,
      answer: null,
      refusal: { by: "client", code },
    });
    expect(find(exchanges, "hixie-76").answer).not.toBeNull();
  });

  it("is the old client's for a subprotocol that is not ASCII", () => {
    const exchanges = across(asking("Host: a.example", "Sec-WebSocket-Protocol: ch\u00e4t"));
    expect(find(exchanges, "hixie-75").refusal).toEqual({
      by: "client",
      code: "subprotocol-invalid",
    });
  });
});

describe("what cannot be asked for anew", () => {
  it("leaves only its own column when the host is missing", () => {
    expect(across(asking()).map(({ generation }) => generation)).toEqual(["rfc6455"]);
  });

  it("leaves nothing when it is no handshake", () => {
    expect(across(latin1("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"))).toEqual([]);
    expect(across(new Uint8Array(0))).toEqual([]);
  });
});

describe("any bytes", () => {
  it("never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, secure) => {
        across(bytes, secure);
      }),
    );
  });

  it("in a field never throw, and keep the columns recognisable and the answers acceptable", () => {
    const field = fc.constantFrom(
      "Host",
      "Origin",
      "Sec-WebSocket-Origin",
      "Sec-WebSocket-Protocol",
      "WebSocket-Protocol",
      "Sec-WebSocket-Extensions",
      "constructor",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.string({ unit: "grapheme-ascii", maxLength: 20 }),
      fc.webUrl(),
      fc.constantFrom("a, b", "[::1]:99", "b.example:", "b.example:0080", "null", "\r"),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...REQUESTS),
        field,
        text.map((value) => value.replaceAll("\n", "")),
        fc.boolean(),
        (request, name, value, secure) => {
          const given = fromLatin1(request[1]);
          const at = given.indexOf("\r\n") + 2;
          const line = fromLatin1(encodeUtf8(`${name}: ${value}\r\n`));
          const bytes = latin1(given.slice(0, at) + line + given.slice(at));
          for (const exchange of across(bytes, secure)) {
            if (exchange.request === null || exchange.isOwn) continue;
            const { generation } = recogniseGeneration(exchange.request.bytes);
            expect(generation).toBe(exchange.generation);
            if (exchange.answer !== null) expect(outcome(exchange, secure)).toBe("accepted");
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

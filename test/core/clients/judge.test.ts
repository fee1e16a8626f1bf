import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, latin1 } from "../../../src/core/bytes/ascii.ts";
import { judge } from "../../../src/core/clients/judge.ts";
import type { Conversation, Loss } from "../../../src/core/input/conversation.ts";
import { GIVEN } from "./chromium-recordings.ts";
import { ALL, HIXIE75, HIXIE76, RFC6455, replaced } from "./exchanges.ts";
import { recorded } from "./recordings.ts";

function conversation(id: string, ...lost: Loss[]): Conversation {
  const { request, response } = recorded(id);
  return { request, response, format: "test", exact: lost.length === 0, lost };
}

/** The right exchange of a generation. */
function of(generation: string) {
  const exchange = ALL.get(generation);
  if (!exchange) throw new Error(`no exchange of ${generation}`);
  return { ...exchange, format: "test", exact: true, lost: [] };
}

function loss(what: Loss["what"], side: Loss["in"]): Loss {
  return { what, in: side, at: null, note: "lost" };
}

test("the draft comes first, then WebKit", () => {
  expect(judge(conversation("right-0")).map(({ client }) => client)).toEqual([
    "draft",
    "webkit-534",
  ]);
});

test("the two differ where the browser is more tolerant, and where it is less", () => {
  const verdicts = (id: string) => judge(conversation(id)).map(({ accepts }) => accepts);
  expect(verdicts("upgrade-upper")).toEqual([false, true]);
  expect(verdicts("value-empty")).toEqual([true, false]);
});

test("whether the page opened wss and whether the server closed are passed on", () => {
  const secure = judge(conversation("right-0"), { secure: true });
  expect(secure.map(({ accepts }) => accepts)).toEqual([false, false]);
  const closed = judge(conversation("digest-none"), { closed: true });
  expect(closed.map(({ waits }) => waits)).toEqual([false, false]);
});

describe("each generation has its judges", () => {
  test.each([
    ["hixie-75", ["draft"]],
    ["hixie-76", ["draft", "webkit-534"]],
    ["hybi-04", ["draft"]],
    ["hybi-05", ["draft"]],
    ["hybi-06", ["draft"]],
    ["hybi-07", ["draft"]],
    ["hybi-08", ["draft"]],
    ["rfc6455", ["draft", "chromium-156"]],
  ])("%s: %s, and they accept a right response", (generation, clients) => {
    const judgements = judge(of(generation));
    expect(judgements.map(({ client }) => client)).toEqual(clients);
    expect(judgements.every(({ accepts, waits }) => accepts && !waits)).toBe(true);
  });

  test.each([...ALL.keys()])("%s: they refuse a 403, and wait for half a head", (generation) => {
    const { request, response } = of(generation);
    const refused = { ...of(generation), response: replaced(response, "101", "403") };
    expect(judge(refused).map(({ accepts, waits }) => accepts || waits)).not.toContain(true);
    const begun = { ...of(generation), request, response: response.subarray(0, 30) };
    expect(judge(begun).map(({ waits }) => waits)).not.toContain(false);
  });

  test("hybi-01 to -03 have those of hixie-76, whose handshake they kept", () => {
    const request = replaced(HIXIE76.request, "Origin:", "Sec-WebSocket-Draft: 1\r\nOrigin:");
    const judgements = judge({ ...of("hixie-76"), request });
    expect(judgements.map(({ client }) => client)).toEqual(["draft", "webkit-534"]);
  });

  test("a request for no WebSocket has none", () => {
    const request = latin1("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    expect(judge({ ...of("rfc6455"), request })).toEqual([]);
    expect(judge({ ...of("rfc6455"), request: latin1("hello") })).toEqual([]);
  });

  test("the request decides, whatever generation the answer is of", () => {
    const mixed = { ...of("rfc6455"), response: HIXIE76.response };
    expect(judge(mixed).map(({ console }) => console)).toEqual([
      null,
      "Error during WebSocket handshake: 'Sec-WebSocket-Accept' header is missing",
    ]);
  });
});

test("without a request, a response is judged when only this draft's servers send such", () => {
  const { response } = recorded("upgrade-wrong");
  const alone = { format: "test", exact: true, lost: [] };
  expect(judge({ ...alone, response }).length).toBe(2);
  expect(judge({ ...alone, response: latin1("HTTP/1.1 400 Bad Request\r\n\r\n") })).toEqual([]);
  expect(judge(alone)).toEqual([]);
});

test("without a request, an accept names the RFC and an old field draft 75, for faults that need no request", () => {
  const alone = (response: Uint8Array) =>
    judge({ format: "test", exact: true, lost: [], response }).map(({ rule }) => rule);
  expect(alone(replaced(RFC6455.response, "websocket", "h2c"))).toEqual([
    "RFC 6455 §4.1 item 2: Upgrade is websocket, in upper or lower case.",
    "Upgrade is websocket and nothing else, in upper or lower case.",
  ]);
  expect(alone(replaced(HIXIE75.response, "101", "403"))).toEqual([
    "hixie-75 §4.1: The first line is HTTP/1.1 101 Web Socket Protocol Handshake.",
  ]);
  expect(alone(RFC6455.response)).toEqual([]);
  expect(alone(HIXIE75.response)).toEqual([]);
});

test("every given recording of Chromium comes out as it was seen, frames in the response included", () => {
  for (const { id, request, response, events, console } of GIVEN) {
    const judgements = judge({ request, response, format: "test", exact: true, lost: [] });
    const found = judgements.find(({ client }) => client === "chromium-156");
    expect([id, found?.accepts, found?.console]).toEqual([
      id,
      events[0]?.startsWith("open"),
      console[0] ?? null,
    ]);
  }
});

describe("frames behind the head count, for a page that stays", () => {
  const behind = (serverBytes: number[], clientBytes?: number[], ...lost: Loss[]) => {
    const conversation = {
      ...of("rfc6455"),
      serverBytes: Uint8Array.from(serverBytes),
      ...(clientBytes ? { clientBytes: Uint8Array.from(clientBytes) } : {}),
      exact: lost.length === 0,
      lost,
    };
    return judge(conversation).find(({ client }) => client === "chromium-156");
  };
  const UNMASKED = "A server must not mask any frames that it sends to the client.";
  const MASKED_FRAME = [0x81, 0x81, 0, 0, 0, 0, 0x61];
  const BAD_TEXT = [0x81, 0x01, 0xff];

  test("a bad one is printed, though the handshake is accepted", () => {
    expect(behind(MASKED_FRAME)).toMatchObject({ accepts: true, console: UNMASKED });
  });

  test("a good one is not, nor a close: only an answer to the browser's own could offend", () => {
    expect(behind([0x81, 0x01, 0x61])).toMatchObject({ accepts: true, console: null });
    expect(behind([0x88, 0x02, 0x03, 0xe8])).toMatchObject({ accepts: true, console: null });
    expect(behind([0x88, 0x00, 0x88, 0x00])?.console).toBe("Close received after close");
  });

  test("one that the paste may have spoiled is left out, one before a cut is not", () => {
    expect(behind(MASKED_FRAME, undefined, loss("charset", "serverBytes"))?.console).toBeNull();
    expect(behind(MASKED_FRAME, undefined, loss("cut", "serverBytes"))?.console).toBe(UNMASKED);
  });

  test("when the page had left may matter; then there is no judgement", () => {
    const leaving = [0x88, 0x80, 0, 0, 0, 0];
    const protocolError = [0x88, 0x82, 0, 0, 0, 0, 0x03, 0xea];
    expect(behind(BAD_TEXT, leaving)).toBeUndefined();
    expect(behind(BAD_TEXT, protocolError)?.console).toBe(
      "Could not decode a text frame as UTF-8.",
    );
    expect(behind(MASKED_FRAME, leaving)?.console).toBe(UNMASKED);
    expect(behind([0x88, 0x00], leaving)?.console).toBeNull();
  });
});

describe("of a paste that lost bytes", () => {
  test("a digest that is not right is not judged", () => {
    expect(judge(conversation("digest-16-wrong", loss("replaced-bytes", "response")))).toEqual([]);
    expect(judge(conversation("digest-none", loss("replaced-bytes", "response")))).toEqual([]);
    expect(judge(conversation("digest-16-wrong", loss("repeated-spaces", "request")))).toEqual([]);
  });

  test("nor is one that is not there, though the connection closed", () => {
    const lost = conversation("digest-none", loss("replaced-bytes", "response"));
    expect(judge(lost, { closed: true })).toEqual([]);
  });

  test("a digest that is right after all is", () => {
    expect(judge(conversation("right-0", loss("charset", "request"))).length).toBe(2);
  });

  test("a fault in the head is", () => {
    const judgements = judge(conversation("origin-slash", loss("replaced-bytes", "response")));
    expect(judgements.map(({ accepts }) => accepts)).toEqual([false, false]);
  });

  test("line ends that were put back do not matter", () => {
    expect(judge(conversation("digest-16-wrong", loss("line-endings", "response"))).length).toBe(2);
  });
});

describe("of a paste of RFC 6455 that lost something", () => {
  const judgeLossy = (response: Uint8Array, request: Uint8Array, ...lost: Loss[]) =>
    judge({ ...of("rfc6455"), request, response, exact: false, lost }).map(({ client }) => client);
  const both = ["draft", "chromium-156"];
  const { request, response } = RFC6455;
  const wrongAccept = replaced(response, "s3pP", "xxxx");

  test("an accept that agrees is judged all the same", () => {
    expect(judgeLossy(response, request, loss("byte-count", "request"))).toEqual(both);
  });

  test("a wrong accept counts when key and accept came through", () => {
    const cookie = replaced(request, "Origin:", "Cookie: ***\r\nOrigin:");
    expect(judgeLossy(wrongAccept, cookie, loss("redacted", "request"))).toEqual(both);
    expect(judgeLossy(wrongAccept, request, loss("line-endings", "response"))).toEqual(both);
  });

  test("and does not when one of them was taken out, or bytes are missing", () => {
    const noKey = replaced(request, "dGhlIHNhbXBsZSBub25jZQ==", "***");
    const noAccept = replaced(response, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "[redacted]");
    expect(judgeLossy(wrongAccept, noKey, loss("redacted", "request"))).toEqual([]);
    expect(judgeLossy(noAccept, request, loss("redacted", "response"))).toEqual([]);
    expect(judgeLossy(wrongAccept, request, loss("byte-count", "request"))).toEqual([]);
    expect(judgeLossy(wrongAccept, request, loss("cut", "response"))).toEqual([]);
  });

  test("a field with bytes that were replaced is no evidence, its neighbours are", () => {
    const damaged = replaced(response, "websocket", "web\xef\xbf\xbdsocket");
    expect(judgeLossy(damaged, request, loss("replaced-bytes", "response"))).toEqual([]);
    const other = replaced(wrongAccept, "Upgrade:", "X: \xef\xbf\xbd\r\nUpgrade:");
    expect(judgeLossy(other, request, loss("replaced-bytes", "response"))).toEqual(both);
    const name = replaced(response, "Upgrade:", "Upg\xef\xbf\xbdde:");
    expect(judgeLossy(name, request, loss("replaced-bytes", "response"))).toEqual([]);
  });

  test("a status line that came through is evidence enough", () => {
    const refusal = latin1("HTTP/1.1 403 Forbidden\r\nServer: x\r\n\r\ncaf\xc3\xa9");
    expect(judgeLossy(refusal, request, loss("cut", "response"))).toEqual(both);
  });

  test("a head that has not ended may have been longer", () => {
    expect(judgeLossy(response.subarray(0, 60), request, loss("cut", "response"))).toEqual([]);
  });
});

test("draft 75 wants a status line and an order of fields that a panel does not keep", () => {
  const { response } = HIXIE75;
  const swapped = replaced(
    replaced(response, "Upgrade: WebSocket\r\n", ""),
    "Connection: Upgrade\r\n",
    "Connection: Upgrade\r\nUpgrade: WebSocket\r\n",
  );
  const common = replaced(response, "Web Socket Protocol Handshake", "Switching Protocols");
  const panel = (pasted: Uint8Array, what: Loss["what"]) =>
    judge({ ...of("hixie-75"), response: pasted, exact: false, lost: [loss(what, "response")] })
      .length;
  expect(panel(common, "start-line")).toBe(0);
  expect(panel(swapped, "headers-reordered")).toBe(0);
  expect(panel(common, "line-endings")).toBe(1);
  expect(panel(swapped, "line-endings")).toBe(1);
});

test("a path that the paste did not have proves no location wrong", () => {
  const response = replaced(HIXIE76.response, "/demo", "/other");
  const judged = (...lost: Loss[]) =>
    judge({ ...of("hixie-76"), response, exact: lost.length === 0, lost });
  expect(judged().length).toBe(2);
  expect(judged(loss("start-line", "request"))).toEqual([]);
});

test("no damage to a conversation of any generation makes it throw", () => {
  const edit = fc.record({
    at: fc.nat(),
    drop: fc.nat(40),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .constantFrom(
          "\r\n",
          "\n",
          "\r",
          ": ",
          ",",
          '"',
          "\0",
          "101",
          "HTTP/1.1",
          "\xef\xbf\xbd",
          "***",
        )
        .map(latin1),
    ),
  });
  const edits = fc.array(edit, { maxLength: 5 });
  const damaged = (
    bytes: Uint8Array,
    all: readonly { at: number; drop: number; put: Uint8Array }[],
  ) =>
    all.reduce((before, { at, drop, put }) => {
      const from = at % (before.length + 1);
      return concat(before.subarray(0, from), put, before.subarray(from + drop));
    }, bytes);
  const place = fc.constantFrom("request", "response", "clientBytes", "serverBytes");
  const losses = fc.array(fc.tuple(fc.constantFrom<Loss["what"]>(...LOSSES), place), {
    maxLength: 3,
  });
  const optional = fc.option(fc.uint8Array({ maxLength: 60 }), { nil: undefined });
  const mutation = fc.record({
    asked: fc.constantFrom(...ALL.values()),
    answered: fc.constantFrom(...ALL.values()),
    hasRequest: fc.boolean(),
    inRequest: edits,
    inResponse: edits,
    serverBytes: optional,
    clientBytes: optional,
    losses,
    options: fc.record({ secure: fc.boolean(), closed: fc.boolean() }),
  });
  fc.assert(
    fc.property(mutation, ({ asked, answered, inRequest, inResponse, ...rest }) => {
      const lost = rest.losses.map(([what, side]) => loss(what, side));
      const judgements = judge(
        {
          ...(rest.hasRequest ? { request: damaged(asked.request, inRequest) } : {}),
          response: damaged(answered.response, inResponse),
          ...(rest.serverBytes ? { serverBytes: rest.serverBytes } : {}),
          ...(rest.clientBytes ? { clientBytes: rest.clientBytes } : {}),
          format: "test",
          exact: lost.length === 0,
          lost,
        },
        rest.options,
      );
      for (const { accepts, waits, rule } of judgements) {
        expect(accepts && waits).toBe(false);
        expect(rule).toMatch(/\.$/);
      }
    }),
    { numRuns: 1000 },
  );
});

const LOSSES: readonly Loss["what"][] = [
  ...([
    "line-endings",
    "edge-spaces",
    "repeated-spaces",
    "replaced-bytes",
    "charset",
    "cut",
  ] as const),
  ...([
    "redacted",
    "headers-reordered",
    "headers-merged",
    "start-line",
    "key3",
    "byte-count",
  ] as const),
];

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import type { Choice } from "../../../src/core/input/format.ts";
import { STEP_IDS } from "../../../src/core/trace/step.ts";
import { EXAMPLES } from "../../../src/ui/examples/examples.ts";
import {
  DEFAULT_STATE,
  formatLink,
  type Linked,
  moveQuery,
  parseLink,
} from "../../../src/ui/link/link.ts";
import { MISTAKE_IDS } from "../../../src/ui/mistakes/mistake-ids.ts";
import type { Cursor, Input, State } from "../../../src/ui/state.ts";
import recordings from "../../fixtures/webkit-534-hixie76.json" with { type: "json" };

const START: Cursor = { step: "read-request", round: 0, selection: null, mistakes: [] };

function state(input: Partial<Input>, cursor: Partial<Cursor> = {}): State {
  return {
    input: {
      request: "",
      key3: "",
      answer: "",
      conversation: 0,
      choice: {},
      secure: false,
      guid: "",
      ...input,
    },
    cursor: { ...START, ...cursor },
  };
}

function exampleInput(id: string): Input {
  return (EXAMPLES.find((example) => example.id === id) as (typeof EXAMPLES)[number]).input;
}

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("a", " ", "\r", "\n", "\0", "%", "&", "=", "+", "#", "é", "\ufeff"),
  }),
  fc.string({ unit: "grapheme", minLength: 300, maxLength: 2000 }),
  fc.constantFrom(...EXAMPLES.map(({ input }) => input.request)),
);

const anyChoice: fc.Arbitrary<Choice> = fc.record(
  {
    format: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
    lineEndings: fc.constant("as-is" as const),
    charset: fc.constantFrom("utf-8" as const, "latin1" as const),
    side: fc.constantFrom("request" as const, "response" as const),
  },
  { requiredKeys: [] },
);

const anyState: fc.Arbitrary<State> = fc.record({
  input: fc.oneof(
    fc.record({
      request: anyText,
      key3: anyText,
      answer: anyText,
      conversation: fc.nat(99),
      choice: anyChoice,
      secure: fc.boolean(),
      guid: anyText,
    }),
    fc.constantFrom(...EXAMPLES.map(({ input }) => input)),
  ),
  cursor: fc.record({
    step: fc.constantFrom(...STEP_IDS),
    round: fc.integer({ min: 0, max: 159 }),
    selection: fc.option(
      fc.record({
        in: fc.constantFrom("request" as const, "response" as const),
        span: fc
          .tuple(fc.nat(0xffff_ffff), fc.integer({ min: 1, max: 1000 }))
          .map(([start, length]) => [start, start + length] as const),
      }),
    ),
    mistakes: fc.array(fc.constantFrom(...MISTAKE_IDS), { maxLength: 3 }),
  }),
});

const OURS = [
  "example",
  "request",
  "key3",
  "answer",
  "conversation",
  "as",
  "line-ends",
  "charset",
  "side",
  "secure",
  "step",
  "round",
  "select",
  "mistakes",
  "z",
];
const anyUnknown = fc.array(
  fc.tuple(
    anyText.filter((key) => !OURS.includes(key)),
    anyText,
  ),
  { maxLength: 3 },
);

/** `count` of the `size` characters from `first` on, the same in each run. */
function randomText(count: number, size: number, first: string): string {
  let seed = 1;
  return Array.from({ length: count }, () => {
    seed = (seed * 48271) % 0x7fffffff;
    return String.fromCharCode(first.charCodeAt(0) + (seed % size));
  }).join("");
}

/** Lone surrogates are no text: no encoding of Unicode can say them. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

describe("a link opens what it was made of", () => {
  test("whatever that is", async () => {
    await fc.assert(
      fc.asyncProperty(anyState, anyUnknown, async (state, unknown) => {
        const link = await formatLink(state, unknown);
        const { request, key3, answer } = state.input;
        expect(await parseLink(link as string)).toEqual({
          state: {
            ...state,
            input: {
              ...state.input,
              request: wellFormed(request),
              key3: wellFormed(key3),
              answer: wellFormed(answer),
            },
          },
          unknown: unknown.map((pair) => pair.map(wellFormed)),
          problems: [],
        });
      }),
    );
  });

  test("and a URL parser leaves it as it is", async () => {
    await fc.assert(
      fc.asyncProperty(anyState, anyUnknown, async (state, unknown) => {
        const link = (await formatLink(state, unknown)) as string;
        expect(new URL(`https://example.com/${link}`).hash).toBe(link);
        expect(link).toMatch(/^#[\w.~%=&:-]*[\w%=&]$/);
      }),
    );
  });

  test("lone surrogates come back as U+FFFD, the same in short links and in long ones", async () => {
    for (const length of [1, 1000]) {
      const request = `${"x".repeat(length)}\ud800y\udc00😀`;
      const link = (await formatLink(state({ request }))) as string;
      expect(link.startsWith("#z=")).toBe(length > 350);
      expect((await parseLink(link)).state.input.request).toBe(
        `${"x".repeat(length)}\ufffdy\ufffd😀`,
      );
    }
  });

  test("but a selection of no bytes, which selects nothing", async () => {
    const empty = state({}, { selection: { in: "request", span: [7, 7] } });
    expect(await formatLink(empty)).toBe("#request=");
  });
});

/** Once given out, a link works for ever: rows are added here, and none is changed. */
describe("a link that was given out opens what it opened then", () => {
  const SECTION_1_2 = exampleInput("draft-76");
  test.each<[string, State]>([
    ["", state(SECTION_1_2)],
    ["#", state(SECTION_1_2)],
    ["#example=draft-76", state(SECTION_1_2)],
    ["#example=draft-76&step=key1-division", state(SECTION_1_2, { step: "key1-division" })],
    ["#step=key1-division", state(SECTION_1_2, { step: "key1-division" })],
    ["#example=draft-76&secure=1", state({ ...SECTION_1_2, secure: true })],
    ["#secure=0", state(SECTION_1_2)],
    ["#key3=00%2001", state({ ...SECTION_1_2, key3: "00 01" })],
    [
      "#example=key-without-spaces",
      state(exampleInput("key-without-spaces"), { step: "key2-spaces" }),
    ],
    [
      "#example=key-without-spaces&step=pack",
      state(exampleInput("key-without-spaces"), { step: "pack" }),
    ],
    ["#step=md5-rounds&round=1", state(SECTION_1_2, { step: "md5-rounds", round: 0 })],
    ["#step=md5-rounds&round=17", state(SECTION_1_2, { step: "md5-rounds", round: 16 })],
    ["#step=md5-rounds&round=64", state(SECTION_1_2, { step: "md5-rounds", round: 63 })],
    [
      "#request=GET%20%2Fdemo%20HTTP%2F1.1%0AHost:%20a+b%0A%0A&key3=5e6e3a64735b3455&step=key1-division&select=0x1a-0x2d",
      state(
        { request: "GET /demo HTTP/1.1\nHost: a+b\n\n", key3: "5e6e3a64735b3455" },
        { step: "key1-division", selection: { in: "request", span: [0x1a, 0x2e] } },
      ),
    ],
    ["#request=a%0D%0Ab", state({ request: "a\r\nb" })],
    ["#request=", state({})],
    ["#request", state({})],
    ["#request=a=b", state({ request: "a=b" })],
    ["#request=caf%C3%A9 \u2603&", state({ request: "café \u2603" })],
    ["#example=draft-76&request=x", state({ request: "x" })],
    ["#select=0x1a", state(SECTION_1_2, { selection: { in: "request", span: [26, 27] } })],
    ["#select=26-45", state(SECTION_1_2, { selection: { in: "request", span: [26, 46] } })],
    [
      "#select=request:0X1A-45",
      state(SECTION_1_2, { selection: { in: "request", span: [26, 46] } }),
    ],
    [
      "#select=response:0x10-0x1f",
      state(SECTION_1_2, { selection: { in: "response", span: [16, 32] } }),
    ],
    ["#select=response%3A0x0", state(SECTION_1_2, { selection: { in: "response", span: [0, 1] } })],
    [
      "#z=K0otLE0tLrF1dw1R0FfwCAkJ0DfUM-Tlcs7Pz85MtVJIVDUyS7JVNTLl4lLLTq00tjVIVCsuSS2wzU0x1S3KL81LKVYDU7aG5mrFqTmpySW2RanFBfl5xalWBhUGugYVhkDx5NKiVFtDAA==",
      state(
        { request: "GET / HTTP/1.1\r\nCookie: a&b=%\n\n", key3: "0a", secure: true },
        { step: "md5-rounds", round: 16, selection: { in: "response", span: [0, 2] } },
      ),
    ],
  ])("%s", async (link, opens) => {
    expect(await parseLink(link)).toEqual({ state: opens, unknown: [], problems: [] });
  });
});

describe("the shortest link that people can read", () => {
  test.each<[State, string]>([
    [DEFAULT_STATE, "#example=draft-76"],
    [state({ ...DEFAULT_STATE.input, key3: "" }), "#example=draft-76&key3="],
    [state({ ...DEFAULT_STATE.input, secure: true }), "#example=draft-76&secure=1"],
    [state(DEFAULT_STATE.input, { step: "response" }), "#example=draft-76&step=response"],
    [
      state({ ...exampleInput("two-connections"), conversation: 0 }),
      "#example=two-connections&conversation=1",
    ],
    [state(exampleInput("key-without-spaces")), "#example=key-without-spaces&step=read-request"],
    [state({}), "#request="],
    [state({ request: "(a)\r\n", key3: "0a" }), "#request=%28a%29%0D%0A&key3=0a"],
    [
      state(DEFAULT_STATE.input, { round: 16, selection: { in: "response", span: [0, 2] } }),
      "#example=draft-76&round=17&select=response:0x0-0x1",
    ],
  ])("%j", async (made, link) => {
    expect(await formatLink(made)).toBe(link);
  });

  test.each(EXAMPLES)("of $id says only that", async ({ id, input, step }) => {
    expect(await formatLink(state(input, { step }))).toBe(`#example=${id}`);
  });

  test("does not end with punctuation, which would be taken for the sentence's", async () => {
    expect(await formatLink(state({ request: "Well." }))).toBe("#request=Well%2E");
    expect(await formatLink(state({ request: "a_" }))).toBe("#request=a%5F");
  });
});

describe("a long link", () => {
  const requests = recordings.cases.map(({ request_hex }) => {
    const bytes = fromHex(request_hex) as Uint8Array;
    const text = Buffer.from(bytes).toString("latin1");
    const end = text.indexOf("\r\n\r\n") + 4;
    return { request: text.slice(0, end).replaceAll("\r", ""), key3: request_hex.slice(2 * end) };
  });

  test.each([
    ["the first recorded request", requests[0]],
    ["the longest", requests.toSorted((a, b) => b.request.length - a.request.length)[0]],
  ])("stays under 350 characters: %s", async (_, input) => {
    const selection = { in: "request", span: [0x1a, 0x2e] } as const;
    const made = state({ ...input }, { step: "key1-division", selection });
    const link = (await formatLink(made)) as string;
    expect(link).toMatch(/^#z=[\w-]+$/);
    expect(link.length).toBeLessThan(350);
    expect(await parseLink(link)).toEqual({ state: made, unknown: [], problems: [] });
  });

  test("stays readable when deflating does not make it shorter", async () => {
    const letters = randomText(400, 26, "a");
    expect(await formatLink(state({ request: letters }))).toMatch(/^#z=/);
    const characters = Array.from(randomText(400, 60, "A"), (one) => (/\w/.test(one) ? one : "0"));
    const link = await formatLink(state({ request: characters.join("") }));
    expect(link).toBe(`#request=${characters.join("")}`);
  });

  test("is not made above 32 768 characters, and never cut", async () => {
    const noise = randomText(40_000, 94, "!");
    expect(await formatLink(state({ request: noise }))).toBeNull();
    expect(await formatLink(state({ request: "x".repeat(2 ** 20) }))).toBeNull();
    const link = (await formatLink(state({ request: "x".repeat(2 ** 20 - 100) }))) as string;
    expect(link.length).toBeLessThan(5000);
    expect((await parseLink(link)).state.input.request.length).toBe(2 ** 20 - 100);
  });
});

describe("a damaged link opens with what could be read", () => {
  test("whatever it is, and without a throw", async () => {
    const anyFragment = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({
        unit: fc.constantFrom(
          "#",
          "&",
          "=",
          "%",
          "z",
          "step",
          "request",
          "0x",
          "select",
          "a",
          "-",
          "+",
        ),
      }),
      fc.base64String().map((z) => `#z=${z}`),
    );
    await fc.assert(
      fc.asyncProperty(anyFragment, anyFragment, async (fragment, query) => {
        const { state } = await parseLink(fragment, query);
        expect(STEP_IDS).toContain(state.cursor.step);
        moveQuery(fragment, query);
      }),
    );
  });

  test.each<[string, Partial<State["input"] & Cursor>, RegExp]>([
    [
      "#example=safari-6&step=pack",
      { ...DEFAULT_STATE.input, step: "pack" },
      /no example “safari-6”/,
    ],
    [
      "#request=a&step=divide&round=3",
      { request: "a", step: "read-request", round: 2 },
      /step=“divide”/,
    ],
    ["#request=a&round=0", { request: "a", round: 0 }, /from 1 to 64/],
    ["#request=a&round=161", { request: "a", round: 0 }, /from 1 to 64/],
    ["#request=a&round=1e1", { request: "a", round: 0 }, /from 1 to 64/],
    ["#request=a&secure=yes", { request: "a", secure: false }, /1 or 0/],
    ["#request=a&select=0x2d-0x1a", { request: "a", selection: null }, /looks like 0x1a-0x2d/],
    ["#request=a&select=9007199254740992", { request: "a", selection: null }, /looks like/],
    ["#request=a&select=key1", { request: "a", selection: null }, /looks like/],
    [
      "#request=a&mistakes=little-endian,nope",
      { request: "a", mistakes: ["little-endian"] },
      /no mistake “nope”/,
    ],
    ["#request=a&mistakes=", { request: "a", mistakes: [] }, /no mistake “”/],
    ["#request=a&request=b", { request: "a" }, /request= more than once/],
    ["#request=100%&key3=0a", { request: "100%", key3: "0a" }, /behind request= are damaged/],
    ["#request=a%C3&key3=0a", { request: "a\ufffd", key3: "0a" }, /behind request= are damaged/],
    ["#request=a%2", { request: "a%2" }, /behind request= are damaged/],
  ])("%s", async (link, opens, complaint) => {
    const { state, problems } = await parseLink(link);
    expect({ ...state.input, ...state.cursor }).toMatchObject(opens);
    expect(problems).toEqual([expect.stringMatching(complaint)]);
  });

  test.each([
    ["#z=", DEFAULT_STATE.input],
    ["#z=!!!&step=pack", { ...DEFAULT_STATE.input, step: "pack" }],
  ])("%s, and what is shown instead", async (link, opens) => {
    const { state, problems } = await parseLink(link);
    expect({ ...state.input, ...state.cursor }).toMatchObject(opens);
    expect(problems.join(" ")).toMatch(/nothing of it .* draft’s own example is shown instead/);
  });

  test("when it was cut off anywhere, compressed or not", async () => {
    const request = `GET /chat?room=${"lobby-".repeat(20)} HTTP/1.1\nHost: example.com\nCookie: ${"0123456789abcdef".repeat(20)}\n\n`;
    const made = state({ request, key3: "5e6e3a64735b3455" }, { step: "pack" });
    const link = (await formatLink(made)) as string;
    expect(link).toMatch(/^#z=/);
    let most = 0;
    for (let length = 4; length < link.length; length++) {
      const { state, problems } = await parseLink(link.slice(0, length));
      const { request: read } = state.input;
      if (read === DEFAULT_STATE.input.request) expect(length).toBeLessThan(20);
      else {
        expect(request.startsWith(read)).toBe(true);
        expect(read.length).toBeGreaterThanOrEqual(most);
        most = read.length;
      }
      expect(problems.length).toBeGreaterThan(0);
    }
    expect(most).toBe(request.length);
  });

  test("the punctuation of a sentence around it does no harm", async () => {
    const made = state({ request: "GET / HTTP/1.1\n".repeat(50) });
    const link = await formatLink(made);
    expect(await parseLink(`${link}).`)).toEqual({ state: made, unknown: [], problems: [] });
  });

  test("one that inflates to megabytes is read as far as the limit", async () => {
    const bomb = new Response(
      new Blob([`request=${"x".repeat(8 << 20)}`])
        .stream()
        .pipeThrough(new CompressionStream("deflate-raw")),
    );
    const z = Buffer.from(await bomb.arrayBuffer()).toString("base64url");
    const { state, problems } = await parseLink(`#z=${z}`);
    expect(state.input.request.length).toBeGreaterThan(2 ** 20 - 10);
    expect(state.input.request.length).toBeLessThan(2 ** 20 + 2 ** 17);
    expect(problems).toHaveLength(1);
  });
});

describe("what a link says besides", () => {
  test("is kept and written back", async () => {
    const { state, unknown } = parseLink("#view=explain&example=draft-76&view=a%26b&x") as Linked;
    expect(unknown).toEqual([
      ["view", "explain"],
      ["view", "a&b"],
      ["x", ""],
    ]);
    expect(await formatLink(state, unknown)).toBe("#example=draft-76&view=explain&view=a%26b&x=");
  });

  test("beside z counts before what is in it", async () => {
    const link = await formatLink(state({ request: "x".repeat(400) }, { step: "pack", round: 3 }));
    const { state: read, problems } = await parseLink(`${link}&step=response&more=1`);
    expect(read).toEqual(state({ request: "x".repeat(400) }, { step: "response", round: 3 }));
    expect(problems).toEqual([]);
  });
});

test("a link without z is read at once, before the first paint", () => {
  expect(parseLink("#request=a&step=pack")).not.toBeInstanceOf(Promise);
  expect(parseLink("#z=AA")).toBeInstanceOf(Promise);
});

describe("a request in the query", () => {
  test.each([
    ["", "?request=GET+%2F&key3=0a", { query: "", fragment: "#request=GET%20%2F&key3=0a" }],
    ["", "?embed=1&request=a%2Bb&q=+", { query: "?embed=1&q=+", fragment: "#request=a%2Bb" }],
    ["#step=pack", "?example=draft-76", { query: "", fragment: "#step=pack&example=draft-76" }],
    ["#step=pack", "?embed=1", null],
    ["#step=pack", "?", null],
    ["", "", null],
  ])("%s of %s moves to the fragment", (fragment, query, moved) => {
    expect(moveQuery(fragment, query)).toEqual(moved);
  });

  test("is read, below the fragment, with a word about servers' logs", () => {
    const { state: read, problems } = parseLink(
      "#step=pack",
      "?request=a+b&step=response",
    ) as Linked;
    expect(read).toEqual(state({ request: "a b" }, { step: "pack" }));
    expect(problems).toContainEqual(expect.stringMatching(/servers write into their logs/));
  });

  test("an example there is no secret", async () => {
    expect(await parseLink("", "?example=draft-76-server")).toMatchObject({
      state: state(exampleInput("draft-76-server")),
      problems: [],
    });
  });
});

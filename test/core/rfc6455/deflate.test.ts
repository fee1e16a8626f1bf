import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { latin1 } from "../../../src/core/bytes/ascii.ts";
import {
  acceptDeflate,
  acceptingDeflate,
  checkDeflate,
  type DeflateParameters,
  deflateExtension,
  isFault,
  NO_PARAMETERS,
  readDeflate,
} from "../../../src/core/rfc6455/deflate.ts";
import {
  type Extension,
  readExtensions,
  writeExtension,
} from "../../../src/core/rfc6455/extensions.ts";

function extensions(text: string): readonly Extension[] {
  return readExtensions(latin1(text), [[0, text.length]]).extensions;
}

function only(parameters: string): Extension {
  const [extension] = extensions(`permessage-deflate${parameters && `; ${parameters}`}`);
  return extension!;
}

function parameters(text: string, side: "offer" | "response" = "offer"): DeflateParameters {
  const read = readDeflate(only(text), side);
  if (isFault(read)) throw new Error(`${text}: ${read.code}`);
  return read;
}

describe("parameters", () => {
  it.each<[string, Partial<DeflateParameters>]>([
    ["", {}],
    ["server_no_context_takeover", { serverNoContextTakeover: true }],
    ["client_no_context_takeover", { clientNoContextTakeover: true }],
    ["server_max_window_bits=8", { serverMaxWindowBits: 8 }],
    ['server_max_window_bits="15"', { serverMaxWindowBits: 15 }],
    ["client_max_window_bits=10", { clientMaxWindowBits: 10 }],
    ["client_max_window_bits", { clientMaxWindowBits: "any" }],
    [
      "client_max_window_bits; server_max_window_bits=10",
      { clientMaxWindowBits: "any", serverMaxWindowBits: 10 },
    ],
  ])("of an offer: %s", (text, expected) => {
    expect(parameters(text)).toEqual({ ...NO_PARAMETERS, ...expected });
  });

  // RFC 7692 §7.1, §7.1.1, §7.1.2.
  it.each([
    ["deflate-parameter-unknown", "window_bits=10"],
    ["deflate-parameter-unknown", "Server_No_Context_Takeover"],
    ["deflate-parameter-repeated", "client_max_window_bits=9; client_max_window_bits=9"],
    ["deflate-parameter-repeated", "server_no_context_takeover; server_no_context_takeover"],
    ["deflate-parameter-value", "server_no_context_takeover=1"],
    ["deflate-parameter-value", "client_no_context_takeover=true"],
    ["deflate-parameter-value", "server_max_window_bits"],
    ["deflate-parameter-value", "server_max_window_bits=7"],
    ["deflate-parameter-value", "server_max_window_bits=16"],
    ["deflate-parameter-value", "server_max_window_bits=08"],
    ["deflate-parameter-value", "client_max_window_bits=1O"],
  ])("%s: %s, on either side", (code, text) => {
    for (const side of ["offer", "response"] as const) {
      expect(readDeflate(only(text), side)).toMatchObject({ code });
    }
  });

  it("of a response: client_max_window_bits has a number (RFC 7692 §7.1.2.2)", () => {
    expect(readDeflate(only("client_max_window_bits"), "response")).toEqual({
      code: "deflate-parameter-value",
      parameter: "client_max_window_bits",
      span: [20, 42],
    });
  });
});

describe("a server", () => {
  it.each([
    ["", "", ""],
    ["client_max_window_bits", "", ""],
    ["client_max_window_bits=10", "", "client_max_window_bits=10"],
    ["client_max_window_bits", "client_max_window_bits=9", "client_max_window_bits=9"],
    ["client_max_window_bits=8", "client_max_window_bits=9", "client_max_window_bits=8"],
    ["server_max_window_bits=10", "", "server_max_window_bits=10"],
    ["server_max_window_bits=10", "server_max_window_bits=12", "server_max_window_bits=10"],
    ["", "server_max_window_bits=12", "server_max_window_bits=12"],
    ["server_no_context_takeover", "", "server_no_context_takeover"],
    ["", "client_no_context_takeover", "client_no_context_takeover"],
  ])("answers %j, wanting %j, with %j", (offer, wanted, answer) => {
    expect(acceptDeflate(parameters(offer), parameters(wanted))).toEqual(parameters(answer));
  });

  it("that needs a smaller window declines a client that cannot make one", () => {
    expect(acceptDeflate(NO_PARAMETERS, parameters("client_max_window_bits=9"))).toBeNull();
  });

  it("takes the first offer that it can meet (RFC 7692 §5.1)", () => {
    const choose = acceptingDeflate(parameters("client_max_window_bits=10"));
    const offered = extensions(
      "x-foo, permessage-deflate; server_max_window_bits=7, permessage-deflate, permessage-deflate; client_max_window_bits",
    );
    expect(choose(offered).map(writeExtension)).toEqual([
      "permessage-deflate; client_max_window_bits=10",
    ]);
    expect(acceptingDeflate()(extensions("x-foo"))).toEqual([]);
  });
});

describe("a client", () => {
  it.each([
    ["", "", null],
    ["", "server_no_context_takeover; server_max_window_bits=8", null],
    ["", "client_no_context_takeover", null],
    ["client_max_window_bits", "client_max_window_bits=8", null],
    ["client_max_window_bits=10", "", null],
    ["client_max_window_bits=10", "client_max_window_bits=11", "deflate-parameter-not-accepted"],
    ["", "client_max_window_bits=15", "deflate-parameter-not-offered"],
    ["server_no_context_takeover", "", "deflate-parameter-not-accepted"],
    ["server_max_window_bits=10", "", "deflate-parameter-not-accepted"],
    ["server_max_window_bits=10", "server_max_window_bits=11", "deflate-parameter-not-accepted"],
    ["server_max_window_bits=10", "server_max_window_bits=9", null],
  ])("that offered %j finds with %j: %s", (offer, response, code) => {
    const fault = checkDeflate(parameters(offer), parameters(response, "response"), only(response));
    expect(fault?.code ?? null).toBe(code);
  });
});

const bits = fc.option(fc.integer({ min: 8, max: 15 }));
const anyParameters = fc.record({
  serverNoContextTakeover: fc.boolean(),
  clientNoContextTakeover: fc.boolean(),
  serverMaxWindowBits: bits,
  clientMaxWindowBits: fc.oneof(bits, fc.constant("any" as const)),
});

test("parameters that are written are read again", () => {
  fc.assert(
    fc.property(anyParameters, (written) => {
      const [extension] = extensions(writeExtension(deflateExtension(written)));
      expect(readDeflate(extension!, "offer")).toEqual(written);
    }),
  );
});

test("what a server answers, the client that offered it accepts", () => {
  fc.assert(
    fc.property(anyParameters, anyParameters, (offer, wanted) => {
      const agreed = acceptDeflate(offer, wanted);
      fc.pre(agreed !== null);
      const [extension] = extensions(writeExtension(deflateExtension(agreed)));
      const response = readDeflate(extension!, "response");
      if (isFault(response)) throw new Error(response.code);
      expect(checkDeflate(offer, response, extension!)).toBeNull();
    }),
  );
});

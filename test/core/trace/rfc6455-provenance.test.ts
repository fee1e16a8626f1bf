import { describe, expect, it } from "vitest";
import { fromLatin1 } from "../../../src/core/bytes/ascii.ts";
import type { Place } from "../../../src/core/trace/provenance.ts";
import { traceRfc6455 } from "../../../src/core/trace/rfc6455.ts";
import { rfc6455Provenance } from "../../../src/core/trace/rfc6455-provenance.ts";
import { EXAMPLE_ANSWER, request } from "../rfc6455/requests.ts";

const REQUEST = fromLatin1(request());
const KEY = REQUEST.indexOf("dGhl");
const { related } = rfc6455Provenance([...traceRfc6455(request())]);

function lit(place: Place): ReadonlySet<Place> {
  return related([place]);
}

describe("pointing", () => {
  it("at a character of the key lights what it is made into, up to the accept in the response", () => {
    const places = lit(`request:${KEY + 4}`);
    const accept = EXAMPLE_ANSWER.indexOf("s3pP");
    for (const place of [
      ...["nonce:3", "concatenated:4", "word:0.1", "round:0.1", "round:1.79", "digest:0"],
      ...["accept:26", `response:${accept}`],
    ]) {
      expect(places).toContain(place);
    }
    for (const place of [
      ...["nonce:4", "concatenated:5", "word:0.0", "guid:0", "round:0.0"],
      `response:${accept - 1}`,
    ]) {
      expect(places).not.toContain(place);
    }
  });

  it("at a word leads back to four characters, and at a later one to many", () => {
    const sources = (place: Place) =>
      [...lit(place)].filter((one) => /^(request|guid):/.test(one)).sort();
    expect(sources("word:0.5")).toEqual([20, 21, 22, 23].map((i) => `request:${KEY + i}`).sort());
    expect(sources("word:0.6")).toEqual(["guid:0", "guid:1", "guid:2", "guid:3"]);
    expect(sources("word:0.79").length).toBe(60);
    expect(sources("word:1.0")).toEqual([]);
  });

  it("at a byte of the digest lights two characters of the accept, and all of key and GUID", () => {
    const places = [...lit("digest:2")];
    expect(places.filter((place) => place.startsWith("accept:")).sort()).toEqual([
      "accept:2",
      "accept:3",
    ]);
    expect(places.filter((place) => place.startsWith("guid:")).length).toBe(36);
    expect(places.filter((place) => place.startsWith("request:")).length).toBe(24);
  });

  it("at the subprotocol in the response lights that very name in the request", () => {
    const places = lit(`response:${EXAMPLE_ANSWER.indexOf("chat")}`);
    expect([...places].filter((place) => place.startsWith("request:"))).toEqual([
      `request:${REQUEST.indexOf("chat, super")}`,
    ]);
    expect(places).toContain("code:subprotocol");
  });

  it("at a line of code lights what it made", () => {
    const places = lit("code:base64");
    expect(places).toContain("accept:0");
    expect(places).not.toContain("digest:0");
  });

  it("at something unknown lights only itself", () => {
    expect([...lit("request:99999")]).toEqual(["request:99999"]);
  });
});

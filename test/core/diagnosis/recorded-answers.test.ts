/** What a real browser made of right and wrong answers, against what the findings say of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import { type Diagnosis, diagnose } from "../../../src/core/diagnosis/diagnose.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");

interface Recorded {
  readonly id: string;
  readonly accepted: boolean;
  readonly request: string;
  readonly response: string;
}

function read(file: string): Recorded[] {
  const parsed = JSON.parse(readFileSync(join(FIXTURES, file), "utf8"));
  const cases: Record<string, unknown>[] = parsed.cases ?? parsed;
  return cases.map((one) => ({
    id: String(one.id),
    accepted: (one.events as string[])[0] === "open",
    request: String(one.request_hex ?? one.request),
    response: String(one.response_hex ?? one.response),
  }));
}

function diagnosed({ request, response }: Recorded): Diagnosis {
  const bytes = (hex: string) => fromHex(hex) as Uint8Array;
  const conversation = { request: bytes(request), response: bytes(response) };
  return diagnose(
    { ...conversation, format: "recorded", exact: true, lost: [] },
    { secure: false },
  );
}

const worst = ({ findings }: Diagnosis): string =>
  findings.find(({ in: place }) => place === "response")?.level ?? "good";

const codes = ({ findings }: Diagnosis): string[] =>
  findings.filter(({ level }) => level !== "good").map(({ code }) => code);

const recorded = read("webkit-534-hixie76.json");

test.each(recorded.filter(({ id }) => id.startsWith("good-")))(
  "$id is accepted, with nothing but good news",
  (one) => {
    const diagnosis = diagnosed(one);
    expect(codes(diagnosis)).toEqual([]);
    expect(diagnosis.verdict).toBe("accept");
    expect(diagnosis.findings.map(({ code }) => code)).toContain("digest-right");
  },
);

describe("wrong on purpose", () => {
  /** What each is, by the name it was recorded under; in brackets behind the code: what is not even a warning. */
  const EXPECTED: Readonly<Record<string, readonly string[]>> = {
    "md5-hex": ["digest-hex-or-base64"],
    "little-endian": ["digest-wrong-endian"],
    "body-first": ["digest-key-order"],
    "decimal-strings": ["digest-text-numbers"],
    "body-7": ["digest-without-body"],
    "reversed-digest": ["digest-wrong-endian"],
    "digest-base64": ["digest-hex-or-base64"],
    "digest-none": ["digest-missing"],
    "digest-crlf-after": ["extra-bytes-after-digest"],
    "extra-crlf-and-nul": ["extra-bytes-after-digest"],
    "status-http10": ["http10"],
    "status-75-phrase": ["reason-phrase-differs"],
    "status-no-reason-space": ["no-reason-phrase"],
    "status-lower": [],
    "status-lf": ["lf-line-endings", "digest-missing"],
    "status-blank-first": ["bytes-before-status-line"],
    "upgrade-missing": ["upgrade-not-websocket"],
    "upgrade-wrong": ["upgrade-not-websocket"],
    "connection-lower": [],
    "connection-close": ["connection-not-upgrade"],
    "origin-wrong": ["origin-mismatch"],
    "origin-slash": ["origin-mismatch"],
    "origin-star": ["origin-mismatch"],
    "location-no-query": ["location-mismatch"],
    "location-http": ["location-mismatch"],
    "location-localhost": ["location-mismatch"],
    "location-path-only": ["location-mismatch"],
    "location-two-spaces": ["location-mismatch"],
    "protocol-missing": ["subprotocol-mismatch"],
    "protocol-case": ["subprotocol-mismatch"],
    "noproto-unasked": [],
    "protocol-empty": ["subprotocol-mismatch", "empty-response-header"],
    "header-lower-names": ["header-name-case"],
    "header-dup-origin": ["header-repeated"],
    "header-folded": ["header-without-colon"],
    "header-empty-name": ["header-without-colon"],
    "header-non-utf8": ["bits-in-header-value"],
    "header-cookie-first": [],
    "missing-blank-line": ["head-not-terminated"],
    "hixie75-answer": ["hixie-75-answer", "reason-phrase-differs"],
    "bad-request-400": ["status-not-101", "generation-mismatch-old-client"],
    "content-length-16": [],
    "frame-behind-digest": ["frames-after-digest"],
  };

  const wrong = recorded.filter(({ id }) => !id.startsWith("good-"));

  test("all of them are in the table", () => {
    expect(wrong.map(({ id }) => id)).toEqual(Object.keys(EXPECTED));
  });

  test.each(wrong)("$id: named, and an error only where the browser failed", (one) => {
    const diagnosis = diagnosed(one);
    expect(codes(diagnosis)).toEqual(EXPECTED[one.id]);
    expect(worst(diagnosis) === "error").toBe(!one.accepted);
    expect(diagnosis.verdict).toBe(one.accepted ? "accept" : "refuse");
  });
});

describe("more answers, where this browser is stricter or more lenient than the draft", () => {
  /** It fails; the draft does not, and so this is at most a warning. */
  const STRICTER = [
    "status-1023",
    "status-1024-no-cr-code",
    "status-nul",
    "protocol-unasked-empty",
    "unasked-empty",
    "value-empty",
    "value-only-spaces",
    "value-nul",
    "status-5000",
    "status-nul-first",
    "status-nul-behind",
    "first-nul-in-name",
    "first-nul-as-value",
    "last-nul",
  ];
  /** It passes; the draft does not. */
  const MORE_LENIENT = ["upgrade-kelvin-sign", "upgrade-long-s", "origin-name-long-s"];

  test.each(read("webkit-534-answers.json"))("$id", (one) => {
    const isError = worst(diagnosed(one)) === "error";
    if (STRICTER.includes(one.id)) expect([isError, one.accepted]).toEqual([false, false]);
    else if (MORE_LENIENT.includes(one.id)) expect([isError, one.accepted]).toEqual([true, true]);
    else expect(isError).toBe(!one.accepted);
  });
});

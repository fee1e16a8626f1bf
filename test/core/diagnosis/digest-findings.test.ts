import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/core/diagnosis/catalogue/index.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { draftExchange, draftReply, pasted } from "../../../src/core/diagnosis/example.ts";
import { type Facts, readFacts } from "../../../src/core/diagnosis/facts/facts.ts";
import type { Finding } from "../../../src/core/diagnosis/finding.ts";
import type { Suspect } from "../../../src/core/diagnosis/suspect.ts";
import { BEFORE_THE_REPLY } from "../../../src/core/diagnosis/suspects/mistakes.ts";
import { REPLY_MISTAKES } from "../../../src/core/diagnosis/suspects/reply.ts";

const FIXTURE = join(import.meta.dirname, "../../fixtures/wrong-digests.json");
const seen: { id: string }[] = JSON.parse(readFileSync(FIXTURE, "utf8")).hixie76;
const known = [...BEFORE_THE_REPLY, ...REPLY_MISTAKES].map(({ id }) => id);

/** These leave the digest right or away: findings of other names speak of them. */
const NOT_WRONG = ["digest-missing", "crlf-after-digest", "nul-after-digest"];

const WRONG = readFacts(draftReply("0123456789abcdef"));

function suspect(...mistakes: string[]): Suspect {
  return {
    id: mistakes.join("+"),
    title: "A mistake",
    formula: "MD5(…)",
    mistakes,
    sentence: "It did something else.",
    wrong: ["md5"],
    fix: "Do it right.",
    matched: 16,
  };
}

function found(...suspects: Suspect[]): Finding[] {
  const facts: Facts = { ...WRONG, suspects };
  return catalogue.flatMap((entry) => entry.find(facts)).filter(({ level }) => level === "error");
}

describe("every known mistake has a finding of its own", () => {
  const ids = [...new Set([...seen.map(({ id }) => id), ...known])];
  test.each(ids.filter((id) => !NOT_WRONG.includes(id)))("%s", (id) => {
    const codes = found(suspect(id)).map(({ code }) => code);
    expect(codes).not.toEqual([]);
    expect(codes).not.toContain("digest-mismatch");
  });
});

test("two mistakes at once are two findings", () => {
  const codes = found(suspect("little-endian", "hex-text")).map(({ code }) => code);
  expect(codes).toEqual(["digest-hex-or-base64", "digest-wrong-endian"]);
});

test("mistakes that make the same bytes are all named, and said to be a choice", () => {
  const findings = found(suspect("keys-swapped"), suspect("little-endian"));
  expect(findings.map(({ code }) => code)).toEqual(["digest-wrong-endian", "digest-key-order"]);
  for (const { why } of findings) expect(why).toContain("2 known mistakes make these bytes");
});

test("with no suspect the digest is wrong for an unknown reason", () => {
  expect(found().map(({ code }) => code)).toEqual(["digest-mismatch"]);
});

describe("mistakes that leave the digest right or away are suspects too", () => {
  test.each([
    ["digest-missing", draftReply(""), "digest-missing", "error"],
    [
      "crlf-after-digest",
      draftExchange((text) => `${text}\r\n\r\n`),
      "extra-bytes-after-digest",
      "warning",
    ],
    [
      "nul-after-digest",
      draftExchange((text) => `${text}\0`),
      "extra-bytes-after-digest",
      "warning",
    ],
  ] as const)("%s", (id, conversation, code, level) => {
    const { suspects, findings } = diagnose(conversation);
    expect(suspects.map((suspect) => suspect.id)).toEqual([id]);
    expect(findings[0]).toMatchObject({ code, level });
  });

  test("but not where the paste may have done it", () => {
    for (const conversation of [draftReply(""), draftExchange((text) => `${text}\r\n`)]) {
      const text = pasted(conversation, "line-endings", "All lines ended with LF.", "response");
      expect(diagnose(text).suspects).toEqual([]);
    }
  });

  test("and frames behind a right digest accuse nobody", () => {
    const { suspects } = diagnose(draftExchange((text) => `${text}\0hi\xff`));
    expect(suspects).toEqual([]);
  });
});

/** From a 101 of RFC 6455 whose accept is wrong to the finding that says why; the wrong accepts are made with node:crypto. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analyse } from "../../../src/core/analyse.ts";
import { latin1 } from "../../../src/core/bytes/ascii.ts";
import { ACCEPT_MISTAKES } from "../../../src/core/diagnosis/accept-suspects/mistakes.ts";
import { catalogue } from "../../../src/core/diagnosis/catalogue/index.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { pasted } from "../../../src/core/diagnosis/example.ts";
import { type Facts, readFacts } from "../../../src/core/diagnosis/facts/facts.ts";
import type { Finding } from "../../../src/core/diagnosis/finding.ts";
import {
  acceptExchange,
  rfcExchange,
  rfcRequest,
} from "../../../src/core/diagnosis/rfc-example.ts";
import type { Suspect } from "../../../src/core/diagnosis/suspect.ts";
import type { Conversation } from "../../../src/core/input/conversation.ts";

const KEY = "dGhlIHNhbXBsZSBub25jZQ==";
const OTHER = "wrlAB5pvwwNGrECBptpgjA==";
const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const RIGHT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

const FIXTURE = join(import.meta.dirname, "../../fixtures/wrong-digests.json");
const seen: { id: string; value: string }[] = JSON.parse(readFileSync(FIXTURE, "utf8")).rfc6455;

function sha1(...texts: string[]): Buffer {
  return createHash("sha1").update(texts.join("")).digest();
}

function errors(conversation: Conversation, others: readonly Conversation[] = []): string[] {
  const { findings } = diagnose(conversation, { others });
  return findings.filter(({ level }) => level === "error").map(({ code }) => code);
}

describe("every known mistake has one finding", () => {
  const facts = readFacts(acceptExchange("AAECAwQFBgcICQoLDA0ODxAREhM="));
  const suspect = (...mistakes: string[]): Suspect => ({
    ...{ id: mistakes.join("+"), mistakes, title: "A mistake", formula: "SHA1(…)", matched: 28 },
    ...{ sentence: "It did something else.", wrong: ["sha1"], fix: "Do it right." },
  });
  const found = (...suspects: Suspect[]): Finding[] => {
    const explained: Facts = { ...facts, suspects };
    return catalogue
      .flatMap((entry) => entry.find(explained))
      .filter((one) => one.level === "error");
  };
  const constants = ["key-echoed", "example-accept", "other-connections-key"];
  const ids = [...seen, ...ACCEPT_MISTAKES].map(({ id }) => id);

  test.each([...new Set([...ids, ...constants])])("%s", (id) => {
    expect(found(suspect(id))).toHaveLength(1);
    expect(found(suspect(id))[0]?.code).toMatch(/^accept-(?!mismatch)/);
  });

  test("two mistakes at once are two findings", () => {
    const codes = found(suspect("key-decoded", "wrong-guid")).map(({ code }) => code);
    expect(codes).toEqual(["accept-wrong-guid", "accept-key-decoded-first"]);
  });

  test("none known leaves the finding that says so", () => {
    expect(found().map(({ code }) => code)).toEqual(["accept-mismatch"]);
  });
});

describe("the code for a wrong accept", () => {
  test.each([
    ["accept-key-trailing-cr", sha1(KEY, "\r", GUID).toString("base64")],
    ["accept-key-trailing-cr", sha1(" ", KEY, GUID).toString("base64")],
    ["accept-guid-missing", sha1(KEY).toString("base64")],
    ["accept-wrong-guid", sha1(KEY, GUID.replace("C5AB", "C5BA")).toString("base64")],
    ["accept-base64-of-hex", Buffer.from(sha1(KEY, GUID).toString("hex")).toString("base64")],
    ["accept-key-decoded-first", sha1("the sample nonce", GUID).toString("base64")],
    ["accept-other-encoding", sha1(KEY, GUID.toLowerCase()).toString("base64")],
    ["accept-other-encoding", sha1(KEY, GUID).toString("hex")],
    ["accept-other-encoding", sha1(KEY, GUID).toString("latin1")],
    ["accept-other-encoding", sha1(KEY, GUID, "superchat").toString("base64")],
    ["accept-for-other-key", KEY],
    ["accept-mismatch", sha1(OTHER, GUID).toString("base64")],
    ["accept-mismatch", "no digest at all"],
  ])("%s, of %j", (code, accept) => {
    const { verdict, findings, suspects } = analyse(acceptExchange(accept));
    expect(verdict).toBe("refuse");
    expect(findings[0]).toMatchObject({ code, level: "error", in: "response" });
    expect(suspects.length).toBe(code === "accept-mismatch" ? 0 : 1);
  });

  test("that answers another connection names it, when that one is known", () => {
    const swapped = acceptExchange(sha1(OTHER, GUID).toString("base64"));
    const others = [rfcRequest(), rfcRequest((text) => text.replace(KEY, OTHER))];
    expect(errors(swapped, others)).toEqual(["accept-for-other-key"]);
    expect(analyse(swapped, { others }).suspects[0]?.id).toBe("other-connections-key");
  });
});

describe("an accept that is no text of 28 characters", () => {
  /** The first key whose digest the test wants to see. */
  const keyFor = (wanted: (digest: Buffer) => boolean): string => {
    for (let n = 0; ; n++) {
      const key = Buffer.from(String(n).padStart(16, "0")).toString("base64");
      if (wanted(sha1(key, GUID))) return key;
    }
  };

  test.each([9, 6, 12])("is named when it was cut at a zero byte, the %i. of the digest", (at) => {
    const key = keyFor((digest) => digest.indexOf(0) === at);
    const cut = sha1(key, GUID).subarray(0, at).toString("base64");
    const { suspects } = analyse(acceptExchange(cut, key));
    expect(suspects.map(({ id }) => id)).toEqual(["digest-cut-at-nul"]);
  });

  test.each([0x20, 0x09, 0x0a, 0x0d])(
    "is named when it is raw and begins with byte %i",
    (first) => {
      const key = keyFor((digest) => digest[0] === first);
      const raw = sha1(key, GUID).toString("latin1");
      const { suspects } = analyse(acceptExchange(raw, key));
      expect(suspects.map(({ id }) => id)).toEqual(["raw-bytes"]);
    },
  );
});

test("an accept that has the form of one may belong to another key, and no other may", () => {
  const found = (accept: string) =>
    diagnose(acceptExchange(accept)).findings.filter(({ code }) => code === "accept-for-other-key");
  expect(found(sha1(OTHER, GUID).toString("base64"))).toMatchObject([{ level: "warning" }]);
  expect(found("no digest at all")).toEqual([]);
  expect(found(sha1(KEY).toString("base64"))).toEqual([]);
  expect(found(RIGHT)).toEqual([]);
});

describe("a right accept", () => {
  test("is good news, and makes the verdict", () => {
    const { verdict, findings } = diagnose(rfcExchange());
    expect(verdict).toBe("accept");
    expect(findings.map(({ code }) => code)).toContain("accept-right");
  });

  test("with an LF of its own behind it is right, and the encoder is named", () => {
    const broken = rfcExchange((text) => text.replace(`${RIGHT}\r\n`, `${RIGHT}\n`));
    const { suspects, findings } = analyse(broken);
    expect(suspects.map(({ id }) => id)).toEqual(["newline-in-header"]);
    const found = findings.find(({ code }) => code === "accept-other-encoding");
    expect(found?.level).toBe("warning");
  });

  test("with CR LF of its own behind it ends the head too early", () => {
    const broken = rfcExchange((text) => text.replace(RIGHT, `${RIGHT}\r\n`));
    expect(analyse(broken).suspects.map(({ id }) => id)).toEqual(["newline-in-header"]);
    expect(analyse(broken).verdict).toBe("refuse");
  });

  test("in an answer whose lines all end with LF is just right", () => {
    const { suspects } = analyse(rfcExchange((text) => text.replaceAll("\r\n", "\n")));
    expect(suspects).toEqual([]);
  });
});

describe("what cannot be compared", () => {
  test("an answer without its request is not called wrong", () => {
    const { request: _, ...alone } = acceptExchange("AAECAwQFBgcICQoLDA0ODxAREhM=");
    expect(errors(alone)).toEqual([]);
    expect(diagnose(alone).verdict).toBe("unknown");
  });

  test("a key that somebody took out", () => {
    const hidden = rfcExchange(
      (text) => text,
      (text) => text.replace(KEY, "[redacted]"),
    );
    expect(errors(pasted(hidden, "redacted", "The key was taken out."))).toEqual([]);
  });

  test("an accept that a paste damaged is never an error", () => {
    const damaged = pasted(
      acceptExchange("AAECAwQFBgcICQoLDA0ODxAREhM="),
      "cut",
      "The end is missing.",
      "response",
    );
    expect(errors(damaged)).toEqual([]);
    expect(diagnose(damaged).verdict).toBe("unknown");
  });
});

describe("a request without what makes an accept", () => {
  test.each([
    ["key-missing", /Sec-WebSocket-Key: .*\r\n/, ""],
    ["key-missing", KEY, ""],
    ["key-not-16-bytes", KEY, "dGhlIHNhbXBsZSBub25jZQ"],
    ["key-not-16-bytes", KEY, "0123456789abcdef0123456789abcdef"],
    ["version-unsupported", /Sec-WebSocket-Version: .*\r\n/, ""],
    ["version-unsupported", "Version: 13", "Version: 0"],
    ["version-unsupported", "Version: 13", "Version: 13, 8"],
  ] as const)("%s: %s becomes %j", (code, what, by) => {
    const { verdict, findings } = diagnose(rfcRequest((text) => text.replace(what, by)));
    expect(verdict).toBe("refuse");
    expect(findings[0]?.code).toBe(code);
  });

  test("a version that the server does not speak is told from its answer", () => {
    const refused = rfcExchange(
      () => "HTTP/1.1 426 Upgrade Required\r\nSec-WebSocket-Version: 13\r\n\r\n",
      (text) => text.replace("Version: 13", "Version: 7"),
    );
    expect(errors(refused)).toEqual(["status-not-101", "version-unsupported"]);
    const other = latin1("HTTP/1.1 400 Bad Request\r\nSec-WebSocket-Version: 8, 7\r\n\r\n");
    expect(errors({ ...refused, response: other })).toEqual(["status-not-101"]);
  });
});

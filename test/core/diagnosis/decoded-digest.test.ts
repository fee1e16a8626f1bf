/** Answers pasted as text in which the digest no longer has a character for each byte. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromLatin1 } from "../../../src/core/bytes/ascii.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { draftReply } from "../../../src/core/diagnosis/example.ts";
import type { Conversation } from "../../../src/core/input/conversation.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";
import { keys, requestWith } from "./suspects/requests.ts";
import { type Keys, WRONG, wrongReply } from "./suspects/wrong-servers.ts";

describe("a digest that a decoder of UTF-8 took for text", () => {
  const HEAD = fromLatin1(draftReply("").response ?? new Uint8Array());

  /** As a log of Node or a browser's console shows it, with the request as a capture has it. */
  function shown(request: Keys, reply: Buffer): Conversation {
    const [pasted] = readPaste(`${HEAD}${reply.toString("utf8")}`);
    return { ...(pasted as Conversation), request: requestWith(request) };
  }

  test("still names the mistake, by what is left of it", () => {
    fc.assert(
      fc.property(keys, (request) => {
        const reply = wrongReply(request, ...(WRONG["keys-swapped"] ?? [])) as Buffer;
        fc.pre(!reply.equals(wrongReply(request) as Buffer));
        const text = reply.toString("utf8");
        // What begins with line ends looks as if it began behind them.
        fc.pre(!/^[\r\n]/.test(text));
        fc.pre(/[^ -~]/.test(text) && text.replace(/[^!->@-~]/g, "").length >= 4);
        const { suspects, findings } = diagnose(shown(request, reply));
        expect(suspects.map(({ id }) => id)).toContain("keys-swapped");
        expect(findings.map(({ code }) => code)).toContain("digest-key-order");
      }),
    );
  });

  test("still names it where the bytes happen to be UTF-8", () => {
    const key3 = Buffer.from([213, 34, 13, 10, 2, 13, 97, 13]);
    const request = { key1: ":         3843995724", key2: "!       3145634044", key3 };
    const reply = wrongReply(request, ...(WRONG["keys-swapped"] ?? [])) as Buffer;
    expect(reply.toString("utf8")).toContain("\u010a");
    expect(diagnose(shown(request, reply)).suspects.map(({ id }) => id)).toContain("keys-swapped");
  });

  test("accuses nobody when it was right", () => {
    fc.assert(
      fc.property(keys, (request) => {
        const { suspects, verdict } = diagnose(shown(request, wrongReply(request) as Buffer));
        expect(suspects).toEqual([]);
        expect(verdict).not.toBe("refuse");
      }),
    );
  });
});

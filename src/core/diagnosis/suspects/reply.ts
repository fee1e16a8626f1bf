/** Mistakes from the challenge to the wire: hybi-00 §5.2 steps 9 and 13. */
import { concat, latin1 } from "../../bytes/ascii.ts";
import { encodeBase64 } from "../../bytes/base64.ts";
import { hex } from "../../bytes/hex.ts";
import type { Mistake, Way } from "./mistake.ts";
import type { Received } from "./received.ts";
import { sha1 } from "./sha1.ts";
import { eachByteReplaced, latin1AsUtf8, replaced } from "./text.ts";

const RAW_FIX =
  "Ask for the raw digest: md5($challenge, true) in PHP, .digest() instead of .hexdigest() in Python and Ruby, hash.digest() without an encoding in Node, MessageDigest.digest() in Java, MD5.HashData in C#.";
const WRITE_FIX =
  "Write the 16 bytes as bytes: socket.write(buffer) in Node, OutputStream instead of a Writer in Java, Stream instead of StreamWriter in C#.";

/** What the hash is made of, and which one it is. */
export const HASH_MISTAKES: readonly Mistake[] = [
  {
    id: "code-points-as-utf8",
    title: "Challenge hashed as UTF-8 text",
    sentence:
      "It made a string of one character for each byte of the challenge and hashed that as UTF-8.",
    wrong: "md5",
    fix: "Hash bytes: in Node pass a Buffer, or 'latin1' as the encoding, to hash.update(); an MD5 for browsers needs its binary variant.",
    ways: [
      {
        input: { run: latin1AsUtf8, formula: (challenge) => `utf8(latin1(${challenge}))` },
      },
    ],
  },
  {
    id: "sha1-truncated",
    title: "SHA-1 instead of MD5",
    sentence: "It sent the first 16 bytes of a SHA-1.",
    wrong: "md5",
    fix: "This draft uses MD5; SHA-1 came with hybi-04.",
    ways: [
      {
        hash: {
          run: (input) => sha1(input).subarray(0, 16),
          formula: (input) => `first16(SHA1(${input}))`,
        },
      },
    ],
  },
];

const DECODED = (digest: string): string => `utf8(decode(${digest}))`;

/** What is sent of a digest. */
export const REPLY_MISTAKES: readonly Mistake[] = [
  {
    id: "hex-text",
    title: "Digest in hexadecimal",
    sentence:
      "It sent the digest as 32 hexadecimal digits; a client takes the first 16 of them for the digest.",
    wrong: "md5",
    fix: RAW_FIX,
    ways: [
      reply(
        (digest) => latin1(hex(digest)),
        (digest) => `hex(${digest})`,
      ),
    ],
  },
  {
    id: "hex-text-upper",
    title: "Digest in upper-case hexadecimal",
    sentence:
      "It sent the digest as 32 hexadecimal digits in capitals; a client takes the first 16 of them for the digest.",
    wrong: "md5",
    fix: RAW_FIX,
    ways: [
      reply(
        (digest) => latin1(hex(digest).toUpperCase()),
        (digest) => `HEX(${digest})`,
      ),
    ],
  },
  {
    id: "hex-text-dashes",
    title: "Digest in hexadecimal with dashes",
    sentence: "It sent the digest as hexadecimal with dashes, as BitConverter.ToString writes it.",
    wrong: "md5",
    fix: `Send the byte[] itself, not BitConverter.ToString of it. ${RAW_FIX}`,
    ways: [
      reply(
        (digest) => latin1(hex(digest, "-").toUpperCase()),
        (digest) => `HEX-WITH-DASHES(${digest})`,
      ),
    ],
  },
  {
    id: "base64-text",
    title: "Digest in Base64",
    sentence: "It sent the digest as Base64, which later drafts do with their SHA-1.",
    wrong: "md5",
    fix: RAW_FIX,
    ways: [
      reply(
        (digest) => latin1(encodeBase64(digest)),
        (digest) => `base64(${digest})`,
      ),
    ],
  },
  {
    id: "digest-words-swapped",
    title: "Digest with its words turned",
    sentence: "It sent each four bytes of the digest in reverse order.",
    wrong: "md5",
    fix: "MD5's four words are written with the least significant byte first; an implementation that keeps them as integers must not send them in network order.",
    ways: [reply(turnWords, (digest) => `turn each word(${digest})`)],
  },
  {
    id: "digest-reversed",
    title: "Digest reversed",
    sentence: "It sent the 16 bytes of the digest backwards.",
    wrong: "md5",
    fix: "Send the digest in the order in which the hash gives it; only the two numbers are big-endian.",
    ways: [
      reply(
        (digest) => digest.toReversed(),
        (digest) => `reverse(${digest})`,
      ),
    ],
  },
  {
    id: "digest-latin1-as-utf8",
    title: "Digest sent as UTF-8 text",
    sentence:
      "It wrote the digest as text, and each byte from 80 on became two. This works only when all 16 are ASCII.",
    wrong: "answer",
    fix: WRITE_FIX,
    ways: [reply(latin1AsUtf8, (digest) => `utf8(latin1(${digest}))`)],
  },
  {
    id: "digest-lossy-utf8",
    title: "Digest through a UTF-8 decoder",
    sentence:
      "It decoded the digest as UTF-8 before it sent it, so what is no UTF-8 became EF BF BD.",
    wrong: "answer",
    fix: WRITE_FIX,
    ways: [reply(eachByteReplaced, DECODED), reply(replaced, DECODED)],
  },
  {
    id: "crlf-before-digest",
    title: "Blank line too many",
    sentence:
      "It sent another CRLF before the digest; a client takes it for the first two of the 16 bytes.",
    wrong: "responseHead",
    fix: "End the head with CR LF CR LF and send the digest at once.",
    ways: [
      reply(
        (digest) => concat("\r\n", digest),
        (digest) => `CRLF ‖ ${digest}`,
      ),
    ],
  },
  {
    id: "digest-missing",
    title: "No digest",
    sentence: "It sent nothing behind the head.",
    wrong: "answer",
    fix: "Send the 16 bytes behind the blank line. A library that answers with fields only needs them written to the socket by hand; a proxy may drop them too.",
    isAlone: true,
    ways: [constant("", "nothing")],
  },
  {
    id: "example-digest",
    title: "The draft's example",
    sentence: "It sent the digest of the draft's own example, whatever the keys.",
    wrong: "md5",
    fix: "Compute the digest from the keys of each request.",
    isAlone: true,
    ways: [constant("8jKS'y:G*Co,Wxa-", "the example of §1.2")],
  },
  {
    id: "zero-digest",
    title: "Sixteen zeros",
    sentence:
      "It sent 16 bytes 00; a tool that shows what it does not know as zeros looks the same.",
    wrong: "md5",
    fix: "See what is really on the wire, with tcpdump or Wireshark. If it is zeros, the digest's buffer is sent before it is filled.",
    isAlone: true,
    ways: [constant("\0".repeat(16), "16 × 00")],
  },
];

/** What is sent behind the digest. */
export const BEHIND_MISTAKES: readonly Mistake[] = [
  {
    id: "crlf-after-digest",
    title: "Line ends behind the digest",
    sentence: "It sent CR LF behind the digest, which a client reads as the start of a frame.",
    wrong: "answer",
    fix: "Send nothing behind the 16 bytes but frames: print without a newline, no terminator after the body.",
    ways: [behind("\r\n\r\n", "CRLF CRLF"), behind("\r\n", "CRLF")],
  },
  {
    id: "nul-after-digest",
    title: "NUL behind the digest",
    sentence: "It sent a NUL behind the digest, which a client reads as the start of a text frame.",
    wrong: "answer",
    fix: "Send nothing behind the 16 bytes but frames: no chr(0) and no terminator of a C string.",
    ways: [behind("\0", "NUL")],
  },
];

/** The mistake that put these bytes behind a digest. A CR begins no frame; a NUL does, so it must be the only byte. */
export function sentBehind(tail: Received): { mistake: Mistake; way: Way } | null {
  for (const mistake of BEHIND_MISTAKES) {
    for (const way of mistake.ways) {
      const bytes = way.behind?.run(new Uint8Array(0)) ?? [];
      const isAll = tail.length === bytes.length;
      const begins = bytes.every((byte, at) => byte === tail[at]);
      if (begins && (isAll || bytes[0] !== 0)) return { mistake, way };
    }
  }
  return null;
}

function reply(run: (digest: Uint8Array) => Uint8Array, formula: (digest: string) => string): Way {
  return { reply: { run, formula } };
}

function constant(text: string, formula: string): Way {
  return reply(
    () => latin1(text),
    () => formula,
  );
}

function behind(text: string, formula: string): Way {
  return {
    behind: {
      run: (reply) => concat(reply, text),
      formula: (reply) => `${reply} ‖ ${formula}`,
    },
  };
}

function turnWords(digest: Uint8Array): Uint8Array {
  return digest.map((_, at) => digest[at ^ 3] as number);
}

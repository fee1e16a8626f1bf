/** Mistakes from the joined text to the digest: RFC 6455 §4.2.2 item 5.4. */
import { hmac } from "@noble/hashes/hmac.js";
import { sha1 as nobleSha1 } from "@noble/hashes/legacy.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { concat } from "../../bytes/ascii.ts";
import { traceMd5 } from "../../hash/md5.ts";
import type { Mistake } from "./mistake.ts";
import { joined, type Link, link, type Recipe, type Way } from "./recipe.ts";

export const INPUT_MISTAKES: readonly Mistake[] = [
  suffixed(
    "newline-after-guid",
    "Line break behind the GUID",
    "It hashed a line break behind the GUID, as a shell does that echoes without -n.",
    "Use printf '%s' or echo -n; do not read the GUID from a line.",
    ["\n", "0A"],
    ["\r\n", "0D0A"],
  ),
  suffixed(
    "nul-after-guid",
    "NUL behind the GUID",
    "It hashed the NUL that ends a string in C: sizeof counts it.",
    "Use strlen, or sizeof minus one.",
    ["\0", "00"],
  ),
  {
    id: "utf16le",
    title: "UTF-16 hashed, low byte first",
    sentence: "It hashed two bytes for each character: UTF-16, the low byte first.",
    wrong: "sha1",
    fix: "Make bytes of the text as ASCII or UTF-8: Encoding.ASCII in C#, not Encoding.Unicode; AnsiString or TEncoding.ASCII in Delphi.",
    ways: inUtf16("utf16le", 0),
  },
  {
    id: "utf16be",
    title: "UTF-16 hashed, high byte first",
    sentence: "It hashed two bytes for each character: UTF-16, the high byte first.",
    wrong: "sha1",
    fix: "Make bytes of the text as ASCII or UTF-8: StandardCharsets.US_ASCII in Java, not UTF_16.",
    ways: inUtf16("utf16be", 1),
  },
];

export const HASH_MISTAKES: readonly Mistake[] = [
  hashedWith("sha256", "SHA-256", (input) => sha256(input)),
  hashedWith("sha512", "SHA-512", (input) => sha512(input)),
  hashedWith("md5", "MD5", (input) => traceMd5(input).digest),
  {
    id: "hmac-sha1",
    title: "HMAC instead of a hash",
    sentence: "It computed an HMAC with SHA-1, which needs a secret; there is none here.",
    wrong: "sha1",
    fix: "Compute the plain SHA-1 of key and GUID, one behind the other.",
    ways: [
      {
        hash: link(
          (_, key, guid) => hmac(nobleSha1, guid, key),
          (_, key, guid) => `HMAC-SHA1(key=${guid}, msg=${key})`,
        ),
      },
      {
        hash: link(
          (_, key, guid) => hmac(nobleSha1, key, guid),
          (_, key, guid) => `HMAC-SHA1(key=${key}, msg=${guid})`,
        ),
      },
    ],
  },
  {
    id: "not-hashed",
    title: "Not hashed",
    sentence: "It encoded key and GUID without hashing them.",
    wrong: "sha1",
    fix: "Hash them with SHA-1 first; the accept always has 28 characters.",
    ways: [{ hash: link(first, (input = "") => input) }],
  },
  {
    id: "sha1-twice",
    title: "Hashed twice",
    sentence: "It hashed the digest once more.",
    wrong: "sha1",
    fix: "Hash once.",
    ways: [
      {
        hash: link(
          (input) => nobleSha1(nobleSha1(input)),
          (input) => `SHA1(SHA1(${input}))`,
        ),
      },
    ],
  },
];

export const DIGEST_MISTAKES: readonly Mistake[] = [
  {
    id: "words-swapped",
    title: "Digest with its words turned",
    sentence: "It wrote each four bytes of the digest in reverse order.",
    wrong: "sha1",
    fix: "SHA-1's five words are written with the most significant byte first: htonl in C.",
    ways: [
      {
        digest: link(
          (digest) => digest.map((_, at) => digest[(at & ~3) + 3 - (at & 3)] ?? 0),
          (digest) => `turn each word(${digest})`,
        ),
      },
    ],
  },
  {
    id: "digest-cut-at-nul",
    title: "Digest cut at a zero byte",
    sentence:
      "It took the digest for a string in C, which ends at the first zero byte. One digest in thirteen has one.",
    wrong: "base64",
    fix: "Give the encoder a length of 20 instead of strlen.",
    ways: [
      {
        digest: link(
          (digest) => (digest.includes(0) ? digest.subarray(0, digest.indexOf(0)) : digest),
          (digest) => `${digest}[0:strlen]`,
        ),
      },
    ],
  },
  {
    id: "digest-reversed",
    title: "Digest reversed",
    sentence: "It wrote the 20 bytes of the digest backwards.",
    wrong: "sha1",
    fix: "Write the digest as the library gives it.",
    ways: [
      {
        digest: link(
          (digest) => digest.slice().reverse(),
          (digest) => `reverse(${digest})`,
        ),
      },
    ],
  },
];

function hashedWith(id: string, name: string, run: (input: Uint8Array) => Uint8Array): Mistake {
  return {
    id,
    title: `${name} instead of SHA-1`,
    sentence: `It used ${name}.`,
    wrong: "sha1",
    fix: "Use SHA-1. It is no secret that it guards: it shows that the server has read the key.",
    ways: [{ hash: link(run, (input) => `${name.replace("-", "")}(${input})`) }],
  };
}

function suffixed(
  id: string,
  title: string,
  sentence: string,
  fix: string,
  ...suffixes: readonly [readonly [string, string], ...(readonly [string, string])[]]
): Mistake {
  const [usual, ...others] = suffixes.map(
    ([suffix, hex]): Way => ({ behindGuid: withSuffix(suffix, hex) }),
  );
  return { id, title, sentence, wrong: "concatenate", fix, ways: [usual as Way, ...others] };
}

/** The GUID with something behind it; `name` is its formula. */
export function withSuffix(
  suffix: string | Uint8Array,
  name: string,
): Link<Recipe["behindGuid"]["run"]> {
  return link(
    (guid) => concat(guid, suffix),
    (guid = "") => joined(guid, name),
  );
}

function first(input: Uint8Array): Uint8Array {
  return input;
}

/** All that is hashed, or the key alone where the GUID is in bytes already. */
function inUtf16(name: string, at: 0 | 1): readonly [Way, Way] {
  return [
    {
      input: link(
        (all) => widened(all, at),
        (all) => `${name}(${all})`,
      ),
    },
    {
      input: link(
        (_, key, guid) => concat(widened(key, at), guid),
        (_, key, guid = "") => joined(`${name}(${key})`, guid),
      ),
    },
  ];
}

/** Each byte at an even or an odd place, zeros between. */
function widened(bytes: Uint8Array, at: 0 | 1): Uint8Array {
  const wide = new Uint8Array(2 * bytes.length);
  bytes.forEach((byte, i) => {
    wide[2 * i + at] = byte;
  });
  return wide;
}

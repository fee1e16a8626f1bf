/** Mistakes from the digest to the header: RFC 6455 §4.2.2 item 5.4. */
import { concat, fromLatin1, latin1 } from "../../bytes/ascii.ts";
import { encodeBase64 } from "../../bytes/base64.ts";
import { hex } from "../../bytes/hex.ts";
import type { Mistake } from "./mistake.ts";
import { link, type Way } from "./recipe.ts";

const RAW_FIX =
  "Ask for the raw digest before you encode it: sha1($text, true) in PHP, .digest() instead of .hexdigest() in Python and Ruby, .digest('base64') in Node, MessageDigest.digest() in Java.";

export const TEXT_MISTAKES: readonly Mistake[] = [
  {
    id: "base64-of-hex",
    title: "Base64 of the digest's hexadecimal digits",
    sentence:
      "It encoded the 40 hexadecimal digits of the digest: the accept has 56 characters instead of 28.",
    wrong: "base64",
    fix: RAW_FIX,
    ways: [
      encodedAs(
        (digest) => encodeBase64(latin1(hex(digest))),
        (digest) => `base64(hex(${digest}))`,
      ),
    ],
  },
  {
    id: "base64-of-upper-hex",
    title: "Base64 of the digest's hexadecimal digits, in capitals",
    sentence: "It encoded the 40 hexadecimal digits of the digest, in capitals.",
    wrong: "base64",
    fix: RAW_FIX,
    ways: [
      encodedAs(
        (digest) => encodeBase64(latin1(hex(digest).toUpperCase())),
        (digest) => `base64(HEX(${digest}))`,
      ),
    ],
  },
  {
    id: "hex",
    title: "Digest in hexadecimal",
    sentence: "It sent the digest as hexadecimal digits.",
    wrong: "base64",
    fix: `Encode it as Base64. ${RAW_FIX}`,
    ways: [
      encodedAs(
        (digest) => hex(digest),
        (digest) => `hex(${digest})`,
      ),
      encodedAs(
        (digest) => hex(digest).toUpperCase(),
        (digest) => `HEX(${digest})`,
      ),
    ],
  },
  {
    id: "raw-bytes",
    title: "Digest as raw bytes",
    sentence: "It put the 20 bytes of the digest into the header as they are.",
    wrong: "base64",
    fix: "Encode them as Base64.",
    ways: [encodedAs(fromLatin1, (digest) => digest)],
  },
];

export const SENT_MISTAKES: readonly Mistake[] = [
  {
    id: "base64url-or-unpadded",
    title: "Another Base64",
    sentence: 'It encoded with "-" and "_" for "+" and "/", or left out the "=" at the end.',
    wrong: "base64",
    fix: "Use the standard alphabet with padding (RFC 4648 §4), not the one for URLs: b64encode instead of urlsafe_b64encode in Python, StdEncoding instead of URLEncoding or RawStdEncoding in Go.",
    ways: [
      sentAs((text) => toUrl(text).replace(/=+$/, ""), "base64url"),
      sentAs(toUrl, "base64url, padded"),
      sentAs((text) => text.replace(/=+$/, ""), 'base64−"="'),
    ],
  },
  {
    id: "newline-in-header",
    title: "Line break behind the accept",
    sentence:
      "It wrote a line break of its own behind the accept, as encoders do that break lines.",
    wrong: "responseHead",
    fix: "Trim what the encoder gives: b64encode instead of encodestring in Python, pack('m0') instead of pack('m') in Ruby, base64 -w0 in a shell, BIO_FLAGS_BASE64_NO_NL in OpenSSL.",
    ways: [sentAs((text) => `${text}\n`, "‖ 0A"), sentAs((text) => `${text}\r\n`, "‖ 0D0A")],
  },
  {
    id: "accept-quoted",
    title: "Accept in quotes",
    sentence: "It put quotes around the accept.",
    wrong: "responseHead",
    fix: "Write the 28 characters and nothing else.",
    ways: [sentAs((text) => `"${text}"`, "quoted")],
  },
];

function toUrl(text: string): string {
  return text.replaceAll("+", "-").replaceAll("/", "_");
}

function encodedAs(run: (digest: Uint8Array) => string, formula: (digest: string) => string): Way {
  return {
    text: link(
      (digest) => concat(run(digest)),
      (digest = "") => formula(digest),
    ),
  };
}

/** `how`: what is done to the text, in a few characters. */
function sentAs(run: (text: string) => string, how: string): Way {
  return {
    sent: link(
      (text) => latin1(run(fromLatin1(text))),
      (text) => (how.startsWith("‖") ? `${text} ${how}` : `${how}: ${text}`),
    ),
  };
}

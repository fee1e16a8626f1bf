import type { Group } from "../group.ts";

export const DIGEST: Group = {
  id: "digest",
  title: "The digest",
  about:
    "The sixteen bytes behind the head of a hixie-76 answer. A browser that finds them wrong closes without a word, so the bytes themselves have to tell which mistake was made.",
  pages: [
    {
      code: "digest-missing",
      name: "The 16 bytes of the digest are missing",
      description:
        "A hixie-76 WebSocket stays in CONNECTING after a good 101: the server never sent the 16 bytes behind its head, or did not flush them.",
    },
    {
      code: "digest-too-short",
      name: "The digest has fewer than 16 bytes",
      description:
        "A hixie-76 client waits in silence for the rest of the 16 bytes: a digest treated as a string stops at a NUL, or is trimmed.",
    },
    {
      code: "digest-mismatch",
      name: "The digest is wrong, by no known mistake",
      description:
        "A hixie-76 browser closes right after the 101 and prints nothing: the 16 bytes are not the MD5 of both numbers and key3. How to find out why.",
    },
    {
      code: "digest-without-body",
      name: "The digest was made without the eight bytes",
      description:
        "The hixie-76 server hashed its two numbers alone, because key3 had not come yet: HAProxy, nginx, or a first read that ends with the head.",
    },
    {
      code: "digest-hex-or-base64",
      name: "The digest was sent as hex or base64 text",
      description:
        "hexdigest() for digest(), md5($x) for md5($x, true): the hixie-76 server sent 32 hex digits or base64 where 16 raw bytes belong.",
    },
    {
      code: "digest-wrong-endian",
      name: "Bytes in the wrong order: little-endian",
      description:
        "pack('V') for pack('N'), writeUInt32LE for BE, '<I' for '>I': the numbers of a hixie-76 challenge go most significant byte first.",
    },
    {
      code: "digest-key-order",
      name: "The pieces of the challenge in the wrong order",
      description:
        "The hixie-76 challenge is the number of Key1, that of Key2, then key3, in whatever order the two fields came in the request.",
    },
    {
      code: "digest-not-divided",
      name: "Numbers not divided by their spaces",
      description:
        "The hixie-76 server packed the digits of its keys undivided, or counted the spaces wrong: runs joined into one, TABs counted, one too many.",
    },
    {
      code: "digest-text-numbers",
      name: "Numbers as decimal text or as eight bytes",
      description:
        "The hixie-76 challenge has four bytes for each number. “829309203” as digits, or a 64-bit integer, makes another MD5.",
    },
    {
      code: "digest-signed-32bit",
      name: "A number cut to signed 32 bits",
      description:
        "hixie-76 fails now and then: int in Java or C, | 0 in JavaScript and 32-bit PHP turn large numbers of its keys negative, or stop at 2147483647.",
    },
    {
      code: "digest-of-bad-key",
      name: "A key was answered that must be refused",
      description:
        "The server dropped the remainder of a hixie-76 key's division, or cut its number to 32 bits, and answered where the draft says abort.",
    },
    {
      code: "digest-body-trimmed",
      name: "The eight bytes were trimmed or read as a line",
      description:
        "trim(), strip(), chomp or readLine on key3: a hixie-76 handshake that fails only when the eight bytes hold a line end, or a space at an end.",
    },
    {
      code: "digest-body-shifted",
      name: "The eight bytes taken from the wrong place",
      description:
        "key3 begins behind CR LF CR LF. A hixie-76 server that starts two bytes too early, or hashes a CR LF or a NUL behind it, gets another MD5.",
    },
    {
      code: "digest-body-charset",
      name: "Bytes that went through a character set",
      description:
        "toString() on key3, a Reader for an InputStream, UTF-8 for bytes: a hixie-76 digest that is right only when all eight bytes are ASCII.",
    },
    {
      code: "key-regex-truncated",
      name: "A key cut short by a regular expression",
      description:
        "[^$]+ stops at a dollar sign: hixie-76 keys hold punctuation of all kinds, and a server that cuts them there fails for some connections only.",
    },
    {
      code: "digest-other-hash",
      name: "Another hash than MD5, or of something else",
      description:
        "The hixie-76 server used SHA-1, which came with hybi-04, or hashed the text of the two keys, whose numbers were never computed.",
    },
    {
      code: "digest-hard-coded",
      name: "The digest is always the same",
      description:
        "Sixteen zero bytes, or the draft's “8jKS'y:G*Co,Wxa-” for every client: the hixie-76 server sends a buffer never filled, or a sample.",
    },
    {
      code: "crlf-after-head",
      name: "An empty line too many before the digest",
      description:
        "“Unrecognized frame opcode: 13”, “Control frames must not be fragmented”: one CR LF too many behind the 101 is read as digest or frame.",
    },
    {
      code: "extra-bytes-after-digest",
      name: "Bytes behind the digest that are no frame",
      description:
        "A WebSocket that opens and then loses its first message: println, \\r\\n or a NUL behind the 16 bytes. “unknown opcode 13” in later versions.",
    },
  ],
};

/** The words of each step. Numbers in them come from the step; nothing here computes. */
import type { Hixie76StepId } from "../../core/trace/hixie76-step.ts";
import { FIRST_WORDS } from "./titles.ts";

/** What happens and why, in two or three sentences. */
export const HIXIE76_WORDS: Readonly<Record<Hixie76StepId, string>> = {
  "read-request": FIRST_WORDS,
  "key1-digits":
    "Only the digits count, in the order they stand in; everything between them is noise that a browser mixed in. Together they are one decimal number.",
  "key1-spaces":
    "The spaces of the key are counted: U+0020 and nothing else. They carry a secret that an ordinary HTTP form cannot forge, so a key without any is a sign of an attack.",
  "key1-division":
    "The digits make one number; the spaces say what to divide it by. A remainder would mean that whoever sent this is not a WebSocket client, and the server must hang up.",
  "key2-digits":
    "The second key works like the first, with its own noise. Two keys make it harder to smuggle a handshake through a client that can set one header.",
  "key2-spaces":
    "Again only U+0020 counts. A parser that trims the value, or a web page that folds two spaces into one, changes the answer here.",
  "key2-division":
    "Number by spaces, without a remainder. The client chose the result first and multiplied, so the division always comes out even for an honest key.",
  pack: "Each part becomes four bytes with the most significant first, as numbers travel on a network. Most processors keep them the other way round, which makes this a favourite mistake.",
  challenge:
    "The two packed parts and then the eight bytes behind the head, as they came: sixteen bytes that this server can only know from this request.",
  "md5-padding":
    "MD5 works on blocks of 64 bytes. Behind the message comes one byte 80, then zeros, then the length of the message in bits, low byte first.",
  "md5-rounds":
    "Four registers are stirred 64 times. Each round mixes three of them, adds one word of the block and a constant, rotates, and adds the second register.",
  "md5-digest":
    "What the rounds left is added to the registers they began with. The four sums, low byte first, are the digest: sixteen raw bytes, never text.",
  "response-head":
    "A status line and fields that repeat what the client asked for, so that it can see it reached the right server. Origin and location must match its own to the letter.",
  response:
    "Fields, an empty line, and the sixteen bytes of the digest behind it. The client has computed the same digest; if one bit differs, it closes the connection without a word.",
};

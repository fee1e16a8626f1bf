/** The words of each step. Numbers in them come from the step; nothing here computes. */
import type { Rfc6455StepId } from "../../core/trace/rfc6455-step.ts";

/** What happens and why, in two or three sentences. */
export const RFC6455_WORDS: Readonly<Record<Rfc6455StepId, string>> = {
  "read-request":
    "A GET of HTTP/1.1 that asks for another protocol. The server looks for Upgrade, Connection, a key and a version; Origin says which page asks, and the rest are offers that it may take or leave.",
  key: "The client made sixteen random bytes and wrote them in Base64: 24 characters that end with “==”. The server checks that much. The key is no secret; it only has to be new each time.",
  concatenate:
    "Behind the key, as it stands in the field, comes a GUID that is written in the RFC. No cache and no server that knows nothing of WebSocket would put just this text behind it: that is the whole proof.",
  "sha1-padding":
    "SHA-1 works on blocks of 64 bytes. Behind the message comes one byte 80, then zeros, then the length of the message in bits, high byte first. Sixty bytes and their length need two blocks.",
  "sha1-rounds":
    "Five registers are stirred 80 times for each block. Each round turns two of them, mixes three, and adds one word and a constant. The first sixteen words are the block's own; the others are made of earlier ones.",
  "sha1-digest":
    "What the rounds left is added to the registers that the block began with. The five sums, high byte first, are the digest: twenty raw bytes.",
  base64:
    "A field of a header has no room for raw bytes. Three bytes make 24 bits, cut into four times six, and each six are one character.",
  subprotocol:
    "The page may name what is to be spoken within the WebSocket, several of them in the order it likes them. The server picks one that it speaks and says so.",
  extensions:
    "The client offers ways to change the frames, each with its parameters; in practice that is permessage-deflate. The server answers with those that it will use.",
  response:
    "A status line, two fields that say that the protocol changes, and the proof. The client has computed the same; if one character differs, it closes the connection.",
};

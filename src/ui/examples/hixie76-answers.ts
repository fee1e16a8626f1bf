/** Answers of hixie-76 that a client must refuse: the draft's own with one thing wrong. An id is the code it is refused with. */
import { latin1 } from "../../core/bytes/ascii.ts";
import { fromHex, hex } from "../../core/bytes/hex.ts";
import { DRAFT, KEY3 } from "./draft-76.ts";
import { type Example, type ExampleGroup, example, text } from "./example.ts";
import { rowsOf } from "./rows.ts";

const HEAD = `HTTP/1.1 101 WebSocket Protocol Handshake
Upgrade: WebSocket
Connection: Upgrade
Sec-WebSocket-Origin: http://example.com
Sec-WebSocket-Location: ws://example.com/demo
Sec-WebSocket-Protocol: sample

`;

const DIGEST = "8jKS'y:G*Co,Wxa-";

export const HIXIE76_ANSWERS: ExampleGroup = {
  title: "hixie-76: a client must refuse",
  examples: [
    refused(
      "digest-without-body",
      "The eight bytes left out",
      "Only the two parts were hashed, as where a framework keeps what is behind the head.",
      withDigest("84f728bf5d238a8dfa8e96fea17a3225"),
    ),
    refused(
      "digest-wrong-endian",
      "Both parts packed low byte first",
      "The draft wants them high byte first, whatever the processor does.",
      withDigest("e8ad34e1eaee8cf2240c85674c2e1980"),
    ),
    refused(
      "location-mismatch",
      "The server's own address as location",
      "Behind a proxy it does not know the name by which the client called it.",
      HEAD.replace("ws://example.com/", "ws://127.0.0.1:8080/") + DIGEST,
    ),
  ],
};

/** No text carries these sixteen bytes. */
function withDigest(digest: string): string {
  return rowsOf(fromHex(hex(latin1(HEAD.replaceAll("\n", "\r\n"))) + digest) as Uint8Array);
}

function refused(id: string, title: string, note: string, answer: string): Example {
  return example(id, title, note, "hybi-00 §1.2, wrongly answered", text(DRAFT, KEY3, answer));
}

/**
 * Examples of hixie-76. What a server must refuse is the draft's own request with one thing wrong, and its id is the code it is
 * refused with. What text cannot carry is given as a hex dump.
 */
import { latin1 } from "../../core/bytes/ascii.ts";
import type { StepId } from "../../core/trace/step.ts";
import { DEFAULT_EXAMPLE, DRAFT, KEY1, KEY2, KEY3 } from "./draft-76.ts";
import { type Example, type ExampleGroup, example, text } from "./example.ts";
import { rowsOf } from "./rows.ts";

type Change = (text: string) => string;

const KEY3_AS_TEXT = "^n:ds[4U";
const DAMAGED = "hybi-00 §1.2, damaged";

const DRAFTS_OWN: readonly Example[] = [
  DEFAULT_EXAMPLE,
  example(
    "draft-76-opening",
    "The keys it explains the opening with",
    "Blanks in rows, brackets and braces: all noise but the digits and the spaces.",
    "Keys of hybi-00 §1.3, in the request of §1.2",
    text(
      withKeys("18x 6]8vM;54 *(5:  {   U1]8  z [  8", "1_ tx7X d  <  nw  334J702) 7]o}` 0"),
      "546d5b4b20543275",
    ),
  ),
  example(
    "draft-76-client",
    "The keys it has a client make",
    "The client multiplied a random number by the spaces, and the division gives it back.",
    "Keys of hybi-00 §4.1, in the request of §1.2",
    text(
      withKeys("P388 O503D&ul7 {K%gX( %7  15", "1 N ?|k UT0or 3o  4 I97N 5-S3O 31"),
      "4730222d5a3f4758",
    ),
  ),
  example(
    "draft-76-server",
    "The request it has a server read",
    "No subprotocol is asked for, so the answer has no line for one.",
    "hybi-00 §5.2",
    text(
      `GET / HTTP/1.1
Connection: Upgrade
Host: example.com
Upgrade: WebSocket
Sec-WebSocket-Key1: 3e6b263  4 17 80
Origin: http://example.com
Sec-WebSocket-Key2: 17  9 G\`ZD9   2 2b 7X 3 /r90

`,
      "576a4e7d7c4d2836",
    ),
  ),
];

const RECORDED: readonly Example[] = [
  recorded(
    "webkit-534",
    24,
    "A part above 2³¹, and NUL in key3",
    "Key 2 has one space, so its part fills all 32 bits; two of the eight bytes are 00.",
    ["Ns  36  6  4 1  5  6R694", "4\\b#1Z 2B$l78+3W$7A636X", "2c5fc200bf00a4d8"],
  ),
  recorded(
    "webkit-534-spaces",
    48,
    "Five spaces in a row",
    "A web page or a chat would show one of them; the twelve of key 2 all count.",
    ["8 3[z3H3K 4 4 G  8-2 7", "2 c-9  1 1J,%4m4+5 {G6     4 P w", "a6bbc3a70cd196c4"],
  ),
  recorded(
    "webkit-534-newline",
    41,
    "A newline in key3",
    "One handshake in thirty has a 0A among its eight bytes, and a server that reads lines stops there.",
    ["8A k7E99  }Qm1? 9 2q / |S   0", "5 788   3B54 6 8", "0afa7267aae1dfcb"],
  ),
];

const REFUSED: readonly Example[] = [
  dump("not-http", "No space after GET", "The method runs on into the path.", replace("T /", "T/")),
  damage("method-not-get", "POST", "Only GET opens a WebSocket.", replace("GET", "POST")),
  damage("target-empty", "No path", "Between the two spaces is nothing.", replace("/demo", "")),
  damage(
    "target-not-escaped",
    "An é in the path",
    "It has to be sent as %C3%A9.",
    replace("demo", "démo"),
  ),
  dump("lf-line-endings", "LF for CRLF", "No 0D stands before any 0A.", (request) =>
    request.replaceAll("\r", ""),
  ),
  dump(
    "bare-cr",
    "CR without LF",
    "The line of Host ends with 0D alone, so the next field is part of it.",
    replace("com\r\n", "com\r"),
  ),
  dump(
    "head-not-terminated",
    "No empty line",
    "Nothing says where the fields end and key3 begins.",
    replace("\r\n\r\n", "\r\n"),
  ),
  damage(
    "header-without-colon",
    "A line without a colon",
    "“Host example.com” is no field.",
    replace("Host:", "Host"),
  ),
  dump(
    "bits-in-header-value",
    "Not UTF-8",
    "The é of a cookie came as E9, in Latin-1.",
    replace("Origin", "Cookie: name=Andr\xe9\r\nOrigin"),
  ),
  damage(
    "upgrade-not-websocket",
    "Upgrade is gone",
    "A proxy took it out, as HTTP lets it.",
    withoutField("Upgrade"),
  ),
  damage(
    "connection-not-upgrade",
    "Connection: close",
    "So says a proxy that speaks for itself.",
    replace("Connection: Upgrade", "Connection: close"),
  ),
  damage(
    "connection-is-a-list",
    "Connection: keep-alive, Upgrade",
    "Clients of later drafts send a list; here it is one word.",
    replace("Connection: ", "Connection: keep-alive, "),
  ),
  damage("host-missing", "No Host", "The location cannot be told.", withoutField("Host")),
  damage("host-invalid", "Port 80800", "Ports end at 65535.", replace(".com", ".com:80800")),
  damage(
    "origin-missing-in-request",
    "No Origin",
    "A browser always sends it; a script of one's own may not.",
    withoutField("Origin"),
  ),
  damage(
    "subprotocol-invalid",
    "An empty subprotocol",
    "Who wants none leaves the field out.",
    replace(" sample", ""),
  ),
  damage(
    "key-missing-or-repeated",
    "No second key",
    "Both have to be there, once each.",
    withoutField("Sec-WebSocket-Key2"),
  ),
  damage(
    "key-without-digits",
    "A key without digits",
    "Spaces there are, but nothing to divide.",
    replace(KEY1, KEY1.replace(/\d/g, "x")),
    "key1-digits",
  ),
  damage(
    "key-without-spaces",
    "A key without spaces",
    "An ordinary form can forge such a key, so the draft takes it for an attack.",
    replace(KEY2, KEY2.replaceAll(" ", "")),
    "key2-spaces",
  ),
  damage(
    "key-not-divisible",
    "A space lost on the way",
    "The division by four leaves a remainder; by the five that were sent it leaves none.",
    replace("1  4", "1 4"),
    "key1-division",
  ),
  damage(
    "key-number-too-large",
    "A digit too many",
    "It divides, but the part does not fit 32 bits.",
    replace("1 5\n", "1 50\n"),
    "key1-division",
  ),
  dump(
    "body-missing",
    "No key3",
    "The bytes end with the empty line, as from a proxy that sees no body announced.",
    replace(KEY3_AS_TEXT, ""),
  ),
  dump(
    "body-not-8-bytes",
    "Seven bytes of key3",
    "A server waits for the eighth until somebody hangs up.",
    replace("4U", "4"),
  ),
];

/** As the menu shows them. */
export const HIXIE76_GROUPS: readonly ExampleGroup[] = [
  { title: "hixie-76: the draft's own", examples: DRAFTS_OWN },
  { title: "hixie-76: recorded", examples: RECORDED },
  { title: "hixie-76: a server must refuse", examples: REFUSED },
];

function withKeys(key1: string, key2: string): string {
  return DRAFT.replace(KEY1, () => key1).replace(KEY2, () => key2);
}

/** PhantomJS 1.9.8, whose fields come in this order but for the keys, which differ each time. */
function recorded(
  id: string,
  run: number,
  title: string,
  note: string,
  [key1, key2, key3]: readonly [key1: string, key2: string, key3: string],
): Example {
  const request = `GET /good-${run}?q=1 HTTP/1.1
Upgrade: WebSocket
Connection: Upgrade
Host: 127.0.0.1:37209
Origin: http://127.0.0.1:37209
Sec-WebSocket-Protocol: sample
Cookie: a=b
Sec-WebSocket-Key1: ${key1}
Sec-WebSocket-Key2: ${key2}

`;
  const origin = `Recorded from PhantomJS 1.9.8 (WebKit 534.34), run good-${run}`;
  return example(id, title, note, origin, text(request, key3));
}

function damage(id: string, title: string, note: string, change: Change, step?: StepId): Example {
  return example(id, title, note, DAMAGED, text(change(DRAFT), KEY3), step);
}

/** The same for damage to bytes that text does not keep: `change` sees CRLF, and key3 behind the empty line. */
function dump(id: string, title: string, note: string, change: Change): Example {
  const bytes = latin1(change(DRAFT.replaceAll("\n", "\r\n") + KEY3_AS_TEXT));
  return example(id, title, note, DAMAGED, text(rowsOf(bytes)));
}

function replace(what: string, by: string): Change {
  return (request) => request.replace(what, by);
}

function withoutField(name: string): Change {
  return (request) => request.replace(new RegExp(`^${name}: .*\n`, "m"), "");
}

/** Mistakes with the eight bytes behind the head: hybi-00 §5.1 and §5.2 step 8. */
import { CR, concat, LF } from "../../bytes/ascii.ts";
import type { Mistake, Way } from "./mistake.ts";
import { eachByteReplaced, latin1AsUtf8, replaced } from "./text.ts";

const BYTES_FIX =
  "Read exactly eight bytes as bytes: socket.recv(8) or rfile.read(8) in Python, a Buffer without toString in Node, InputStream in Java (no Reader), byte[] in C#, fread in PHP.";
const WAIT_FIX =
  "Wait until eight bytes have come behind the blank line, then compute. No header announces them, so an HTTP library may leave them out: in Node they begin in the upgrade event's head and go on in the socket, HAProxy and nginx may hold them back.";

const TRIMMED = (key3: string): string => `trim(${key3})`;
const LINE = (key3: string): string => `line(${key3})`;
const DECODED = (key3: string): string => `utf8(decode(${key3}))`;

export const BODY_MISTAKES: readonly Mistake[] = [
  {
    id: "body-missing",
    title: "The eight bytes left out",
    sentence:
      "It hashed the two numbers alone: the eight bytes behind the head were not there yet when it computed.",
    wrong: "readKey3",
    fix: WAIT_FIX,
    ways: [{ body: { run: () => new Uint8Array(0), formula: () => "" } }],
  },
  {
    id: "body-trimmed",
    title: "key3 trimmed",
    sentence: "It took white space off the ends of the eight bytes; they are not text.",
    wrong: "readKey3",
    fix: "Take key3 as it came: no strip(), trim() or chomp on the request's body.",
    ways: [
      body((key3) => trim(key3, isBlankOrNul), TRIMMED),
      body((key3) => trim(key3, isBlank), TRIMMED),
      body((key3) => trimEnd(key3, isBlankOrNul), TRIMMED),
      body((key3) => trimEnd(key3, isBlank), TRIMMED),
    ],
  },
  {
    id: "body-cut-at-newline",
    title: "key3 cut at a line end",
    sentence:
      "It read the eight bytes as a line of text and stopped at a line end among them. This fails about once in thirty handshakes.",
    wrong: "readKey3",
    fix: `Do not read key3 with readLine() or with a regular expression whose . stops at a newline (PHP: add the s modifier). ${BYTES_FIX}`,
    ways: [
      body((key3) => cut(key3, (byte) => byte === LF || byte === CR), LINE),
      body((key3) => cut(key3, (byte) => byte === LF), LINE),
    ],
  },
  {
    id: "body-after-crlf",
    title: "key3 taken two bytes too early",
    sentence: "It took the blank line's CRLF for the first two of the eight bytes.",
    wrong: "readKey3",
    fix: "key3 begins behind the blank line: search for CR LF CR LF and go on four bytes further, not two.",
    ways: [
      body(
        (key3) => concat("\r\n", key3.subarray(0, 6)),
        (key3) => `CRLF ‖ first6(${key3})`,
      ),
    ],
  },
  {
    id: "body-after-lf",
    title: "key3 taken one byte too early",
    sentence: "It took the blank line's LF for the first of the eight bytes.",
    wrong: "readKey3",
    fix: "key3 begins behind the LF of the blank line: search for CR LF CR LF and go on four bytes further, not three.",
    ways: [
      body(
        (key3) => concat("\n", key3.subarray(0, 7)),
        (key3) => `LF ‖ first7(${key3})`,
      ),
    ],
  },
  {
    id: "body-with-crlf",
    title: "key3 with a CRLF behind it",
    sentence: "It hashed a CRLF behind the eight bytes.",
    wrong: "readKey3",
    fix: `Take eight bytes and no more. A CRLF behind them comes from the tool that sent the request, a text editor or nc. ${BYTES_FIX}`,
    ways: [
      body(
        (key3) => concat(key3, "\r\n"),
        (key3) => `${key3} ‖ CRLF`,
      ),
      body(
        (key3) => concat(key3, "\n"),
        (key3) => `${key3} ‖ LF`,
      ),
    ],
  },
  {
    id: "body-with-nul",
    title: "key3 as a C string",
    sentence:
      "It treated the eight bytes as a C string: with its NUL at the end, or cut at a NUL among them.",
    wrong: "readKey3",
    fix: "Keep the length beside the bytes: memcpy(challenge + 8, key3, 8) instead of strcpy, strlen or sizeof on a string.",
    ways: [
      body(
        (key3) => concat(key3, "\0"),
        (key3) => `${key3} ‖ NUL`,
      ),
      body(
        (key3) => cut(key3, (byte) => byte === 0),
        (key3) => `${key3} up to NUL`,
      ),
    ],
  },
  {
    id: "body-lossy-utf8",
    title: "key3 decoded as UTF-8",
    sentence:
      "It decoded the eight bytes as UTF-8, so each that is none became U+FFFD, three bytes.",
    wrong: "readKey3",
    fix: `Never turn key3 into a string. ${BYTES_FIX}`,
    ways: [body(replaced, DECODED), body(eachByteReplaced, DECODED)],
  },
  {
    id: "body-latin1-as-utf8",
    title: "key3 as UTF-8 of Latin-1",
    sentence:
      "It read the eight bytes as Latin-1 and hashed that text as UTF-8, where each byte from 80 on becomes two.",
    wrong: "readKey3",
    fix: `Hash bytes, not a string: in Node pass a Buffer, or 'latin1' as the encoding, to hash.update(). ${BYTES_FIX}`,
    ways: [body(latin1AsUtf8, (key3) => `utf8(latin1(${key3}))`)],
  },
  {
    id: "body-ascii-question-marks",
    title: "key3 decoded as ASCII",
    sentence: "It decoded the eight bytes as ASCII, so each from 80 on became a question mark.",
    wrong: "readKey3",
    fix: `Do not use Encoding.ASCII in C# or US-ASCII in Java for key3. ${BYTES_FIX}`,
    ways: [
      body(
        (key3) => key3.map((byte) => (byte < 0x80 ? byte : 0x3f)),
        (key3) => `ascii(${key3})`,
      ),
    ],
  },
  {
    id: "body-cut-short",
    title: "Less than eight bytes of key3",
    sentence:
      "It hashed only the first of the eight bytes: the others had not come, or it read too few.",
    wrong: "readKey3",
    fix: WAIT_FIX,
    isVague: true,
    ways: [first(7), first(6), first(5), first(4), first(3), first(2), first(1)],
  },
];

function body(run: (key3: Uint8Array) => Uint8Array, formula: (key3: string) => string): Way {
  return { body: { run: (key3) => key3 && run(key3), formula } };
}

function first(length: number): Way {
  return body(
    (key3) => key3.subarray(0, length),
    (key3) => `first${length}(${key3})`,
  );
}

function cut(key3: Uint8Array, ends: (byte: number) => boolean): Uint8Array {
  const at = key3.findIndex(ends);
  return at < 0 ? key3 : key3.subarray(0, at);
}

function trim(key3: Uint8Array, isOff: (byte: number) => boolean): Uint8Array {
  const start = key3.findIndex((byte) => !isOff(byte));
  return start < 0 ? new Uint8Array(0) : trimEnd(key3.subarray(start), isOff);
}

function trimEnd(key3: Uint8Array, isOff: (byte: number) => boolean): Uint8Array {
  return key3.subarray(0, key3.findLastIndex((byte) => !isOff(byte)) + 1);
}

/** What most languages' trim takes off. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** PHP's takes NUL too, and Java's everything up to the space. */
function isBlankOrNul(byte: number): boolean {
  return isBlank(byte) || byte === 0;
}

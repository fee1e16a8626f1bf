/** Mistakes in what is taken for the key: RFC 6455 §4.2.1 item 5. */
import { concat, fromLatin1, latin1 } from "../../bytes/ascii.ts";
import { decodeBase64 } from "../../bytes/base64.ts";
import type { Mistake } from "./mistake.ts";
import { link, type Way } from "./recipe.ts";

const TRIM_FIX =
  "Trim the value before you use it: strip() in Python, trim() in JavaScript, Java and PHP, TrimSpace in Go. Lines end with CR LF, not with LF alone, and one space stands behind the colon.";

export const KEY_MISTAKES: readonly Mistake[] = [
  edge("key-trailing-cr", "CR kept behind the key", "the CR of the line's end", "", "\r", "0D"),
  edge("key-trailing-crlf", "CR LF kept behind the key", "the line's end", "", "\r\n", "0D0A"),
  edge("key-trailing-lf", "LF kept behind the key", "the LF of the line's end", "", "\n", "0A"),
  edge(
    "key-leading-space",
    "Space kept before the key",
    "the space behind the colon",
    " ",
    "",
    "20",
  ),
  edge("key-trailing-space", "Space kept behind the key", "a space behind it", "", " ", "20"),
  edge(
    "key-space-and-cr",
    "Space and CR kept around the key",
    "the space behind the colon and the CR of the line's end",
    " ",
    "\r",
    "",
  ),
  {
    id: "key-decoded",
    title: "Key decoded first",
    sentence: "It decoded the key from Base64 and hashed the 16 bytes.",
    wrong: "concatenate",
    fix: "Hash the key as it stands in the header, all 24 characters: it is not decoded.",
    ways: [
      {
        key: link(
          (key) => decodeBase64(fromLatin1(key)) ?? key,
          (key) => `b64dec(${key})`,
        ),
      },
    ],
  },
  {
    id: "key-without-padding",
    title: 'Key without its "=="',
    sentence: 'It took the key without the "==" at its end, as parsers do that split at "=".',
    wrong: "readKey",
    fix: 'Take everything behind the first colon of the line, "==" included: no query or cookie parser for headers.',
    ways: [keyAs((key) => key.replace(/=+$/, ""), 'key−"="')],
  },
  {
    id: "key-lower-case",
    title: "Key in lower case",
    sentence: "It lower-cased the key, likely with the whole request.",
    wrong: "readKey",
    fix: "Lower-case the names of fields only, never their values: the key is case-sensitive.",
    ways: [keyAs((key) => key.toLowerCase(), "lower(key)")],
  },
  {
    id: "plus-as-space",
    title: "Plus signs taken for spaces",
    sentence: 'It turned every "+" of the key into a space, as URL decoding does.',
    wrong: "readKey",
    fix: "Do not URL-decode headers: in Base64 a plus sign is a digit.",
    ways: [keyAs((key) => key.replaceAll("+", " "), 'key["+" → " "]')],
  },
  {
    id: "key-empty",
    title: "No key at all",
    sentence: "It hashed the GUID alone: the key was empty where it was used.",
    wrong: "readKey",
    fix: "Look at the name under which the header is stored: some libraries lower-case names, others put HTTP_ in front.",
    ways: [keyAs(() => "", '""')],
  },
  {
    id: "key-quoted",
    title: "Key in quotes",
    sentence: "It hashed the key with quotes around it.",
    wrong: "concatenate",
    fix: "Hash the text itself, not a JSON or debug form of it.",
    ways: [
      keyAs((key) => `"${key}"`, '"\\"" ‖ key ‖ "\\""'),
      keyAs((key) => `'${key}'`, '"\'" ‖ key ‖ "\'"'),
    ],
  },
];

function keyAs(run: (key: string) => string, formula: string): Way {
  return {
    key: link(
      (key) => latin1(run(fromLatin1(key))),
      () => formula,
    ),
  };
}

function edge(
  id: string,
  title: string,
  what: string,
  before: string,
  behind: string,
  hex: string,
): Mistake {
  const formula = (key = "") =>
    [before ? "20" : "", key, behind ? hex || "0D" : ""].filter((part) => part !== "").join(" ‖ ");
  return {
    id,
    title,
    sentence: `It took the key with ${what}.`,
    wrong: "readKey",
    fix: TRIM_FIX,
    ways: [{ key: link((key) => concat(before, key, behind), formula) }],
  };
}

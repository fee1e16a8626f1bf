/** Mistakes with the GUID, and in how it meets the key: RFC 6455 §4.2.2 item 5.4. */
import { concat, latin1 } from "../../bytes/ascii.ts";
import { fromHex } from "../../bytes/hex.ts";
import { GUID } from "../../rfc6455/handshake.ts";
import { guidTypos } from "./guid-typos.ts";
import type { Mistake } from "./mistake.ts";
import { joined, link, RIGHT, type Way } from "./recipe.ts";
import { WRONG_GUIDS } from "./wrong-guids.ts";

const COPY_FIX = `Copy the GUID: ${GUID}. It is the same in every implementation, in capitals and with its dashes.`;

export const GUID_MISTAKES: readonly Mistake[] = [
  {
    id: "guid-missing",
    title: "GUID missing",
    sentence: "It hashed the key alone.",
    wrong: "concatenate",
    fix: `Append ${GUID} to the key before hashing.`,
    ways: [
      {
        guid: link(
          () => new Uint8Array(0),
          () => "",
        ),
        // As it is: it excludes another order.
        join: RIGHT.join,
      },
    ],
  },
  shaped(
    "guid-lower-case",
    "GUID in lower case",
    "in lower case",
    guidAs(GUID.toLowerCase(), "lower(GUID)"),
  ),
  shaped(
    "guid-without-dashes",
    "GUID without dashes",
    "without its dashes",
    guidAs(GUID.replaceAll("-", ""), 'GUID−"-"'),
  ),
  shaped(
    "guid-in-braces",
    "GUID in braces",
    "with braces around it",
    guidAs(`{${GUID}}`, '"{" ‖ GUID ‖ "}"'),
  ),
  shaped("guid-as-bytes", "GUID as 16 bytes", "as the 16 bytes that its digits stand for", {
    guid: link(
      () => fromHex(GUID.replaceAll("-", "")) as Uint8Array,
      () => "hex2bin(GUID)",
    ),
  }),
  shaped(
    "guid-line-wrapped",
    "GUID with a line break in it",
    "with the blank or line break that stands in the RFC's text, behind 95CA-",
    guidAs(GUID.replace("95CA-", "95CA- "), '"258EAFA5-E914-47DA-95CA- C5AB0DC85B11"'),
    guidAs(GUID.replace("95CA-", "95CA-\n"), '"258EAFA5-E914-47DA-95CA-" ‖ 0A ‖ "C5AB0DC85B11"'),
    guidAs(
      GUID.replace("95CA-", "95CA-\r\n"),
      '"258EAFA5-E914-47DA-95CA-" ‖ 0D0A ‖ "C5AB0DC85B11"',
    ),
    guidAs(
      GUID.replace("95CA-", "95CA-\n   "),
      '"258EAFA5-E914-47DA-95CA-" ‖ 0A ‖ "   C5AB0DC85B11"',
    ),
  ),
  {
    id: "guid-first",
    title: "GUID before the key",
    sentence: "It put the GUID before the key.",
    wrong: "concatenate",
    fix: "The key comes first, then the GUID.",
    ways: [
      {
        join: link(
          (key, guid) => concat(guid, key),
          (key = "", guid = "") => joined(guid, key),
        ),
      },
    ],
  },
];

/** Those found in public code: each is known to have been used. */
export const WRONG_GUID_MISTAKES: readonly Mistake[] = WRONG_GUIDS.map((guid) =>
  wrongGuid(
    guid,
    "It used a GUID that begins rightly and ends wrongly. It stands in other code too: language models like to write it from memory.",
  ),
);

/** Those that one slip makes, of which nobody has to have been seen; the others are not among them. */
export function guidTypoMistakes(): readonly Mistake[] {
  typos ??= [...guidTypos()]
    .filter((guid) => !WRONG_GUIDS.includes(guid))
    .map((guid) => wrongGuid(guid, "It used a GUID that is one slip away from the right one."));
  return typos;
}

/** Two thousand, made when they are needed first. */
let typos: readonly Mistake[] | undefined;

/** `guid`: what somebody has in their code. */
export function wrongGuid(guid: string, sentence: string): Mistake {
  return {
    id: "wrong-guid",
    title: `Wrong GUID: ${guid}`,
    sentence,
    wrong: "concatenate",
    fix: COPY_FIX,
    guid,
    ways: [guidAs(guid, `"${guid}"`)],
  };
}

function shaped(
  id: string,
  title: string,
  how: string,
  ...ways: readonly [Way, ...Way[]]
): Mistake {
  return {
    id,
    title,
    sentence: `It used the GUID ${how}.`,
    wrong: "concatenate",
    fix: COPY_FIX,
    ways,
  };
}

function guidAs(text: string, formula: string): Way {
  return {
    guid: link(
      () => latin1(text),
      () => formula,
    ),
  };
}

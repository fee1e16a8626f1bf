import { GUID } from "../../rfc6455/handshake.ts";

/** What a finger or a reader puts in place of another character of it. */
const CHARACTERS = "0123456789ABCDEFabcdefOoIlSZ-";

/** The GUID with one character wrong, missing, twice, or in its neighbour's place, and cut short: each once, and not the right one. */
export function guidTypos(): ReadonlySet<string> {
  const typos = new Set<string>();
  for (let at = 0; at < GUID.length; at++) {
    const [before, behind] = [GUID.slice(0, at), GUID.slice(at + 1)];
    typos.add(before + behind);
    typos.add(before);
    typos.add(GUID.slice(at + 1));
    typos.add(before + behind.charAt(0) + GUID.charAt(at) + behind.slice(1));
    for (const character of CHARACTERS) {
      typos.add(before + character + behind);
      typos.add(before + character + GUID.slice(at));
    }
  }
  for (const character of CHARACTERS) typos.add(GUID + character);
  typos.delete(GUID);
  typos.delete("");
  return typos;
}

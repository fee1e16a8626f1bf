/** Wireshark's "C Arrays": `char peer0_0[] = { 0x47, … };`, where peer 0 and peer 1 are the two sides. */
import { fromHex } from "../../bytes/hex.ts";
import type { Format } from "../format.ts";
import { joinBytes } from "../wire/join-bytes.ts";
import { isRequestAt } from "../wire/split-bytes.ts";
import { readStreams } from "../wire/wire.ts";

const ARRAY = /\bpeer([01])_\d+\s*\[\]\s*=\s*\{([^}]*)\}?/g;
const COMMENT = /\/\*[^*]*\*\//g;

export const cArrays: Format = {
  id: "c-arrays",
  name: "Wireshark C arrays",
  detect: ({ text }) => /\bpeer[01]_\d+\s*\[\]/.test(text),
  read: ({ text }) => {
    const peers: [Uint8Array[], Uint8Array[]] = [[], []];
    for (const [, peer, values = ""] of text.matchAll(ARRAY)) {
      const bytes = fromHex(values.replace(COMMENT, ""));
      if (bytes) peers[peer === "0" ? 0 : 1].push(bytes);
    }
    const [one, two] = peers.map((arrays) => ({ bytes: joinBytes(arrays) }));
    if (!one || !two || one.bytes.length + two.bytes.length === 0) return [];
    const isSwapped = isRequestAt(two.bytes, 0);
    return isSwapped ? readStreams(two, one, cArrays.name) : readStreams(one, two, cArrays.name);
  },
};

/** `curl -v`: `> ` before what was sent, `< ` before what came, `* ` before curl's own words; the body has nothing before it. */

import type { Format, Pasted } from "../format.ts";
import { dropStart, type Line } from "../text/lines.ts";
import { readText } from "../text/text-conversations.ts";
import { emptyReply } from "./empty-reply.ts";

const TIME = /^(?:\d\d:\d\d:\d\d\.\d+ )?(?:\[\S+\] )?/;
const SENT = /^(?:\d\d:\d\d:\d\d\.\d+ )?(?:\[\S+\] )?> [A-Z]+ .*HTTP\/\d/m;
const OTHER = /^(?:\d\d:\d\d:\d\d\.\d+ )?(?:\[\S+\] )?(?:< HTTP\/\d|\* )/m;
const NOISE = /^(?:[{}] \[|\s*% Total|\s*Dload|\s*[\d-]+ +[\d.kMG]+ .*--:--|curl: \(\d+\) |\r)/;

export const curlVerbose: Format = {
  id: "curl-v",
  name: "curl -v",
  detect: ({ text }) => SENT.test(text) && OTHER.test(text),
  read: (pasted, choice) => {
    const read = readText(readLines(pasted), { format: curlVerbose.name, choice });
    const last = read.at(-1);
    // Then the answer is known, and is nothing.
    if (!last?.request || last.response || !emptyReply.detect(pasted)) return read;
    return [...read.slice(0, -1), { ...last, response: new Uint8Array(0) }];
  },
};

function readLines({ lines }: Pasted): Line[] {
  const found: Line[] = [];
  let status = "";
  let isInHead = true;
  let isCopy = false;
  for (const line of lines) {
    const time = TIME.exec(line.text)?.[0].length ?? 0;
    const mark = line.text[time];
    const behind = line.text[time + 1];
    const isMarked = (mark === ">" || mark === "<") && (behind === " " || behind === undefined);
    if (isMarked) {
      const plain = dropStart(line, time + (behind === " " ? 2 : 1));
      if (plain.text.startsWith("HTTP/")) status = plain.text;
      isInHead = plain.text !== "";
      found.push(plain);
    } else if (isInHead || (mark === "*" && behind === " ") || NOISE.test(line.text)) {
      // Curl's own words, or whatever stood on the terminal before.
    } else if (line.text === status && status !== "") {
      // With -i the head is there once more, as it came.
      isCopy = true;
    } else if (isCopy) {
      isCopy = line.text !== "";
    } else {
      found.push(line);
    }
  }
  return found;
}

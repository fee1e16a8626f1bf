/** What curl says of a server that closed without sending a byte. It carries the whole answer, which is nothing. */
import type { Format } from "../format.ts";

const LONGEST = 20_000;

export const emptyReply: Format = {
  id: "empty-reply",
  name: "curl's word for no answer",
  detect: ({ text }) => /\bempty reply from server\b/i.test(text.slice(0, LONGEST)),
  read: () => [{ response: new Uint8Array(0), format: emptyReply.name, exact: true, lost: [] }],
};

import type { Hixie75StepId } from "../../core/trace/hixie75-step.ts";

/** What happens and why, in two or three sentences. */
export const HIXIE75_WORDS: Readonly<Record<Hixie75StepId, string>> = {
  "read-request":
    "A request line, two lines that every client had built in, then Host, Origin and perhaps a subprotocol. There is no key, so the server has nothing to prove: whoever can make a client send these lines looks like a WebSocket page.",
  location:
    "Scheme, host and path, put together again from what the client asked for. The client compares them with the address that the script opened; it is all the answer says about who reads.",
  response:
    "A status line that clients compare byte by byte, two fixed lines, the origin and the location. Frames may follow at once. What was wrong with that: a server that merely echoes lines can be talked into this, and so the next draft added keys.",
};

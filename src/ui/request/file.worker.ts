/** Reads a large file beside the page. */
import type { Conversation } from "../../core/input/conversation.ts";
import type { FromWorker } from "./open-file.ts";
import { loadFileReaders } from "./readers.ts";

const post = (message: FromWorker, handedOver: ArrayBuffer[] = []): void =>
  postMessage(message, { transfer: handedOver });

addEventListener("message", async ({ data: file }: MessageEvent<File>) => {
  const bytes = new Uint8Array(file.size);
  const readers = await loadFileReaders();
  const reader = file.stream().getReader();
  let at = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    bytes.set(next.value, at);
    at += next.value.length;
    post({ share: at / file.size });
  }
  const conversations = readers.read(bytes.subarray(0, at), {});
  post({ conversations }, buffersOf(conversations));
});

/** Where the bytes are: handed over, since a copy of many would hold up the page. */
function buffersOf(conversations: readonly Conversation[]): ArrayBuffer[] {
  const messages = conversations.flatMap(
    ({ request, clientBytes, response, serverBytes, lost }) => [
      request,
      clientBytes,
      response,
      serverBytes,
      ...lost.flatMap(({ offers = [] }) => offers),
    ],
  );
  return [...new Set(messages.flatMap((bytes) => (bytes ? [bytes.buffer as ArrayBuffer] : [])))];
}

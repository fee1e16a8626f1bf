/** Reads a large file beside the page. */
import type { FromWorker } from "./open-file.ts";
import { loadFileReaders } from "./readers.ts";

const post = (message: FromWorker): void => postMessage(message);

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
  post({ conversations: readers.read(bytes.subarray(0, at), {}) });
});

/**
 * Files, read into conversations. What is small is read here; more than that in a worker, so that the page stays quick, with
 * progress and a way to stop.
 */
import type { Conversation } from "../../core/input/conversation.ts";
import FILE_WORKER from "./file.worker.ts?worker&url";
import { loadFileReaders } from "./readers.ts";
import { startWorker } from "./start-worker.ts";

/** Bytes. */
const SMALL = 1 << 20;
export const LARGEST = 64 << 20;

export interface Opening {
  readonly conversations: Promise<readonly Conversation[]>;
  cancel(): void;
}

/** `onProgress` gets the share that has been read of the file, from 0 to 1. The promise fails when it is cancelled. */
export function openFile(file: File, onProgress: (share: number) => void): Opening {
  if (file.size > SMALL) return openInWorker(file, onProgress);
  const conversations = Promise.all([loadFileReaders(), file.arrayBuffer()]).then(
    ([readers, buffer]) => readers.read(new Uint8Array(buffer), {}),
  );
  return { conversations, cancel: () => {} };
}

export type FromWorker =
  | { readonly share: number }
  | { readonly conversations: readonly Conversation[] };

function openInWorker(file: File, onProgress: (share: number) => void): Opening {
  const worker = startWorker(FILE_WORKER);
  let cancel = (): void => {};
  const conversations = new Promise<readonly Conversation[]>((resolve, reject) => {
    cancel = () => {
      worker.terminate();
      reject(new Error("cancelled"));
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ("share" in data) onProgress(data.share);
      else {
        worker.terminate();
        resolve(data.conversations);
      }
    };
    worker.onerror = () => {
      worker.terminate();
      reject(new Error("the file could not be read"));
    };
    worker.postMessage(file);
  });
  return { conversations, cancel: () => cancel() };
}

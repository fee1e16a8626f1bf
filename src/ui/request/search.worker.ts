/** Looks for lost bytes of key3 beside the page. */
import { type Key3Search, searchKey3 } from "../../core/input/key3-search.ts";

export type FromSearch = { readonly share: number } | { readonly key3: Uint8Array | null };

const post = (message: FromSearch): void => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<Key3Search>) => {
  const search = searchKey3(data);
  let next = search.next();
  while (!next.done) {
    post({ share: next.value });
    next = search.next();
  }
  post({ key3: next.value });
});

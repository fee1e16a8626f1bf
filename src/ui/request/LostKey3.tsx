import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { hex } from "../../core/bytes/hex.ts";
import type { Conversation } from "../../core/input/conversation.ts";
import { key3SearchOf } from "../../core/input/key3-search.ts";
import { announce } from "../announce.ts";
import type { FromSearch } from "./search.worker.ts";
import SEARCH_WORKER from "./search.worker.ts?worker&url";
import { startWorker } from "./start-worker.ts";

interface Props {
  readonly conversation: Conversation;
  readonly onFound: (key3: string) => void;
}

/** Where few bytes of key3 are unknown and the server's digest is there, the others can be found by trying them all. */
export function LostKey3({ conversation, onFound }: Props): ReactNode {
  const id = useId();
  const worker = useRef<Worker>(null);
  const [share, setShare] = useState<number | null>(null);
  const search = useMemo(() => key3SearchOf(conversation), [conversation]);
  useEffect(() => () => worker.current?.terminate(), []);
  if (!search) return null;
  const unknown = search.key3.filter((byte) => byte === null).length;
  if (unknown === 0) return null;

  const stop = (): void => {
    worker.current?.terminate();
    worker.current = null;
    setShare(null);
  };

  const start = (): void => {
    const started = startWorker(SEARCH_WORKER);
    worker.current = started;
    setShare(0);
    started.onmessage = ({ data }: MessageEvent<FromSearch>) => {
      if ("share" in data) {
        setShare(data.share);
        return;
      }
      stop();
      if (data.key3) onFound(hex(data.key3, " "));
      announce(
        data.key3
          ? `Found: with key3 ${hex(data.key3, " ")} the server’s digest is the right one.`
          : "No eight bytes make this digest: the server computed it otherwise, or more was lost.",
      );
    };
    started.postMessage(search);
  };

  return (
    <div className="field">
      {share === null ? (
        <button type="button" onClick={start}>
          Search for the {unknown === 1 ? "lost byte" : `${unknown} lost bytes`} of key3
        </button>
      ) : (
        <>
          <label className="note" htmlFor={id}>
            Trying {(256 ** unknown).toLocaleString("en")} keys
          </label>
          <progress id={id} max={1} value={share} />
          <button type="button" onClick={stop}>
            Cancel
          </button>
        </>
      )}
    </div>
  );
}

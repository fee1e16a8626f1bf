import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from "react";
import { fromLatin1 } from "../../core/bytes/ascii.ts";
import type { Conversation } from "../../core/input/conversation.ts";
import { titleOf } from "../../explain/conversation-title.ts";
import { announce } from "../announce.ts";
import type { Input } from "../state.ts";
import { FIRST, foreignKind } from "./foreign-file.ts";
import { inputOf } from "./input-of.ts";
import { LARGEST, type Opening, openFile } from "./open-file.ts";

interface Props {
  readonly secure: boolean;
  /** A file that was dropped on the page or pasted. */
  readonly handed: File | null;
  readonly onTaken: () => void;
  readonly onOpen: (input: Input) => void;
}

interface Opened {
  readonly name: string;
  readonly conversations: readonly Conversation[];
}

/** A file, picked or handed over. Several conversations of a file are offered as a list. */
export function OpenFile({ secure, handed, onTaken, onOpen }: Props): ReactNode {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const opening = useRef<Pick<Opening, "cancel">>(null);
  const [progress, setProgress] = useState<{ name: string; share: number } | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);

  const take = useCallback(
    (name: string, conversation: Conversation) => {
      onOpen(inputOf(conversation, secure));
      announce(`Opened ${name}: ${titleOf(conversation)}.`);
    },
    [onOpen, secure],
  );

  const open = useCallback(
    async (file: File) => {
      if (file.size > LARGEST) {
        announce(
          `${file.name} has more than ${LARGEST >> 20} MiB. Cut the capture to the connection.`,
        );
        return;
      }
      // The file that came last is the one that is wanted.
      opening.current?.cancel();
      const mine = { cancel: () => {} };
      opening.current = mine;
      const isWanted = () => opening.current === mine;
      setProgress({ name: file.name, share: 0 });
      try {
        const kind = foreignKind(fromLatin1(await first(file)));
        if (!isWanted()) return;
        if (kind) {
          announce(`${file.name} is ${kind}.`);
          return;
        }
        const reading = openFile(file, (share) => {
          if (isWanted()) setProgress({ name: file.name, share });
        });
        mine.cancel = reading.cancel;
        const conversations = await reading.conversations;
        if (!isWanted()) return;
        const [only] = conversations;
        if (!only) announce(`${file.name} is empty.`);
        else if (conversations.length === 1 && isBare(only))
          announce(foundNothing(file.name, only));
        else if (conversations.length === 1) take(file.name, only);
        else setOpened({ name: file.name, conversations });
      } catch (error) {
        if (isWanted()) announce(`${file.name} was not opened: ${(error as Error).message}.`);
      } finally {
        if (isWanted()) {
          opening.current = null;
          setProgress(null);
        }
      }
    },
    [take],
  );

  useEffect(() => {
    if (opened) dialog.current?.showModal();
  }, [opened]);
  useEffect(() => {
    if (!handed) return;
    onTaken();
    void open(handed);
  }, [handed, onTaken, open]);

  return (
    <>
      <button type="button" className="quiet" onClick={() => picker.current?.click()}>
        Open a file…
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="A file with a handshake"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void open(file);
        }}
      />
      {progress && (
        <div className="opening" role="status">
          <label htmlFor={id}>Reading {progress.name}</label>
          <progress id={id} max={1} value={progress.share} />
          <button type="button" onClick={() => opening.current?.cancel()}>
            Cancel
          </button>
        </div>
      )}
      {opened && (
        <dialog ref={dialog} aria-labelledby={`${id}-title`} onClose={() => setOpened(null)}>
          <h2 id={`${id}-title`}>
            {opened.conversations.length} conversations in {opened.name}
          </h2>
          <ul className="choices">
            {opened.conversations.map((conversation, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a conversation is its place in the file
              <li key={i}>
                <button
                  type="button"
                  onClick={() => {
                    dialog.current?.close();
                    take(opened.name, conversation);
                  }}
                >
                  {i + 1}. {titleOf(conversation)}
                  <small>{conversation.format}</small>
                </button>
              </li>
            ))}
          </ul>
          <form method="dialog">
            <button type="submit">Close</button>
          </form>
        </dialog>
      )}
    </>
  );
}

async function first(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, FIRST).arrayBuffer());
}

/** A capture may have been of something else. */
function isBare({ request, response, message }: Conversation): boolean {
  return !request && !response && message === undefined;
}

function foundNothing(name: string, { format, lost }: Conversation): string {
  return `${name} is a ${format} without a handshake in it. ${lost.map(({ note }) => note).join(" ")}`;
}

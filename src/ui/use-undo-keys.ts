import { useEffect } from "react";
import { announce } from "./announce.ts";
import type { Undo } from "./use-undo.ts";

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, on a Mac with Cmd: in the boxes too, whose own undo does not know of pastes and of Clear. */
export function useUndoKeys({ undo, redo }: Pick<Undo, "undo" | "redo">): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const back = key === "z" && !event.shiftKey;
      if (!back && key !== "y" && key !== "z") return;
      // What is behind a dialog stays as it is.
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      const moved = back ? undo() : redo();
      announce(
        moved ? (back ? "Undone." : "Done again.") : `Nothing to ${back ? "undo" : "redo"}.`,
      );
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [undo, redo]);
}

import { useEffect, useEffectEvent } from "react";
import { takesText } from "../shortcuts.ts";

/** Files that are dropped anywhere on the page or pasted, and text that is pasted outside of all fields. */
export function usePageDrops(onFile: (file: File) => void, onText: (text: string) => void): void {
  const fileCame = useEffectEvent(onFile);
  const textCame = useEffectEvent(onText);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      document.documentElement.dataset.dropping = "";
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) delete document.documentElement.dataset.dropping;
    };
    const drop = (event: DragEvent): void => {
      delete document.documentElement.dataset.dropping;
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      fileCame(file);
    };
    const paste = (event: ClipboardEvent): void => {
      const [file] = event.clipboardData?.files ?? [];
      if (file) fileCame(file);
      if (file || takesText(event.target)) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text !== "") textCame(text);
    };
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  }, []);
}

import { type ReactNode, useEffect, useState } from "react";
import { onDemand, useOnDemand } from "../on-demand.ts";
import { isTyping } from "../shortcuts.ts";
import { isHelpKeyOn } from "./help-key.ts";

const HELP = onDemand(() => import("./HelpDialog.tsx"));

export function HelpButton(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const help = useOnDemand(HELP, true);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === "?" && isHelpKeyOn() && !isTyping(event.target)) setOpen(true);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <>
      <button type="button" aria-label="Help" onClick={() => setOpen(true)}>
        <span aria-hidden="true">?</span>
      </button>
      {isOpen && help && <help.HelpDialog onClose={() => setOpen(false)} />}
    </>
  );
}

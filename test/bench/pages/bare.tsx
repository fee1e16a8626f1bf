/** The least that a page can be which shows the answer to a request while it is typed. */
import { type ReactNode, useState } from "react";
import { createRoot } from "react-dom/client";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { hex } from "../../../src/core/bytes/hex.ts";
import { answer } from "../../../src/core/hixie76/handshake.ts";
import { DRAFT } from "../../../src/ui/examples/draft-76.ts";

function Bare(): ReactNode {
  const [request, setRequest] = useState(`${DRAFT}^n:ds[4U`);
  return (
    <>
      <textarea
        aria-label="Request"
        cols={80}
        rows={12}
        value={request}
        onChange={(event) => setRequest(event.target.value)}
      />
      <pre>{answered(request)}</pre>
    </>
  );
}

function answered(request: string): string {
  try {
    const response = answer(latin1(request.replaceAll("\n", "\r\n")));
    return `${fromLatin1(response)}\n${hex(response, " ")}`;
  } catch (error) {
    return String(error);
  }
}

createRoot(document.getElementById("root") as HTMLElement).render(<Bare />);

/** The least that a page of React can be: what is drawn first, and a button that does something. */
import { type ReactNode, useState } from "react";
import { createRoot } from "react-dom/client";

function Hello(): ReactNode {
  const [count, setCount] = useState(0);
  return (
    <>
      <h1>Hello</h1>
      <button
        type="button"
        aria-label={`Pressed ${count} times`}
        onClick={() => setCount(count + 1)}
      >
        Press
      </button>
    </>
  );
}

createRoot(document.getElementById("root") as HTMLElement).render(<Hello />);

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly className: string;
  readonly label?: string;
  /** List items; those that show a place (`data-at`) can have the focus, which lights up what is related to them. */
  readonly children: ReactNode;
}

/** Places in a row: one tab stop, and the arrow keys, Home and End move inside. */
export function Places({ className, label, children }: Props): ReactNode {
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    const items = itemsOf(list.current);
    makeStop(items, items.find(({ tabIndex }) => tabIndex === 0) ?? items[0]);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const items = itemsOf(list.current);
    const at = items.indexOf(event.target as HTMLElement);
    const target = items[destination(event.key, at, items.length)];
    if (!target) return;
    event.preventDefault();
    makeStop(items, target);
    target.focus();
  };

  return (
    <ol
      ref={list}
      className={className}
      aria-label={label}
      translate="no"
      onKeyDown={onKeyDown}
      onFocus={({ target }) => makeStop(itemsOf(list.current), target)}
    >
      {children}
    </ol>
  );
}

function itemsOf(list: HTMLElement | null): readonly HTMLElement[] {
  return Array.from(list?.querySelectorAll<HTMLElement>(":scope > [data-at]") ?? []);
}

function makeStop(items: readonly HTMLElement[], stop: Element | undefined): void {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}

/** -1 when the key leads nowhere. */
function destination(key: string, at: number, count: number): number {
  if (key === "ArrowRight") return Math.min(at + 1, count - 1);
  if (key === "ArrowLeft") return Math.max(at - 1, 0);
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : -1;
}

/** Whether keys belong to the element that has them, and not to the page. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [role=grid], [popover], dialog") !== null
  );
}

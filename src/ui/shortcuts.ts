const OWNERS =
  "input:not([type=checkbox]), textarea, select, [role=grid], [popover], dialog, .source";

/** Whether keys belong to the element that has them, and not to the page. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(OWNERS) !== null;
}

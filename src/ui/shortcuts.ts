const OWNERS =
  "input:not([type=checkbox]), textarea, select, [role=grid], [popover], dialog, .source";

const TAKES_TEXT = "input:not([type=checkbox], [type=range]), textarea, [role=grid], dialog";

/** Whether what is pasted belongs to the element that has the focus, and not to the page. */
export function takesText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TAKES_TEXT) !== null;
}

/** Whether keys belong to the element that has them, and not to the page. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(OWNERS) !== null;
}

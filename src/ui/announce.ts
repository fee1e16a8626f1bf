const LONG_ENOUGH_TO_READ = 5000;

let hiding: ReturnType<typeof setTimeout> | undefined;
let isSeen = false;

/**
 * Says something in the one polite live region of the page, twice when asked twice. It is seen for a while too, but for `unseen`
 * sentences, which tell what the page shows anyway.
 */
export function announce(sentence: string, { unseen = false } = {}): void {
  const region = document.getElementById("announcer");
  // What tells only what the page shows anyway does not cut short what was asked for.
  if (!region || (unseen && isSeen)) return;
  clearTimeout(hiding);
  isSeen = !unseen;
  region.textContent = "";
  region.className = unseen ? "visually-hidden" : "";
  requestAnimationFrame(() => {
    region.textContent = sentence;
  });
  hiding = setTimeout(() => {
    isSeen = false;
    region.textContent = "";
  }, LONG_ENOUGH_TO_READ);
}

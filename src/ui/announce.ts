const LONG_ENOUGH_TO_READ = 5000;

let hiding: ReturnType<typeof setTimeout> | undefined;

/**
 * Says something in the one polite live region of the page, twice when asked twice. It is seen for a while too, but for `unseen`
 * sentences, which tell what the page shows anyway.
 */
export function announce(sentence: string, { unseen = false } = {}): void {
  const region = document.getElementById("announcer");
  if (!region) return;
  clearTimeout(hiding);
  region.textContent = "";
  region.className = unseen ? "visually-hidden" : "";
  requestAnimationFrame(() => {
    region.textContent = sentence;
  });
  hiding = setTimeout(() => {
    region.textContent = "";
  }, LONG_ENOUGH_TO_READ);
}

/** Whoever speaks to the machine may type a "?" by chance: it can be switched off (WCAG 2.1.4). */
const STORED = "help-key";

export function isHelpKeyOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
}

export function storeHelpKey(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, "off");
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}

// @ts-check
/** A real Chromium that opens one WebSocket after the other, and says what its script and its console saw. */
import { chromium } from "@playwright/test";
import { findChromium } from "../../browser/chromium.mjs";

/** Milliseconds for a handshake to come to something, and for a page that stays to see what frames come. */
const PATIENCE = 1500;
const STAY = 400;

/** @typedef {{ id: string, protocols: readonly string[], stays: boolean }} Opening */
/** @typedef {{ events: string[], console: string[] }} Seen */

/**
 * Runs in the page: opens, and gives up when nothing happens. When it is open it closes at once (`stay` null), or after so many
 * milliseconds.
 */
function open(
  /** @type {{ url: string, protocols: readonly string[], patience: number, stay: number | null }} */ {
    url,
    protocols,
    patience,
    stay,
  },
) {
  return new Promise((resolve) => {
    /** @type {string[]} */
    const events = [];
    const socket = new WebSocket(url, [...protocols]);
    const giveUp = (/** @type {string} */ event) => {
      events.push(event);
      socket.onerror = socket.onclose = null;
      socket.close();
      resolve(events);
    };
    let timer = setTimeout(giveUp, patience, "timeout");
    socket.onopen = () => {
      events.push(`open proto=${socket.protocol} ext=${socket.extensions}`);
      if (stay === null) return socket.close();
      clearTimeout(timer);
      timer = setTimeout(giveUp, stay, "stays");
    };
    socket.onmessage = () => events.push("message");
    socket.onerror = () => events.push("error");
    socket.onclose = ({ code, wasClean }) => {
      events.push(`close ${code} clean=${wasClean}`);
      clearTimeout(timer);
      resolve(events);
    };
  });
}

/** Opens each of `openings` at `/m/` and its id. `version`: what the browser calls itself. */
export async function browse(
  /** @type {number} */ port,
  /** @type {readonly Opening[]} */ openings,
) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  try {
    const page = await browser.newPage();
    /** @type {Map<string, string[]>} */
    const printed = new Map();
    page.on("console", (message) => {
      const [, id = "", text = ""] =
        /^WebSocket connection to '[^']*\/m\/([^']*)' failed: (.*)$/s.exec(message.text()) ?? [];
      printed.set(id, [...(printed.get(id) ?? []), text]);
    });
    const base = `127.0.0.1:${port}`;
    await page.goto(`http://${base}/`);
    /** @type {Map<string, Seen>} */
    const seen = new Map();
    for (const { id, protocols, stays } of openings) {
      const url = `ws://${base}/m/${id}`;
      const stay = stays ? STAY : null;
      const events = await page.evaluate(open, { url, protocols, patience: PATIENCE, stay });
      seen.set(id, { events, console: [] });
    }
    // What is printed last comes before the end of this.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    for (const [id, one] of seen) one.console = printed.get(id) ?? [];
    return { version: browser.version(), seen };
  } finally {
    await browser.close();
  }
}

// @ts-check
/** A real Chromium that opens one WebSocket after the other, and says what its script and its console saw. */
import { chromium } from "@playwright/test";
import { findChromium } from "../../browser/chromium.mjs";

const PATIENCE = 1500;

/** @typedef {{ id: string, protocols: readonly string[] }} Opening */
/** @typedef {{ events: string[], console: string[] }} Seen */

/** Runs in the page: opens, closes at once when it is open, and gives up when nothing happens. */
function open(
  /** @type {{ url: string, protocols: readonly string[], patience: number }} */ {
    url,
    protocols,
    patience,
  },
) {
  return new Promise((resolve) => {
    /** @type {string[]} */
    const events = [];
    const socket = new WebSocket(url, [...protocols]);
    const timer = setTimeout(() => {
      events.push("timeout");
      socket.onerror = socket.onclose = null;
      socket.close();
      resolve(events);
    }, patience);
    socket.onopen = () => {
      events.push(`open proto=${socket.protocol} ext=${socket.extensions}`);
      socket.close();
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
    for (const { id, protocols } of openings) {
      const url = `ws://${base}/m/${id}`;
      const events = await page.evaluate(open, { url, protocols, patience: PATIENCE });
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

// @ts-check
/**
 * npm run bench:page: how long the built page takes, against pages of React that do as little as one can, in the same browser and
 * the same run. The processor is slowed four times, the cache is off, and the pages are opened in turn. Ratios of medians; what is
 * over its budget says so.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { findChromium } from "../browser/chromium.mjs";

const HERE = import.meta.dirname;
const ROOT = join(HERE, "../..");
const SAMPLES = 9;
const KEYS = 40;
const SLOWER = 4;
/** Milliseconds; a keystroke may take as long, whatever the bare page takes. */
const KEYSTROKE = 50;

/**
 * A page, and what in it can be pressed or typed into.
 * @typedef {{ url: string, button: string, box: string }} Subject
 */

/** @param {number[]} samples */
const sorted = (samples) => samples.toSorted((a, b) => a - b);
/** @param {number[]} samples */
const median = (samples) => /** @type {number} */ (sorted(samples)[samples.length >> 1]);
/** @param {number[]} samples */
const p95 = (samples) =>
  /** @type {number} */ (sorted(samples)[Math.ceil(samples.length * 0.95) - 1]);

/**
 * Runs in the page, before anything of its own does: presses a button until something comes of it, and notes when that was drawn.
 * @param {string} button
 */
function pressUntilHandled(button) {
  const press = setInterval(() => {
    const element = document.querySelector(button);
    if (!(element instanceof HTMLElement)) return;
    const before = element.getAttribute("aria-label");
    element.click();
    queueMicrotask(() => {
      if (element.getAttribute("aria-label") === before) return;
      clearInterval(press);
      requestAnimationFrame(() =>
        setTimeout(() => {
          const at = performance.now();
          Object.assign(window, { drawn: { at, ms: at } });
        }),
      );
    });
  }, 10);
}

/** Runs in the page. Milliseconds to the largest contentful paint, once there has been none for a second. */
function largestPaint() {
  return /** @type {Promise<number>} */ (
    new Promise((resolve) => {
      let latest = 0;
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) latest = startTime;
      }).observe({ type: "largest-contentful-paint", buffered: true });
      setTimeout(() => resolve(latest), 1000);
    })
  );
}

/** Runs in the page: from now on, `drawn` is when what followed the last key was drawn, and how many milliseconds behind the key. */
function watchKeys() {
  let pressed = 0;
  document.addEventListener(
    "keydown",
    (event) => {
      pressed = event.timeStamp;
      Object.assign(window, { drawn: undefined });
    },
    true,
  );
  const note = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const at = performance.now();
      Object.assign(window, { drawn: { at, ms: at - pressed } });
    };
    requestAnimationFrame(() => port2.postMessage(null));
  };
  new MutationObserver(note).observe(document.body, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
}

/** Runs in the page, whose policy forbids to wait for an expression. Milliseconds of `drawn`, once nothing more is drawn. */
function untilStill() {
  return /** @type {Promise<number>} */ (
    new Promise((resolve) => {
      const look = () => {
        const drawn = Reflect.get(window, "drawn");
        if (drawn && performance.now() - drawn.at > 200) resolve(drawn.ms);
        else setTimeout(look, 20);
      };
      look();
    })
  );
}

/**
 * A new window on a page, slowed.
 * @param {import("@playwright/test").Browser} browser
 */
async function openSlowed(browser) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return page;
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {Subject} subject
 */
async function timeOpening(browser, { url, button }) {
  const page = await openSlowed(browser);
  await page.addInitScript(pressUntilHandled, button);
  await page.goto(url);
  const handled = await page.evaluate(untilStill);
  const paint = await page.evaluate(largestPaint);
  await page.close();
  return { paint, handled };
}

/**
 * The 95th percentile of all keys, typed into the middle of a request one by one.
 * @param {import("@playwright/test").Browser} browser
 * @param {Subject} subject
 */
async function timeKeys(browser, { url, box }) {
  const page = await openSlowed(browser);
  await page.goto(url);
  await page.evaluate(largestPaint);
  await page.evaluate(watchKeys);
  const request = page.locator(box).first();
  await request.evaluate((element) => {
    if (!(element instanceof HTMLTextAreaElement)) throw new Error("no textarea");
    element.focus();
    const middle = element.value.indexOf("example.com");
    element.setSelectionRange(middle, middle);
  });
  const times = [];
  for (let i = 0; i < KEYS; i++) {
    const key = i % 2 === 0 ? "x" : "Backspace";
    await page.keyboard.down(key);
    times.push(await page.evaluate(untilStill));
    await page.keyboard.up(key);
  }
  await page.close();
  return p95(times);
}

const folder = await mkdtemp(join(tmpdir(), "handshake-101-bench-"));
/** @param {string} outDir */
const serve = (outDir) =>
  preview({ configFile: false, appType: "mpa", root: ROOT, build: { outDir }, logLevel: "warn" });
await build({
  configFile: false,
  logLevel: "warn",
  root: join(HERE, "pages"),
  base: "./",
  build: {
    outDir: folder,
    emptyOutDir: true,
    rolldownOptions: { input: ["hello", "bare"].map((name) => join(HERE, `pages/${name}.html`)) },
  },
});
const servers = [await serve(join(ROOT, "dist")), await serve(folder)];
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const [ours, peers] = servers.map((server) => server.resolvedUrls?.local[0]);
  /** @type {Subject} */
  const page = { url: `${ours}`, button: "button[aria-label^=Theme]", box: "textarea" };
  const hello = { url: `${peers}hello.html`, button: "button", box: "" };
  const bare = { url: `${peers}bare.html`, button: "", box: "textarea" };
  /** @type {Record<"paint" | "handled" | "keys", { ours: number[], theirs: number[] }>} */
  const times = {
    paint: { ours: [], theirs: [] },
    handled: { ours: [], theirs: [] },
    keys: { ours: [], theirs: [] },
  };
  for (let i = 0; i < SAMPLES; i++) {
    const [opened, greeted] = [await timeOpening(browser, page), await timeOpening(browser, hello)];
    times.paint.ours.push(opened.paint);
    times.paint.theirs.push(greeted.paint);
    times.handled.ours.push(opened.handled);
    times.handled.theirs.push(greeted.handled);
    if (i % 3 > 0) continue;
    times.keys.ours.push(await timeKeys(browser, page));
    times.keys.theirs.push(await timeKeys(browser, bare));
  }
  const row = (
    /** @type {string} */ what,
    /** @type {string} */ peer,
    /** @type {keyof typeof times} */ of,
    /** @type {number} */ atMost,
  ) => {
    const ms = median(times[of].ours);
    const ratio = ms / median(times[of].theirs);
    const isWithin = ratio <= atMost || (of === "keys" && ms <= KEYSTROKE);
    return {
      what,
      peer,
      ratio: Number(ratio.toPrecision(3)),
      "at most": atMost,
      within: isWithin ? "ok" : "MISSED",
      ms: Math.round(ms),
    };
  };
  console.table([
    row("largest contentful paint", "hello", "paint", 1),
    row("first input handled and drawn", "hello", "handled", 1.6),
    row(`a keystroke, all panes drawn, p95 of ${KEYS}`, "request and answer alone", "keys", 1.6),
  ]);
} finally {
  await browser.close();
  for (const server of servers) await server.close();
  await rm(folder, { recursive: true });
}

/** Where things are on the page, and that nothing is wider than its place, whatever was pasted. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { open } from "./reader.ts";

const LONG = "x".repeat(300);

const LONG_WORDS: readonly (readonly [what: string, request: string])[] = [
  ["a line that is one word", `${"x".repeat(200)}\nHost: a`],
  [
    "a host, a key and an origin that are words of 300 characters",
    `GET / HTTP/1.1\nHost: ${LONG}\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Key: ${LONG}\nSec-WebSocket-Version: 13\nOrigin: ${LONG}\n\n`,
  ],
  [
    "keys of 300 characters",
    `GET /${LONG} HTTP/1.1\nHost: ${LONG}\nUpgrade: WebSocket\nConnection: Upgrade\nSec-WebSocket-Key1: ${LONG}\nSec-WebSocket-Key2: ${LONG}\nOrigin: ${LONG}\n\nabcdefgh`,
  ],
  ["a message", `WebSocket connection to 'ws://${LONG}/' failed: ${LONG}`],
];

/** Of the page, and of each of its panes: pixels of it that are outside of it. */
async function outside(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll<HTMLElement>(".pane")];
    const wide = parts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    return Object.fromEntries(
      wide.map((part) => [
        part.querySelector("h2")?.textContent ?? part.tagName,
        part.scrollWidth - part.clientWidth,
      ]),
    );
  });
}

for (const width of [320, 360, 1440]) {
  test(`a word longer than a line goes on in the next: ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const [what, request] of LONG_WORDS) {
      await page.goto("about:blank");
      await open(page, `#request=${encodeURIComponent(request)}`);
      await expect(page.locator(".stopped-note, .findings, .message").first()).toBeVisible();
      await page.locator(".findings details, .message").first().waitFor();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      expect(await outside(page), what).toEqual({});
    }
  });
}

test("five taps on one spot of a phone go five steps on", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  const pane = page.locator(".pane", { has: page.locator(".step") });
  // At the upper edge of the screen, and in the middle of a step.
  for (const further of [0, 250]) {
    await page.getByRole("slider", { name: "Step", exact: true }).fill("3");
    await pane.evaluate((element, by) => {
      scrollTo({ top: element.getBoundingClientRect().top + scrollY + by, behavior: "instant" });
    }, further);
    const next = await page.getByRole("button", { name: "Next step" }).boundingBox();
    if (next === null) throw new Error("there is no button for the next step");
    for (let step = 4; step <= 8; step++) {
      await page.mouse.click(next.x + next.width / 2, next.y + next.height / 2);
      await expect(page.getByText(`Step ${step} of 14`, { exact: true })).toBeAttached();
      await expect(page.locator(".picture")).not.toBeEmpty();
    }
  }
});

test("what is pressed is at least 24 pixels high", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  for (const target of [
    page.getByRole("link", { name: "Failures" }),
    page.getByRole("button", { name: "How do I capture mine?" }),
    page.getByRole("button", { name: "path", exact: true }),
    page.getByRole("button", { name: "Key 1", exact: true }),
  ]) {
    await expect(target).toBeVisible();
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  }
});

test("no number is folded in the table of all rounds", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 740 });
  await open(page, "#step=md5-rounds");
  await page.getByText("All 64 rounds", { exact: true }).click();
  const table = page.getByRole("region", { name: "All rounds" });
  const rects = await table
    .locator("td code")
    .evaluateAll((numbers) => numbers.map((number) => number.getClientRects().length));
  expect(rects).toEqual(new Array(64).fill(1));
});

for (const [width, height] of [
  [360, 740],
  [768, 1024],
  [1440, 900],
] as const) {
  test(`nothing moves while the page comes: ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries() as (PerformanceEntry & {
          readonly sources: readonly { readonly node: Node | null }[];
        })[]) {
          moved.push(...sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? "?"));
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await open(page);
    await expect(page.getByRole("button", { name: "Copy report" })).toBeVisible();
    const last = page.getByRole("button", { name: "What if the server got it wrong?" });
    await expect(last).toBeVisible();
    await last.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))),
    );
    const moved = await page.evaluate(() => (window as unknown as { moved: string[] }).moved);
    expect(moved).toEqual([]);
  });
}

for (const [generation, steps, request] of [
  [
    "hixie-76",
    14,
    `GET /${"x".repeat(20_000)} HTTP/1.1\nHost: a\nUpgrade: WebSocket\nConnection: Upgrade\nSec-WebSocket-Key1: 4 @1  46546xW%0l 1 5\nSec-WebSocket-Key2: 12998 5 Y3 1  .P00\nOrigin: http://a\nSec-WebSocket-Protocol: ${"p".repeat(5000)}\n\n^n:ds[4U`,
  ],
  [
    "RFC 6455",
    10,
    `GET /${"x".repeat(20_000)} HTTP/1.1\nHost: a\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nSec-WebSocket-Version: 13\nSec-WebSocket-Protocol: ${"p".repeat(5000)}\nSec-WebSocket-Extensions: e; a=${"v".repeat(5000)}\n\n`,
  ],
] as const) {
  test(`a path of 20 000 characters fills no step: ${generation}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, `#request=${encodeURIComponent(request)}`);
    await expect(page.getByText(`Step 1 of ${steps}`, { exact: true })).toBeVisible();
    await expect(page.locator(".parts").first()).toContainText("and 19761 bytes more");
    const pane = page.locator(".pane", { has: page.locator(".step") });
    for (let step = 1; step <= steps; step++) {
      await page.getByRole("slider", { name: "Step", exact: true }).fill(`${step}`);
      await expect(page.locator(".picture")).not.toBeEmpty();
      expect((await pane.boundingBox())?.height, `step ${step}`).toBeLessThan(1200);
    }
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("nothing looks as if it could be pressed, and the notice leads to what can be read", async ({
    page,
  }) => {
    await page.goto("./");
    for (const name of ["Examples", "Share", "Help", "Clear", "Play", "Next step"]) {
      await expect(page.getByRole("button", { name })).toBeHidden();
    }
    await expect(page.getByRole("slider")).toBeHidden();
    await expect(page.getByRole("region", { name: "Reference" })).toBeHidden();
    await expect(page.getByRole("grid", { name: "Bytes of the request" })).toBeVisible();
    const notice = page.locator(".noscript");
    await expect(notice).not.toHaveCSS("padding-left", "0px");
    await notice.getByRole("link").click();
    await expect(page).toHaveURL(/\/failures\/$/);
  });
});

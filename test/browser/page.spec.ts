import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixture.ts";

const TITLE = "Handshake 101 – WebSocket opening handshakes, byte by byte";

test("loads under a path of any depth", async ({ page }) => {
  await page.goto("./");
  await expect(page).toHaveTitle(/Handshake 101/);
  expect(new URL(page.url()).pathname).toBe("/docs/handshake/");
});

test("has nothing for axe to complain about", async ({ page }) => {
  await page.goto("./");
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map((n) => n.html),
  }));
  expect(found).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("shows the page as it was drawn by the build, under its name", async ({ page }) => {
    await page.goto("./");
    await expect(page).toHaveTitle(TITLE);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".noscript")).toBeVisible();
  });
});

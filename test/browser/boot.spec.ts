import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";

// Where the app is not there, nothing says when its parts are to come.
test.use({ lazyParts: true });

/** What boot.js does must show without the app, which may well put it right later. */
async function withoutApp(page: Page): Promise<void> {
  const nothing = { contentType: "text/javascript", body: "" };
  await page.route("**/assets/*.js", (route) => route.fulfill(nothing));
}

test("follows the system's theme when none was chosen", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

for (const theme of ["light", "dark"]) {
  test(`applies the chosen theme before anything is drawn: ${theme}`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem("theme", chosen), theme);
    await withoutApp(page);
    await page.goto("./");
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  });
}

test("ignores a chosen theme that it does not know", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("theme", "sepia"));
  await page.goto("./");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

test("survives a browser that forbids storage", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto("./#example=draft-76");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("marks a page that a link's state will replace, until it is drawn", async ({ page }) => {
  await withoutApp(page);
  await page.goto("./#example=draft-76");
  await expect(page.locator("html")).toHaveAttribute("data-linked", "");
  await page.goto("about:blank");
  await page.goto("./");
  await expect(page.locator("html")).not.toHaveAttribute("data-linked");
});

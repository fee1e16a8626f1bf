import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixture.ts";

const LIST = "./failures/";
const PAGES = ["key-without-spaces", "location-mismatch", "proxy-stripped-upgrade"].map(
  (code) => `${LIST}${code}/`,
);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the list leads from a message to its cause, which can be read", async ({ page }) => {
    await page.goto(LIST);
    const row = page.getByRole("row").filter({ hasText: "location mismatch: … != …" });
    await row.getByRole("link", { name: "location-mismatch" }).click();
    await expect(page).toHaveTitle(/^location mismatch: Sec-WebSocket-Location is wrong/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(
      page.getByText("ws://localhost:8080/demo", { exact: false }).first(),
    ).toBeVisible();
    await expect(page.getByText("proxy_set_header Host $http_host;")).toBeVisible();
    await expect(page.getByRole("table", { name: /^Answer: 226 bytes/ })).toBeVisible();
    await expect(page.locator("mark").first()).toBeVisible();
    await page.getByText("The request", { exact: true }).click();
    await expect(page.getByRole("table", { name: /^Request: 232 bytes/ })).toBeVisible();
  });

  test("a page is drawn as the rest of the site is", async ({ page }) => {
    await page.goto(PAGES[0] as string);
    const bar = page.getByRole("banner");
    await expect(bar.getByRole("link", { name: "Handshake 101" })).toBeVisible();
    const background = await bar.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(background).toBe("rgb(255, 255, 255)");
    await bar.getByRole("link", { name: "Failures" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Why WebSocket handshakes fail",
    );
  });
});

test("an example opens in the debugger, which finds in it what the page says", async ({ page }) => {
  await page.goto(`${LIST}key-without-spaces/`);
  await page.getByRole("link", { name: "Open this example in the debugger" }).click();
  await expect(page.getByRole("status").first()).toContainText("Key 2 has no spaces");
  const finding = page.getByRole("listitem").filter({ hasText: "Key 2 has no spaces" });
  await finding.getByText("Key 2 has no spaces").click();
  await finding.getByRole("link", { name: "key-without-spaces" }).click();
  await expect(page).toHaveURL(/\/docs\/handshake\/failures\/key-without-spaces\/$/);
});

for (const [code, title] of [
  ["digest-wrong-endian", "Bytes of the digest or of the numbers are in the wrong order"],
  ["no-response", "The server answered with nothing"],
  ["body-held-by-proxy", "A proxy may be holding the eight bytes back"],
  ["bytes-behind-body", "7 bytes behind key3"],
] as const) {
  test(`an example with its answer, or without one, is diagnosed: ${code}`, async ({ page }) => {
    await page.goto(`${LIST}${code}/`);
    await page.getByRole("link", { name: "Open this example in the debugger" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: title }).first()).toBeVisible();
  });
}

test("the debugger leads to the list, and back", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("banner").getByRole("link", { name: "Failures" }).click();
  await expect(page).toHaveURL(/\/docs\/handshake\/failures\/$/);
  await page.getByRole("banner").getByRole("link", { name: "Debug" }).click();
  await expect(page).toHaveURL(/\/docs\/handshake\/$/);
});

test("a theme that was chosen in the debugger holds here", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("theme", "dark"));
  await page.goto(LIST);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("nothing is cut off or wider than a narrow phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of [LIST, ...PAGES, "./404.html"]) {
    await page.goto(address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, address).toBeLessThanOrEqual(320);
  }
});

test("the columns of a list begin beside each other", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(LIST);
  const tops = await page
    .locator(".failures")
    .first()
    .evaluate((list) => {
      const titles = [...list.querySelectorAll("li > a")].map((a) => a.getBoundingClientRect());
      const [first] = titles;
      const beside = titles.find(({ left }) => left > (first?.right ?? 0));
      return [first?.top, beside?.top];
    });
  expect(tops[1]).toBe(tops[0]);
});

test("the page for wrong addresses has its style at any address", async ({ page }) => {
  const html = await (await page.request.get("./404.html")).text();
  await page.route("**/gone/**", (route) =>
    route.fulfill({ contentType: "text/html", body: html }),
  );
  await page.goto("./gone/and/lost/");
  await expect(page.locator("header")).not.toHaveCSS("display", "block");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`has nothing for axe to complain about: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const address of [LIST, ...PAGES, "./404.html"]) {
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        at: nodes.map((node) => node.html),
      }));
      expect(found, address).toEqual([]);
    }
  });
}

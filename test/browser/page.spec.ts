import { expect, test } from "./fixture.ts";
import { key3Field, requestBox, shownHex, stepTitle, verdict } from "./reader.ts";

const TITLE = "Handshake 101 – WebSocket opening handshakes, byte by byte";

test("loads under a path of any depth", async ({ page }) => {
  await page.goto("./");
  await expect(page).toHaveTitle(/Handshake 101/);
  expect(new URL(page.url()).pathname).toBe("/docs/handshake/");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test.beforeEach(({ page }) => page.goto("./"));

  test("shows the page as it was drawn by the build, under its name", async ({ page }) => {
    await expect(page).toHaveTitle(TITLE);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".noscript")).toContainText("Without JavaScript");
  });

  test("shows the draft's example, solved", async ({ page }) => {
    await expect(requestBox(page)).toHaveValue(/^GET \/demo HTTP\/1\.1\n/);
    await expect(key3Field(page)).toHaveValue("5e6e3a64735b3455");
    await expect(verdict(page)).toContainText("must answer with these 223 bytes");
    await expect(stepTitle(page)).toHaveText("Read the request");
    const answer = Buffer.from(await shownHex(page, "response"), "hex").toString("latin1");
    expect(answer).toMatch(/^HTTP\/1\.1 101 WebSocket Protocol Handshake\r\n/);
    expect(answer.slice(-16)).toBe("8jKS'y:G*Co,Wxa-");
  });
});

/** The page on paper, and in the reader's own colours. */
import { expect, test } from "./fixture.ts";
import { grid, open, requestBox } from "./reader.ts";

test("on paper all that can be read stands there, and nothing that can only be pressed", async ({
  page,
}) => {
  await open(page, "#example=digest-without-body&step=key1-division");
  await expect(page.getByRole("region", { name: "Its bytes" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  for (const of of ["request", "response"] as const) {
    await expect(grid(page, of)).toBeVisible();
    expect(await grid(page, of).evaluate((e) => e.scrollHeight - e.clientHeight)).toBe(0);
  }
  await expect(page.locator(".findings .error p").first()).toBeVisible();
  for (const name of ["Examples", "Share", "Next step", "Clear", "Download"]) {
    await expect(page.getByRole("button", { name }).filter({ visible: true })).toHaveCount(0);
  }
  const outside = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(outside).toBe(0);
});

for (const [example, step, ...numbers] of [
  ["draft-76", "key1-digits", "the digits, as one number", "4146546015"],
  ["draft-76", "key1-spaces", "spaces", "5"],
  ["draft-76", "key2-division", "1299853100", "÷", "5", "=", "259970620", "remainder", "0 ✓"],
  ["draft-76", "pack", "829309203", "31 6e 41 13"],
  ["rfc6455", "key", "characters", "24 ✓", "bytes", "16 ✓"],
] as const) {
  test(`on paper a step has the numbers that it has on the screen: ${example}, ${step}`, async ({
    page,
  }) => {
    await open(page, `#example=${example}&step=${step}`);
    const cards = page.locator(".cards").first();
    const onScreen = await cards.innerText();
    await page.emulateMedia({ media: "print" });
    const printed = await cards.innerText();
    expect(printed).toBe(onScreen);
    expect(printed.split(/\s*\n\s*/)).toEqual(expect.arrayContaining([...numbers]));
  });
}

test("in the reader's own colours the text of the request is drawn once", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page);
  await expect(requestBox(page)).toHaveCSS("color", "rgba(0, 0, 0, 0)");
  await expect(page.locator(".box > pre")).toBeVisible();
});

/** Ten megabytes in the box: all of it is read, little of it is drawn, and the page stays one that can be used. */
import { expect, test } from "./fixture.ts";
import {
  grid,
  key3Field,
  open,
  pasteInto,
  requestBox,
  says,
  stepTitle,
  unfold,
  verdict,
} from "./reader.ts";

const SIZE = 10 * 1024 * 1024;

interface Parts {
  readonly path?: string;
  readonly key1?: string;
  readonly more?: string;
}

function request({ path = "/demo", key1 = "4 @1  46546xW%0l 1 5", more }: Parts): string {
  return `GET ${path} HTTP/1.1
Host: example.com
Connection: Upgrade
Sec-WebSocket-Key2: 12998 5 Y3 1  .P00
Upgrade: WebSocket
Sec-WebSocket-Key1: ${key1}
Origin: http://example.com
${more ?? ""}
^n:ds[4U`;
}

const ANSWERED = /must answer with these \d+ bytes/;

const PASTES: readonly (readonly [what: string, text: () => string, sentence: RegExp])[] = [
  ["ten megabytes in a field", () => request({ more: `Cookie: ${"a".repeat(SIZE)}\n` }), ANSWERED],
  ["a million fields", () => request({ more: "Cookie: a\n".repeat(SIZE / 10) }), ANSWERED],
  ["ten megabytes of path", () => request({ path: `/${"a".repeat(SIZE)}` }), /eight bytes/],
  ["a million digits in a key", () => request({ key1: ` ${"1".repeat(SIZE / 10)}` }), /32 bits/],
  ["ten megabytes in one line", () => "x".repeat(SIZE), /no request line/],
  [
    "ten megabytes of hex",
    () => hex(request({ more: `Cookie: ${"a".repeat(SIZE / 3)}\n` })),
    ANSWERED,
  ],
];

function hex(text: string): string {
  return Buffer.from(text.replaceAll("\n", "\r\n")).toString("hex").replace(/../g, "$& ");
}

for (const [what, text, sentence] of PASTES) {
  test(`${what} can be looked at`, async ({ page }) => {
    await open(page);
    await pasteInto(page, requestBox(page), text());
    await expect(page.locator("#announcer")).toContainText("too much for a link");
    await expect(verdict(page).getByRole("status")).toHaveText(sentence);
    await expect(verdict(page)).not.toContainText(/Reading|Looking/);
    await expect(page.getByText(/of [\d,]+ characters are shown/)).toBeVisible();

    const slider = page.getByRole("slider", { name: "Step", exact: true });
    for (let step = 1; step <= 14; step++) {
      await slider.fill(`${step}`);
      await expect(page.getByText(`Step ${step} of 14`, { exact: true })).toBeVisible();
      await expect(stepTitle(page)).not.toBeEmpty();
    }
    expect(await page.locator("*").count()).toBeLessThan(6000);
  });
}

test("the last of ten million bytes can be reached, and only rows near the window are drawn", async ({
  page,
}) => {
  await open(page);
  const text = request({ more: `Cookie: ${"a".repeat(SIZE)}\n` });
  await pasteInto(page, requestBox(page), text);
  await expect(verdict(page)).toContainText(ANSWERED);
  await unfold(page, "Bytes");
  const bytes = grid(page, "request");
  const lines = text.split("\n").length - 1;
  const length = text.length + lines;
  await expect(bytes).toHaveAttribute("aria-rowcount", `${Math.ceil(length / 16)}`);
  await bytes.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("ArrowLeft");
  const last = bytes.locator(".bytes-hex [data-active]");
  await expect(last).toHaveText("55");
  await expect(says(page, "request")).toContainText(`(${length - 1}) ·`);
  await expect(last).toBeInViewport();
  expect(await bytes.getByRole("row").count()).toBeLessThan(150);
  await page.keyboard.press("ControlOrMeta+Home");
  await expect(bytes.getByRole("rowheader").first()).toHaveText("00000000");
  await expect(bytes.getByRole("rowheader").first()).toBeInViewport();
});

test("what is too much for a link is still there after going back and forward", async ({
  page,
}) => {
  await open(page);
  await pasteInto(page, requestBox(page), request({ more: "Cookie: a\n".repeat(SIZE / 10) }));
  await key3Field(page).fill("0102030405060708");
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("link", { name: /^Five spaces in a row/ }).click();
  await expect(requestBox(page)).toHaveValue(/^GET \/good-48/);
  await page.goBack();
  await expect(requestBox(page)).toHaveValue(/^GET \/demo/);
  await expect(page.getByText(/of [\d,]+ characters are shown/)).toBeVisible();
  await expect(key3Field(page)).toHaveValue("0102030405060708");
  await page.goForward();
  await expect(requestBox(page)).toHaveValue(/^GET \/good-48/);
});

test("a reload, which cannot keep it, says that it is gone", async ({ page }) => {
  await open(page);
  await pasteInto(page, requestBox(page), "x".repeat(SIZE));
  await expect(page.locator("#announcer")).toContainText("too much for a link");
  await page.reload();
  await expect(page.getByRole("alert")).toContainText(
    "too much for a link, and a reload forgets it",
  );
  await expect(verdict(page)).toContainText("must answer");
});

/** The bytes, as somebody moves in them, selects them and takes them away. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import {
  copied,
  copy,
  grid,
  linkedState,
  litBytes,
  open,
  placeOf,
  says,
  shownHex,
  unfold,
} from "./reader.ts";

test.beforeEach(async ({ page }) => {
  await open(page);
  await unfold(page, "Bytes");
});

test("the bytes are one tab stop", async ({ page }) => {
  const bytes = grid(page, "response");
  await bytes.focus();
  await page.keyboard.press("Tab");
  await expect(bytes).not.toBeFocused();
  expect(await bytes.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  await page.keyboard.press("Shift+Tab");
  await expect(bytes).toBeFocused();
});

test("keys move in the bytes, and stop at both ends", async ({ page }) => {
  await grid(page, "response").focus();
  const moves: readonly (readonly [keys: string, offset: string])[] = [
    ["ArrowLeft", "0x0 (0)"],
    ["ArrowUp", "0x0 (0)"],
    ["ArrowRight", "0x1 (1)"],
    ["ArrowDown", "0x11 (17)"],
    ["Home", "0x10 (16)"],
    ["End", "0x1F (31)"],
    ["ArrowRight", "0x20 (32)"],
    ["PageDown", "0xA0 (160)"],
    ["PageUp", "0x20 (32)"],
    ["ArrowUp", "0x10 (16)"],
    ["ControlOrMeta+End", "0xDE (222)"],
    ["ArrowRight", "0xDE (222)"],
    ["ArrowDown", "0xDE (222)"],
    ["PageDown", "0xDE (222)"],
    ["ControlOrMeta+Home", "0x0 (0)"],
  ];
  for (const [keys, offset] of moves) {
    await page.keyboard.press(keys);
    await expect(says(page, "response"), keys).toContainText(`${offset} ·`);
  }
});

test("the active byte is named to who does not see it", async ({ page }) => {
  await grid(page, "response").focus();
  await page.keyboard.press("ArrowRight");
  const active = await grid(page, "response").getAttribute("aria-activedescendant");
  const cell = page.locator(`[id="${active}"]`);
  await expect(cell).toHaveText("54");
  await expect(cell).toHaveAttribute("aria-colindex", "2");
  await expect(cell).toHaveAccessibleName("0x1 (1) · 54 · “T” · status line");
  await expect(cell).toBeInViewport();
});

test("the active byte is in view, wherever the keys lead", async ({ page }) => {
  await grid(page, "response").focus();
  for (const keys of ["ControlOrMeta+End", "ControlOrMeta+Home", "PageDown", "PageDown"]) {
    await page.keyboard.press(keys);
    await expect(grid(page, "response").locator("[role=gridcell][data-active]")).toBeInViewport();
  }
});

const selected = (page: Page, of: "request" | "response") =>
  expect.poll(async () => {
    const { selection } = (await linkedState(page)).cursor;
    return selection?.in === of ? selection.span : null;
  });

test("Shift selects, Enter pins one byte, Esc lets go", async ({ page }) => {
  await grid(page, "request").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await selected(page, "request").toEqual([0, 3]);
  await page.keyboard.press("Shift+ArrowDown");
  await selected(page, "request").toEqual([0, 19]);
  await expect(says(page, "request")).toContainText("19 bytes selected, 0x0 to 0x12 (0 to 18)");
  await expect(page.locator("#announcer")).toHaveText("19 bytes selected.");
  await page.keyboard.press("Shift+ControlOrMeta+Home");
  await selected(page, "request").toEqual([0, 1]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await selected(page, "request").toEqual([1, 2]);
  await page.keyboard.press("Tab");
  await selected(page, "request").toEqual([1, 2]);
  await grid(page, "request").focus();
  await page.keyboard.press("Escape");
  await selected(page, "request").toBeNull();
});

test("a selection can be dragged, and extended by a click with Shift", async ({ page }) => {
  const click = async (byte: number): Promise<void> => {
    const { x, y } = await placeOf(page, "response", byte);
    await page.mouse.click(x, y);
  };
  await click(4);
  await selected(page, "response").toEqual([4, 5]);
  await page.keyboard.down("Shift");
  await click(9);
  await selected(page, "response").toEqual([4, 10]);
  await click(0);
  await selected(page, "response").toEqual([0, 5]);
  await page.keyboard.up("Shift");

  const from = await placeOf(page, "response", 38);
  const to = await placeOf(page, "response", 6);
  const start = await placeOf(page, "response", 38);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + to.x - from.x, start.y - 48);
  await page.mouse.up();
  await expect(says(page, "response")).toContainText(/\d+ bytes selected/);
});

test("a click takes the byte under it, and only that one is lit then", async ({ page }) => {
  for (const byte of [0, 9, 21, 216, 222]) {
    const { x, y } = await placeOf(page, "response", byte);
    await page.mouse.click(x, y);
    await selected(page, "response").toEqual([byte, byte + 1]);
    await page.locator("h1").click();
    await expect.poll(() => litBytes(page, "response")).toEqual([byte]);
  }
});

test.describe("Copy as", () => {
  const menu = (page: Page, of: "request" | "response"): Promise<void> =>
    page.getByRole("button", { name: `Copy as (the ${of})` }).click();

  const FORMATS: readonly (readonly [name: string, read: (text: string) => Buffer])[] = [
    ["hex", (text) => Buffer.from(text.replaceAll(" ", ""), "hex")],
    ["base64", (text) => Buffer.from(text, "base64")],
    ["C array", readC],
    ["\\x-escaped string", readEscaped],
  ];

  for (const [name, read] of FORMATS) {
    test(`gives every byte exactly: ${name}`, async ({ page }) => {
      await copy(page, "");
      for (const of of ["request", "response"] as const) {
        const all = await shownHex(page, of);
        await menu(page, of);
        await page.getByRole("button", { name, exact: true }).click();
        await expect(page.locator("#announcer")).toHaveText(
          `Copied ${all.length / 2} bytes as ${name}.`,
        );
        expect(read(await copied(page)).toString("hex")).toBe(all);
      }
    });
  }

  test("gives only what is selected, if anything is", async ({ page }) => {
    await copy(page, "");
    await grid(page, "response").focus();
    await page.keyboard.press("ControlOrMeta+End");
    for (let i = 0; i < 15; i++) await page.keyboard.press("Shift+ArrowLeft");
    await menu(page, "response");
    await expect(page.getByRole("heading", { name: "16 selected bytes" })).toBeVisible();
    await page.getByRole("button", { name: "hex", exact: true }).click();
    await expect.poll(() => copied(page)).toBe("38 6a 4b 53 27 79 3a 47 2a 43 6f 2c 57 78 61 2d");
  });

  test("opens and closes by keyboard, and gives the focus back", async ({ page }) => {
    const button = page.getByRole("button", { name: "Copy as (the response)" });
    await button.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "hex", exact: true })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "hex", exact: true })).toBeHidden();
    await expect(button).toBeFocused();
  });

  test("saves the bytes as a file", async ({ page }) => {
    for (const of of ["request", "response"] as const) {
      await menu(page, of);
      const downloaded = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save as a file" }).click();
      const download = await downloaded;
      expect(download.suggestedFilename()).toBe(`${of}.bin`);
      const bytes = await readFile(await download.path());
      expect(bytes.toString("hex")).toBe(await shownHex(page, of));
    }
  });

  test("says so, and shows the bytes, when the browser forbids copying", async ({ page }) => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("denied"));
    });
    await menu(page, "response");
    await page.getByRole("button", { name: "hex", exact: true }).click();
    await expect(page.locator("#announcer")).toContainText("did not allow copying");
    await expect(page.locator("#announcer")).toContainText("48 54 54 50 2f 31 2e 31");
  });
});

function readC(text: string): Buffer {
  const [, length, values] = /^unsigned char bytes\[(\d+)\] = \{([^}]*)\};\n$/.exec(text) ?? [];
  const bytes = Buffer.from((values ?? "").trim().split(/,\s*/).map(Number));
  expect(bytes).toHaveLength(Number(length));
  return bytes;
}

/** As C reads it: an escape takes in all hex digits behind it. */
function readEscaped(text: string): Buffer {
  const names: Readonly<Record<string, string>> = {
    "\\r": "\r",
    "\\n": "\n",
    '\\"': '"',
    "\\\\": "\\",
  };
  const inside = text.replace(/^"|"$/g, "");
  const read = inside.replace(/\\x([\da-f]+)|\\[rn"\\]/g, (escaped, digits?: string) =>
    digits === undefined
      ? (names[escaped] as string)
      : String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(read, "latin1");
}

for (const [width, height] of [
  [1280, 720],
  [360, 780],
] as const) {
  test(`all of the draft's answer is seen without scrolling in it, ${width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const inner = await grid(page, "response").evaluate((view) => [
      view.scrollHeight,
      view.clientHeight,
    ]);
    expect(inner[0]).toBe(inner[1]);
  });
}

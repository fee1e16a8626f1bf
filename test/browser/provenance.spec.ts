/** Where every byte comes from: pointing at anything, or focusing it, lights up what it is related to, and nothing else. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { grid, litBytes, open, pasteInto, placeOf, requestBox, unfold } from "./reader.ts";

const REQUEST = `GET /demo HTTP/1.1
Host: example.com
Connection: Upgrade
Sec-WebSocket-Key2: 12998 5 Y3 1  .P00
Sec-WebSocket-Protocol: sample
Upgrade: WebSocket
Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5
Origin: http://example.com

`.replaceAll("\n", "\r\n");

const KEY1 = REQUEST.indexOf("4 @1");
const KEY2 = REQUEST.indexOf("12998");
const KEY3 = REQUEST.length;
const ORIGIN = REQUEST.indexOf("http://example.com");

const RESPONSE = `HTTP/1.1 101 WebSocket Protocol Handshake
Upgrade: WebSocket
Connection: Upgrade
Sec-WebSocket-Origin: http://example.com
Sec-WebSocket-Location: ws://example.com/demo
Sec-WebSocket-Protocol: sample

`.replaceAll("\n", "\r\n");

const DIGEST = RESPONSE.length;

const run = (start: number, length: number): number[] =>
  Array.from({ length }, (_, i) => start + i);

/** Offsets of the characters of a text that match, in the request. */
function offsets(start: number, text: string, wanted: RegExp): number[] {
  return run(start, text.length).filter((at) => wanted.test(REQUEST[at] as string));
}

const DIGITS1 = offsets(KEY1, "4 @1  46546xW%0l 1 5", /\d/);
const PARTS1 = offsets(KEY1, "4 @1  46546xW%0l 1 5", /[\d ]/);
const PARTS2 = offsets(KEY2, "12998 5 Y3 1  .P00", /[\d ]/);

const lit = (page: Page) => page.locator("[data-lit]");

async function expectLit(page: Page, request: readonly number[], response: readonly number[]) {
  await expect.poll(() => litBytes(page, "request")).toEqual(request);
  await expect.poll(() => litBytes(page, "response")).toEqual(response);
}

async function hoverByte(page: Page, of: "request" | "response", byte: number): Promise<void> {
  const { x, y } = await placeOf(page, of, byte);
  await page.mouse.move(x, y);
}

/** Points at it, or gives it the focus: both must do the same. */
async function pointAt(target: Locator, how: "hover" | "focus"): Promise<void> {
  if (how === "hover") await target.hover();
  else await target.focus();
}

test.beforeEach(async ({ page }) => {
  await open(page, "#step=key1-digits");
  await unfold(page, "Bytes");
});

for (const how of ["hover", "focus"] as const) {
  test(`a digit leads to its number and the digest, and to nothing of the other key: ${how}`, async ({
    page,
  }) => {
    const digit = page.locator(".tiles > li").first();
    await pointAt(digit, how);
    await expect(digit).toHaveAttribute("data-lit", "");
    await expect(page.locator("[data-at='key1.number']")).toHaveAttribute("data-lit", "");
    await expectLit(page, [KEY1], run(DIGEST, 16));
  });

  test(`a number leads back to its digits, and not to the spaces: ${how}`, async ({ page }) => {
    await pointAt(page.locator("[data-at='key1.number']"), how);
    await expectLit(page, DIGITS1, run(DIGEST, 16));
    await expect(page.locator(".box [data-lit]")).toHaveText(["4 @1  46546xW%0l 1 5"]);
  });

  test(`a byte of the challenge leads to the key it came from: ${how}`, async ({ page }) => {
    await page.getByRole("slider", { name: "Step", exact: true }).fill("9");
    const cells = page.locator(".cells > li");
    await pointAt(cells.nth(0), how);
    await expectLit(page, PARTS1, run(DIGEST, 16));
    await pointAt(cells.nth(7), how);
    await expectLit(page, PARTS2, run(DIGEST, 16));
    await pointAt(cells.nth(8), how);
    await expectLit(page, [KEY3], run(DIGEST, 16));
  });

  test(`the second word of MD5's block leads to the second key: ${how}`, async ({ page }) => {
    await page.getByRole("slider", { name: "Step", exact: true }).fill("11");
    await page.getByRole("slider", { name: "Round" }).fill("2");
    await expect(page.getByRole("rowheader", { name: "+ M[1]", exact: true })).toBeVisible();
    await pointAt(page.getByRole("row", { name: /^\+ M\[1\]/ }).locator("code"), how);
    await expectLit(page, PARTS2, run(DIGEST, 16));
  });
}

test("focusing a round lights what went into it", async ({ page }) => {
  await page.getByRole("slider", { name: "Step", exact: true }).fill("11");
  await page.getByRole("slider", { name: "Round" }).focus();
  await expectLit(page, PARTS1, run(DIGEST, 16));
  await page.keyboard.press("ArrowRight");
  await expectLit(
    page,
    [...PARTS2, ...PARTS1].sort((a, b) => a - b),
    run(DIGEST, 16),
  );
});

test("the arrow keys move among the characters of a key, which are one tab stop", async ({
  page,
}) => {
  const tiles = page.locator(".tiles > li");
  await expect(tiles).toHaveCount(20);
  await expect(page.locator(".tiles > li[tabindex='0']")).toHaveCount(1);
  await tiles.first().focus();
  await page.keyboard.press("End");
  await expect(tiles.last()).toBeFocused();
  await expectLit(page, [KEY1 + 19], run(DIGEST, 16));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expectLit(page, [KEY1 + 17], run(DIGEST, 16));
  // The step stays.
  await expect(page.locator("#step-title")).toHaveText("Key 1: take the digits");
});

test("a character that is neither digit nor space leads nowhere", async ({ page }) => {
  await page.locator(".tiles > li").nth(2).hover();
  await expectLit(page, [KEY1 + 2], []);
});

test("a byte of the response's origin is that very byte of the request", async ({ page }) => {
  const origin = RESPONSE.indexOf("http://example.com");
  for (const at of [0, 7, 17]) {
    await hoverByte(page, "response", origin + at);
    await expectLit(page, [ORIGIN + at], [origin + at]);
  }
});

test("the location is made of host and path", async ({ page }) => {
  const location = RESPONSE.indexOf("ws://");
  await hoverByte(page, "response", location + "ws://exam".length);
  await expectLit(page, [REQUEST.indexOf("Host: exam") + "Host: exam".length], [location + 9]);
  await hoverByte(page, "response", location + "ws://example.com/d".length);
  await expectLit(page, [REQUEST.indexOf("/demo") + 2], [location + 18]);
  await hoverByte(page, "response", location);
  await expectLit(page, [], [location]);
});

test("a byte of the request leads to what was made of it", async ({ page }) => {
  await hoverByte(page, "request", REQUEST.indexOf("sample") + 1);
  await expectLit(page, [REQUEST.indexOf("sample") + 1], [RESPONSE.indexOf("sample") + 1]);
  await hoverByte(page, "request", KEY3 + 7);
  await expectLit(page, [KEY3 + 7], run(DIGEST, 16));
});

test("a byte of the digest leads to both keys and key3", async ({ page }) => {
  await hoverByte(page, "response", DIGEST + 3);
  const all = [...PARTS2, ...PARTS1, ...run(KEY3, 8)].sort((a, b) => a - b);
  await expectLit(page, all, [DIGEST + 3]);
});

test("moving in the bytes by keyboard lights as the pointer does", async ({ page }) => {
  await grid(page, "response").focus();
  await page.keyboard.press("ControlOrMeta+End");
  const all = [...PARTS2, ...PARTS1, ...run(KEY3, 8)].sort((a, b) => a - b);
  await expectLit(page, all, [DIGEST + 15]);
  await page.keyboard.press("ControlOrMeta+Home");
  await expectLit(page, [], [0]);
});

test("a function of the reference lights what it made", async ({ page }) => {
  await unfold(page, "Reference");
  const part = (name: string) => page.locator(`[data-function='${name}']`);
  await part("pack").hover();
  await expect(part("pack")).toHaveAttribute("data-lit", "");
  await expectLit(page, [], run(DIGEST, 16));
  await part("location").hover();
  const location = RESPONSE.indexOf("ws://");
  await expectLit(page, [], run(location, "ws://example.com/demo".length));
});

test("the function that runs in a step is in sight in the reference", async ({ page }) => {
  await unfold(page, "Reference");
  const slider = page.getByRole("slider", { name: "Step", exact: true });
  for (const [step, name] of [
    ["1", "readRequest"],
    ["8", "pack"],
    ["14", "answer"],
  ]) {
    await slider.fill(step as string);
    await page.locator(".source").scrollIntoViewIfNeeded();
    await expect(page.locator(`[data-function='${name}']`)).toBeInViewport();
  }
});

test("a number lights the function that made it", async ({ page }) => {
  await unfold(page, "Reference");
  await page.locator("[data-at='key1.number']").hover();
  await expect(page.locator("[data-function='keyNumber']")).toHaveAttribute("data-lit", "");
  await expect(page.locator("[data-function='countSpaces']")).not.toHaveAttribute("data-lit");
});

test("a part of the request lights up from the list that names it", async ({ page }) => {
  await page.getByRole("slider", { name: "Step", exact: true }).fill("1");
  await page.getByRole("button", { name: "Origin", exact: true }).focus();
  const inAnswer = run(RESPONSE.indexOf("http://example.com"), 18);
  await expectLit(page, run(ORIGIN, 18), inAnswer);
});

for (const [ends, text] of [
  ["LF", null],
  ["CRLF", REQUEST],
] as const) {
  test(`the caret in the box lights the byte it stands before: ${ends}`, async ({ page }) => {
    if (text !== null) await pasteInto(page, requestBox(page), text);
    await expect(page.getByRole("list", { name: "Read as" })).toContainText(ends);
    await requestBox(page).focus();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.press("ArrowDown");
    for (let i = 0; i < "Host: ex".length; i++) await page.keyboard.press("ArrowRight");
    const host = REQUEST.indexOf("Host: ex") + "Host: ex".length;
    await expectLit(page, [host], [RESPONSE.indexOf("ws://ex") + "ws://ex".length]);
  });
}

test("what is pointed at no more is no longer lit", async ({ page }) => {
  await page.locator(".tiles > li").first().hover();
  await expect(lit(page)).not.toHaveCount(0);
  await page.locator("h1").hover();
  await expect(lit(page)).toHaveCount(0);
  await expectLit(page, DIGITS1, []);
});

/** What somebody who reads the page does with it and sees on it, in the words of the page. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { parseLink } from "../../src/ui/link/link.ts";
import type { State } from "../../src/ui/state.ts";
import { expect } from "./fixture.ts";

/** Opens the page, at a link's fragment if one is given, and waits until it answers to its reader. */
export async function open(page: Page, fragment = ""): Promise<void> {
  await page.goto(`./${fragment}`);
  await ready(page);
}

/** The app has named the page by its verdict: what the build drew says something else. */
export async function ready(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/ – Handshake 101$/);
  await expect(page.locator("html")).not.toHaveAttribute("data-linked");
}

export function requestBox(page: Page): Locator {
  return page.getByRole("textbox", { name: "The request, as your server got it" });
}

export function key3Field(page: Page): Locator {
  return page.getByLabel("key3", { exact: true });
}

export function verdict(page: Page): Locator {
  return page.getByRole("region", { name: "Verdict" });
}

export function stepTitle(page: Page): Locator {
  return page.locator("#step-title");
}

export function grid(page: Page, of: "request" | "response"): Locator {
  return page.getByRole("grid", { name: `Bytes of the ${of}` });
}

/** On narrow screens the bytes of the request, and the reference, start folded. */
export async function unfold(page: Page, title: string): Promise<void> {
  const button = page.getByRole("button", { name: title, exact: true });
  if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
}

/** All bytes that a grid shows, in hex; a long one shows only those near its window. */
export async function shownHex(page: Page, of: "request" | "response"): Promise<string> {
  const halves = await grid(page, of).locator(".bytes-hex").allTextContents();
  return halves.join("").replaceAll(" ", "");
}

/** Offsets of the bytes that are lit in a grid: selected, worked on, or related to what is pointed at. */
export async function litBytes(page: Page, of: "request" | "response"): Promise<number[]> {
  return grid(page, of).evaluate((view) => {
    const lit = new Set<number>();
    for (const highlight of CSS.highlights.values()) {
      for (const { startContainer, startOffset, endOffset } of highlight) {
        const run = startContainer.parentElement;
        if (!run?.closest(".bytes-hex") || !view.contains(run)) continue;
        for (let at = startOffset; at < endOffset; at += 3) {
          lit.add(Number(run.dataset.run) + Math.floor(at / 3));
        }
      }
    }
    return [...lit].sort((a, b) => a - b);
  });
}

/** Where a byte is on the screen, once it has been scrolled there. */
export async function placeOf(
  page: Page,
  of: "request" | "response",
  byte: number,
): Promise<{ readonly x: number; readonly y: number }> {
  return grid(page, of).evaluate((view, at) => {
    const run = [...view.querySelectorAll<HTMLElement>(".bytes-hex [data-run]")].findLast(
      ({ dataset }) => Number(dataset.run) <= at,
    );
    if (!run?.firstChild) throw new Error(`byte ${at} is not drawn`);
    run.scrollIntoView({ block: "center", behavior: "instant" });
    const from = 3 * (at - Number(run.dataset.run));
    const range = new Range();
    range.setStart(run.firstChild, from);
    range.setEnd(run.firstChild, from + 2);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, byte);
}

/** The line below the bytes, which says what the active one is, or what is selected. */
export function says(page: Page, of: "request" | "response"): Locator {
  return page.locator(".bytes", { has: grid(page, of) }).locator(".bytes-says");
}

export async function copy(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

export async function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Puts text in place of all that is in a field, by way of the clipboard. */
export async function pasteInto(page: Page, field: Locator, text: string): Promise<void> {
  await copy(page, text);
  await field.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+v");
}

/** Presses Tab until something has the focus, as somebody without a mouse must. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target, "reached with Tab").toBeFocused();
}

/** The state that the address bar holds. */
export async function linkedState(page: Page): Promise<State> {
  const { hash, search } = new URL(page.url());
  return (await parseLink(hash, search)).state;
}

export interface Recording {
  readonly id: string;
  readonly request: Uint8Array;
  readonly response: Uint8Array;
}

/** Handshakes that a real browser made with a server that answers rightly. */
export function recordings(): readonly Recording[] {
  const path = join(import.meta.dirname, "../fixtures/webkit-534-hixie76.json");
  const { cases } = JSON.parse(readFileSync(path, "utf8")) as {
    cases: { id: string; request_hex: string; response_hex: string }[];
  };
  return cases
    .filter(({ id }) => id.startsWith("good-"))
    .map(({ id, request_hex, response_hex }) => ({
      id,
      request: Buffer.from(request_hex, "hex"),
      response: Buffer.from(response_hex, "hex"),
    }));
}

/** The head as text, and the eight bytes as hex: all that fits into a text box. */
export function asText(request: Uint8Array): { readonly head: string; readonly key3: string } {
  const bytes = Buffer.from(request);
  return {
    head: bytes.subarray(0, -8).toString("latin1"),
    key3: bytes.subarray(-8).toString("hex"),
  };
}

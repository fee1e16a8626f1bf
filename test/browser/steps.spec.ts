/** The fourteen steps: their pictures, playing them, and what stands where one cannot be done. */
import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  HIXIE76_STEP_IDS as STEP_IDS,
  type Hixie76StepId as StepId,
} from "../../src/core/trace/hixie76-step.ts";
import { expect, test } from "./fixture.ts";
import {
  asText,
  key3Field,
  linkedState,
  open,
  pasteInto,
  recordings,
  requestBox,
  stepTitle,
} from "./reader.ts";

const DRAFT_CHALLENGE = "316e41130f7ed63c5e6e3a64735b3455";
const DRAFT_DIGEST = "386a4b5327793a472a436f2c5778612d";

/** What the draft works out in §1.2, and what the picture of each step must therefore say. */
const PICTURES: Readonly<Record<StepId, readonly string[]>> = {
  "read-request": ["example.com", "/demo", "4 @1  46546xW%0l 1 5", "5e 6e 3a 64 73 5b 34 55"],
  "key1-digits": ["4146546015"],
  "key1-spaces": ["spaces5", "space number 5"],
  "key1-division": ["4146546015", "÷", "829309203", "remainder0 ✓"],
  "key2-digits": ["1299853100"],
  "key2-spaces": ["spaces5"],
  "key2-division": ["1299853100", "259970620", "remainder0 ✓"],
  pack: ["31 6e 41 13", "0f 7e d6 3c", "big-endian"],
  challenge: ["31 6e 41 13", "0f 7e d6 3c", "5e 6e 3a 64 73 5b 34 55", "^n:ds[4U"],
  "md5-padding": ["80 00 00 00 00 00 00 00", "128 bits"],
  "md5-rounds": ["13416e31", "1/64"],
  "md5-digest": ["38 6a 4b 53", "27 79 3a 47", "2a 43 6f 2c", "57 78 61 2d", "8jKS'y:G*Co,Wxa-"],
  "response-head": [
    "WebSocket Protocol Handshake",
    "ws://example.com/demo",
    "http://example.com",
    "sample",
  ],
  response: ["HTTP/1.1 101", "8jKS'y:G*Co,Wxa-", "223 bytes"],
};

const picture = (page: Page) => page.locator(".picture");

const next = (page: Page) => page.getByRole("button", { name: "Next step" });

test("every step of the draft's example has its picture, its words and its section", async ({
  page,
}) => {
  await open(page);
  const pane = page.locator(".pane", { has: stepTitle(page) });
  for (const id of STEP_IDS) {
    for (const words of PICTURES[id]) await expect(picture(page), id).toContainText(words);
    await expect(page.locator(".step-words"), id).toHaveText(/.{40,}/);
    await expect(page.locator(".stopped-note"), id).toHaveCount(0);
    await expect(pane, id).toContainText(/hybi-00 §\d|RFC 1321/);
    if (id !== "response") await next(page).click();
  }
});

test("each step is the same, whichever way it was come to", async ({ page }) => {
  await open(page);
  const slider = page.getByRole("slider", { name: "Step", exact: true });
  const seen: string[] = [];
  for (const index of STEP_IDS.keys()) {
    if (index > 0) await next(page).click();
    await expect(slider).toHaveValue(`${index + 1}`);
    await expect(picture(page)).not.toBeEmpty();
    seen.push(await picture(page).innerText());
  }
  for (const index of [...STEP_IDS.keys()].reverse()) {
    await expect(slider).toHaveValue(`${index + 1}`);
    expect(await picture(page).innerText()).toBe(seen[index]);
    if (index > 0) await page.getByRole("button", { name: "Previous step" }).click();
  }
});

test("buttons and keys stop at both ends, and change nothing there", async ({ page }) => {
  await open(page, "#select=0x4");
  await page.getByRole("button", { name: "Previous step" }).click({ force: true });
  await page.locator("body").press("ArrowLeft");
  await page.locator("body").press("Home");
  await expect(stepTitle(page)).toHaveText("Read the request");
  await expect(page.getByText(/^0x4 \(4\) · 2F/)).toBeAttached();
  await page.locator("body").press("End");
  await expect(stepTitle(page)).toHaveText("Send the answer");
  await expect(next(page)).toHaveAttribute("aria-disabled", "true");
  await next(page).click({ force: true });
  await expect(stepTitle(page)).toHaveText("Send the answer");
});

test.describe("playing", () => {
  const play = (page: Page) => page.getByRole("button", { name: "Play", exact: true });

  test("does not begin by itself", async ({ page }) => {
    await page.clock.install();
    await open(page);
    await page.clock.runFor(20_000);
    await expect(stepTitle(page)).toHaveText("Read the request");
  });

  test("goes on until the end, through every round, and stops there", async ({ page }) => {
    await page.clock.install();
    await open(page, "#step=md5-padding");
    await expect(page.locator(".picture")).not.toBeEmpty();
    await page.getByLabel("Speed of playing").selectOption("fast");
    const rounds = await page.evaluateHandle(() => {
      const seen: string[] = [];
      new MutationObserver(() => {
        const round = document.querySelector(".rounds-nav .mono")?.textContent;
        if (round && round !== seen.at(-1)) seen.push(round);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
      return seen;
    });
    await play(page).click();
    const titleAMoveLater = async () => {
      await page.clock.runFor(250);
      return stepTitle(page).textContent();
    };
    await expect
      .poll(titleAMoveLater, { intervals: [20], timeout: 60_000 })
      .toBe("Send the answer");
    expect(await rounds.jsonValue()).toEqual(Array.from({ length: 64 }, (_, i) => `${i + 1}/64`));
    await expect(play(page)).toBeVisible();
    await page.clock.runFor(5000);
    await expect(stepTitle(page)).toHaveText("Send the answer");
  });

  test("starts again from the first step at the end", async ({ page }) => {
    await page.clock.install();
    await open(page, "#step=response");
    await play(page).click();
    await expect(stepTitle(page)).toHaveText("Read the request");
    await page.clock.runFor(1000);
    await expect(stepTitle(page)).toHaveText("Key 1: take the digits");
  });

  test("pauses, and stops when the reader moves", async ({ page }) => {
    await page.clock.install();
    await open(page);
    await play(page).click();
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    await page.clock.runFor(1000);
    await expect(stepTitle(page)).toHaveText("Key 1: take the digits");
    await page.getByRole("button", { name: "Pause" }).click();
    await page.clock.runFor(5000);
    await expect(stepTitle(page)).toHaveText("Key 1: take the digits");
    await play(page).click();
    await page.locator("body").press("ArrowRight");
    await expect(play(page)).toBeVisible();
    await page.clock.runFor(5000);
    await expect(stepTitle(page)).toHaveText("Key 1: count the spaces");
  });

  test("begins and pauses with Space on the slider", async ({ page }) => {
    await open(page);
    await page.getByRole("slider", { name: "Step", exact: true }).press("Space");
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    await page.getByRole("slider", { name: "Step", exact: true }).press("Space");
    await expect(play(page)).toBeVisible();
  });
});

test("the slider takes arrow keys, Page keys, Home and End, and Shift for rounds", async ({
  page,
}) => {
  await open(page);
  const slider = page.getByRole("slider", { name: "Step", exact: true });
  await slider.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", "Step 2 of 14, Key 1: take the digits");
  await slider.press("End");
  await expect(stepTitle(page)).toHaveText("Send the answer");
  await slider.press("Home");
  await expect(stepTitle(page)).toHaveText("Read the request");
  await slider.fill("11");
  await slider.press("Shift+ArrowRight");
  await expect(page.getByText("2/64", { exact: true })).toBeVisible();
  await expect(slider).toHaveAttribute("aria-valuetext", /round 2 of 64$/);
});

test("nothing moves by itself for who asked for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await next(page).click();
  const moving = await page.locator("*").evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const still = transitionDuration
          .split(",")
          .every((duration) => Number.parseFloat(duration) === 0);
        return !still || animationName !== "none" || scrollBehavior === "smooth";
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
  expect(moving).toEqual([]);
});

test("little-endian packing can be tried, and is called wrong", async ({ page }) => {
  await open(page, "#step=pack");
  await page.getByLabel("What if the server packed them little-endian?").check();
  await expect(picture(page)).toContainText("13 41 6e 31");
  await expect(picture(page)).toContainText("3c d6 7e 0f");
  await expect(picture(page)).toContainText("Wrong.");
  await expect(picture(page).getByText("little-endian: wrong")).toHaveCount(2);
  // The same switch as that of the mistakes: it is in the link, and stays while one steps.
  const imagined = page.locator("#mistakes").getByRole("listitem").getByRole("checkbox");
  await expect(imagined).toBeChecked();
  await expect
    .poll(async () => (await linkedState(page)).cursor.mistakes)
    .toEqual(["little-endian"]);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Previous" }).click();
  await expect(picture(page)).toContainText("13 41 6e 31");
  await page.getByLabel("What if the server packed them little-endian?").uncheck();
  await expect(imagined).toHaveCount(0);
  await expect(picture(page)).toContainText("31 6e 41 13");
  await expect(picture(page)).not.toContainText("Wrong.");
});

test.describe("rounds of MD5", () => {
  const INITIAL = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];

  async function lastRegisters(page: Page): Promise<number[]> {
    await page.getByText("All 64 rounds", { exact: true }).click();
    const rows = page.getByRole("region", { name: "All rounds" }).locator("tbody tr");
    await expect(rows).toHaveCount(65);
    await expect(rows.nth(0)).toContainText("start");
    const cells = await rows.last().getByRole("cell").allTextContents();
    return cells.slice(-4).map((word) => Number.parseInt(word, 16));
  }

  function digestOf(registers: readonly number[]): string {
    const bytes = Buffer.alloc(16);
    for (const [i, register] of registers.entries()) {
      bytes.writeUInt32LE((register + (INITIAL[i] as number)) >>> 0, 4 * i);
    }
    return bytes.toString("hex");
  }

  test("end where another implementation does", async ({ page }) => {
    await open(page, "#step=md5-rounds");
    const digest = digestOf(await lastRegisters(page));
    const other = createHash("md5").update(Buffer.from(DRAFT_CHALLENGE, "hex")).digest("hex");
    expect(digest).toBe(other);
    expect(digest).toBe(DRAFT_DIGEST);
  });

  test("end in the digest that a browser accepted", async ({ page }) => {
    const { request, response } = recordings()[11] as ReturnType<typeof recordings>[number];
    const { head, key3 } = asText(request);
    await open(page, "#step=md5-rounds");
    await pasteInto(page, requestBox(page), head);
    await key3Field(page).fill(key3);
    const digest = digestOf(await lastRegisters(page));
    expect(digest).toBe(Buffer.from(response).subarray(-16).toString("hex"));
  });

  test("can be reached, each of them", async ({ page }) => {
    await open(page, "#step=md5-rounds");
    const round = page.getByRole("slider", { name: "Round" });
    for (const [at, name, word] of [
      [1, "F", 0],
      [17, "G", 1],
      [33, "H", 5],
      [49, "I", 0],
      [64, "I", 9],
    ] as const) {
      await round.fill(`${at}`);
      await expect(page.getByText(`${at}/64`, { exact: true })).toBeVisible();
      await expect(page.getByRole("rowheader", { name: `+ ${name}(b, c, d)` })).toBeVisible();
      await expect(
        page.getByRole("rowheader", { name: `+ M[${word}]`, exact: true }),
      ).toBeVisible();
      await expect.poll(async () => (await linkedState(page)).cursor.round).toBe(at - 1);
    }
    const forward = page.getByRole("button", { name: "Next round" });
    await expect(forward).toHaveAttribute("aria-disabled", "true");
    await forward.click({ force: true });
    await page.getByRole("button", { name: "Previous round" }).click();
    await expect(page.getByText("63/64", { exact: true })).toBeVisible();
  });

  test("can be chosen in the table of all", async ({ page }) => {
    await open(page, "#step=md5-rounds");
    await page.getByText("All 64 rounds", { exact: true }).click();
    const table = page.getByRole("region", { name: "All rounds" });
    await table.getByRole("button", { name: "40", exact: true }).click();
    await expect(page.getByText("40/64", { exact: true })).toBeVisible();
    await expect(table.locator("tr[aria-current=true]")).toContainText("40");
  });
});

test.describe("a step that cannot be done", () => {
  const note = (page: Page) => page.locator(".stopped-note");

  test("says what is wrong, and what the draft orders", async ({ page }) => {
    await open(page, "#example=key-without-spaces");
    await expect(stepTitle(page)).toHaveText("Key 2: count the spaces");
    await expect(note(page)).toContainText("has no spaces");
    await next(page).click();
    await expect(note(page)).toContainText("needs the result of “Key 2: count the spaces”");
    await page.getByRole("slider", { name: "Step", exact: true }).fill("8");
    await expect(note(page)).toContainText("needs the result of “Key 2: divide by the spaces”");
  });

  test("keeps the steps before it, and those that do not need it", async ({ page }) => {
    await open(page, "#example=key-without-spaces&step=key1-division");
    await expect(picture(page)).toContainText("829309203");
    await expect(note(page)).toHaveCount(0);
    await page.getByRole("slider", { name: "Step", exact: true }).fill("5");
    await expect(picture(page)).toContainText("1299853100");
  });

  test("asks for key3 where that is what is missing", async ({ page }) => {
    await open(page);
    await key3Field(page).fill("");
    await page.getByRole("slider", { name: "Step", exact: true }).fill("9");
    await expect(note(page)).toContainText("key3");
    await expect(note(page)).toContainText("type them into the key3 field");
    await page.getByRole("slider", { name: "Step", exact: true }).fill("13");
    await expect(picture(page)).toContainText("ws://example.com/demo");
    await key3Field(page).fill("5e6e3a64735b3455");
    await page.getByRole("slider", { name: "Step", exact: true }).fill("9");
    await expect(note(page)).toHaveCount(0);
  });

  test("shows the remainder of a key that does not divide", async ({ page }) => {
    await open(page, "#example=key-not-divisible");
    await expect(picture(page)).toContainText("remainder3 ✗");
    await expect(note(page)).toBeVisible();
  });
});

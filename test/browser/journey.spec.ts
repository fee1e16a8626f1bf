/** The main job, from a cold load to the bytes of the answer and back by its link. */
import { HIXIE76_STEP_IDS as STEP_IDS } from "../../src/core/trace/hixie76-step.ts";
import { expect, test } from "./fixture.ts";
import {
  asText,
  copied,
  copy,
  grid,
  key3Field,
  linkedState,
  litBytes,
  open,
  pasteInto,
  ready,
  recordings,
  requestBox,
  shownHex,
  stepTitle,
  tabTo,
  unfold,
  verdict,
} from "./reader.ts";

test.describe("a cold load", () => {
  test("shows the draft's example, solved", async ({ page }) => {
    await open(page);
    await expect(requestBox(page)).toHaveValue(/^GET \/demo HTTP\/1\.1\n/);
    await expect(key3Field(page)).toHaveValue("5e6e3a64735b3455");
    await expect(verdict(page)).toContainText("must answer with these 223 bytes");
    const answer = Buffer.from(await shownHex(page, "response"), "hex");
    expect(answer).toHaveLength(223);
    expect(answer.subarray(-16).toString()).toBe("8jKS'y:G*Co,Wxa-");
  });

  test("has the tool above the fold", async ({ page, isMobile }) => {
    await open(page);
    const inView = [verdict(page), requestBox(page)];
    if (!isMobile) {
      inView.push(stepTitle(page), grid(page, "response"));
      for (const name of ["Previous step", "Next step", "Play"]) {
        inView.push(page.getByRole("button", { name }));
      }
      inView.push(page.getByRole("slider", { name: "Step" }));
    }
    for (const part of inView) await expect(part).toBeInViewport({ ratio: 0.25 });
    // On a phone the steps are below, one link away.
    if (isMobile) {
      await page.getByRole("button", { name: "Skip to the steps" }).press("Enter");
      await expect(stepTitle(page)).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole("button", { name: "Next step" })).toBeInViewport({ ratio: 1 });
    }
  });
});

test("a pasted request is stepped through by keyboard alone to the bytes a browser accepted", async ({
  page,
}) => {
  const { request, response } = recordings()[7] as ReturnType<typeof recordings>[number];
  const { head, key3 } = asText(request);
  await open(page);

  await copy(page, head);
  await tabTo(page, requestBox(page));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(verdict(page)).not.toContainText("must answer");
  await tabTo(page, key3Field(page));
  await page.keyboard.type(key3);
  await expect(verdict(page)).toContainText(`must answer with these ${response.length} bytes`);

  // The skip link leads to the steps; from there the arrow keys do.
  await page.keyboard.press("Shift+Tab");
  await tabTo(page, page.getByRole("slider", { name: "Step", exact: true }));
  await page.keyboard.press("Home");
  await tabTo(page, page.getByRole("button", { name: "Next step" }));
  for (const [index, id] of STEP_IDS.entries()) {
    await expect(page.getByText(`Step ${index + 1} of 14`, { exact: true })).toBeVisible();
    if (id !== "response") await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("ArrowRight");
  await expect(stepTitle(page)).toHaveText("Send the answer");
  await page.keyboard.press("ArrowLeft");
  await expect(stepTitle(page)).toHaveText("Write the fields");
  await page.keyboard.press("Home");
  await expect(stepTitle(page)).toHaveText("Read the request");
  await page.keyboard.press("End");
  await expect(stepTitle(page)).toHaveText("Send the answer");

  expect(await shownHex(page, "response")).toBe(Buffer.from(response).toString("hex"));
  await tabTo(page, grid(page, "response"));
  await page.keyboard.press("ControlOrMeta+End");
  await expect(page.getByText(/· digest, byte 16 of 16$/)).toBeVisible();
});

test("Shift with the arrow keys goes round by round, and back exactly", async ({ page }) => {
  await open(page, "#step=md5-padding");
  await page.locator("body").press("Shift+ArrowRight");
  await expect(page.getByText("1/64", { exact: true })).toBeVisible();
  await page.locator("body").press("Shift+ArrowRight");
  await expect(page.getByText("2/64", { exact: true })).toBeVisible();
  await page.locator("body").press("Shift+ArrowLeft");
  await page.locator("body").press("Shift+ArrowLeft");
  await expect(stepTitle(page)).toHaveText("MD5: fill the block");
});

test("a link brings back the input, the step and the selection", async ({ page }) => {
  const { request, response } = recordings()[24] as ReturnType<typeof recordings>[number];
  const { head, key3 } = asText(request);
  await open(page);
  await pasteInto(page, requestBox(page), head);
  await key3Field(page).fill(key3);
  await page.getByRole("slider", { name: "Step", exact: true }).fill("7");
  await grid(page, "response").focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Shift+ArrowUp");
  const selected = { in: "response", span: [response.length - 17, response.length] };
  await expect.poll(async () => (await linkedState(page)).cursor.selection).toEqual(selected);

  const typed = await requestBox(page).inputValue();
  for (const again of ["reload", "elsewhere and back"] as const) {
    if (again === "reload") await page.reload();
    else {
      const address = page.url();
      await page.goto("about:blank");
      await page.goto(address);
    }
    await ready(page);
    await expect(requestBox(page)).toHaveValue(typed);
    await expect(key3Field(page)).toHaveValue(key3);
    await expect(stepTitle(page)).toHaveText("Key 2: divide by the spaces");
    await expect(page.getByText("17 bytes selected")).toBeVisible();
    expect(await litBytes(page, "response")).toEqual(
      Array.from({ length: 17 }, (_, i) => response.length - 17 + i),
    );
    expect(await shownHex(page, "response")).toBe(Buffer.from(response).toString("hex"));
  }
});

test("back and forward go between an example and a paste", async ({ page }) => {
  const { request } = recordings()[0] as ReturnType<typeof recordings>[number];
  const { head } = asText(request);
  await open(page);
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("link", { name: /^A key without spaces/ }).click();
  await expect(page).toHaveURL(/#example=key-without-spaces$/);
  await pasteInto(page, requestBox(page), head);
  await expect(requestBox(page)).toHaveValue(/^GET \/good-0/);
  await expect.poll(async () => (await linkedState(page)).input.request).toContain("GET /good-0");

  await page.goBack();
  await expect(requestBox(page)).toHaveValue(/^GET \/demo/);
  await expect(verdict(page)).toContainText("no spaces");
  await expect(stepTitle(page)).toHaveText("Key 2: count the spaces");
  await page.goBack();
  await expect(verdict(page)).toContainText("must answer");
  await expect(stepTitle(page)).toHaveText("Read the request");
  await page.goForward();
  await expect(verdict(page)).toContainText("no spaces");
  await page.goForward();
  await expect(requestBox(page)).toHaveValue(/^GET \/good-0/);
});

test("what was typed just before an example was opened is one step back", async ({ page }) => {
  await open(page);
  await requestBox(page).fill("GET /mine HTTP/1.1\nHost: example.org\n\n");
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("link", { name: /^Five spaces in a row/ }).click();
  await expect(requestBox(page)).toHaveValue(/^GET \/good-48/);
  await page.goBack();
  await expect(requestBox(page)).toHaveValue(/^GET \/mine/);
});

test("a link opened in the page that is already there is shown", async ({ page }) => {
  await open(page, "#example=key-without-spaces");
  await page.evaluate(() => {
    location.hash = "#example=webkit-534-newline&step=challenge&select=0x4-0x6";
  });
  await expect(requestBox(page)).toHaveValue(/^GET \/good-41/);
  await expect(stepTitle(page)).toHaveText("Put the challenge together");
  await expect(page.getByText("3 bytes selected")).toBeAttached();
});

test.describe("Clear", () => {
  test("empties the box, and Undo brings all of it back", async ({ page }) => {
    await open(page);
    const before = await requestBox(page).inputValue();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await expect(requestBox(page)).toHaveValue("");
    await expect(requestBox(page)).toBeFocused();
    await expect(verdict(page)).toContainText("Paste the request that your server got.");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(requestBox(page)).toHaveValue(before);
    await expect(key3Field(page)).toHaveValue("5e6e3a64735b3455");
    await expect(verdict(page)).toContainText("must answer");
  });

  test("is done again by Redo, and what is typed then can be undone, too", async ({ page }) => {
    await open(page);
    const before = await requestBox(page).inputValue();
    const undo = page.getByRole("button", { name: "Undo" });
    const redo = page.getByRole("button", { name: "Redo" });
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await undo.click();
    await expect(undo).toHaveAttribute("aria-disabled", "true");
    await redo.press("Enter");
    await expect(requestBox(page)).toHaveValue("");
    await expect(redo).toBeFocused();
    await expect(redo).toHaveAttribute("aria-disabled", "true");
    await undo.click();
    await requestBox(page).press("ControlOrMeta+Home");
    await page.keyboard.type("X");
    await expect(requestBox(page)).toHaveValue(`X${before}`);
    await expect(redo).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("ControlOrMeta+z");
    await expect(requestBox(page)).toHaveValue(before);
  });

  test("is undone by the keys that undo", async ({ page }) => {
    await open(page);
    const before = await requestBox(page).inputValue();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await expect(requestBox(page)).toHaveValue("");
    await page.keyboard.press("ControlOrMeta+z");
    await expect(requestBox(page)).toHaveValue(before);
  });

  test("does nothing to an empty box, least of all forget what Undo brings back", async ({
    page,
  }) => {
    await open(page);
    const before = await requestBox(page).inputValue();
    const clear = page.getByRole("button", { name: "Clear", exact: true });
    await clear.click();
    await expect(clear).toHaveAttribute("aria-disabled", "true");
    await clear.click({ force: true });
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(requestBox(page)).toHaveValue(before);
  });
});

test("a paste over something is undone by the keys that undo", async ({ page }) => {
  await open(page);
  const before = await requestBox(page).inputValue();
  await pasteInto(page, requestBox(page), "GET /pasted HTTP/1.1\n\n");
  await expect(requestBox(page)).toHaveValue(/^GET \/pasted/);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(requestBox(page)).toHaveValue(before);
  await expect(key3Field(page)).toHaveValue("5e6e3a64735b3455");
});

test("the keys that undo leave alone what is behind a dialog", async ({ page }) => {
  await open(page);
  await requestBox(page).press("X");
  const typed = await requestBox(page).inputValue();
  await page.getByRole("button", { name: "Help" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(requestBox(page)).toHaveValue(typed);
});

test("Share copies the address of what is seen", async ({ page }) => {
  await open(page, "#example=webkit-534&step=pack");
  await copy(page, "");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.locator("#announcer")).toContainText("Copied a link");
  expect(await copied(page)).toBe(page.url());
  expect(await copied(page)).toContain("#example=webkit-534&step=pack");
});

test("Share names what in the link somebody else could log in with, and only that", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.locator("#announcer")).toHaveText("Copied a link to what you see.");
  await open(page, "#example=webkit-534");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.locator("#announcer")).toContainText("holds Cookie:");
});

test("Share copies what is seen now, not what was a moment ago", async ({ page }) => {
  await open(page);
  await copy(page, "");
  await page.getByRole("slider", { name: "Step", exact: true }).fill("9");
  await page.getByRole("button", { name: "Share" }).click();
  await expect.poll(() => copied(page)).toContain("step=challenge");
});

test("asks for nothing once it is loaded, whatever is looked at", async ({ page }) => {
  // That nothing was requested, the fixture checks.
  const { request, response } = recordings()[3] as ReturnType<typeof recordings>[number];
  const { head, key3 } = asText(request);
  await open(page);
  await page.waitForLoadState("load");
  await pasteInto(page, requestBox(page), head);
  await key3Field(page).fill(key3);
  const next = page.getByRole("button", { name: "Next step" });
  for (let step = 2; step <= 14; step++) {
    await next.click();
    await expect(page.getByText(`Step ${step} of 14`, { exact: true })).toBeVisible();
    await expect(page.locator(".picture")).not.toBeEmpty();
  }
  expect(await shownHex(page, "response")).toBe(Buffer.from(response).toString("hex"));
  await unfold(page, "Reference");
  for (const file of ["framing.ts", "client.ts", "request.ts", "handshake.ts"]) {
    await page.getByLabel("File of the reference").selectOption(file);
    await expect(page.locator(".source")).toContainText("export function");
    await expect(page.getByRole("region", { name: new RegExp(`^${file}`) })).toBeVisible();
  }
});

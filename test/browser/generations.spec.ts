/** Handshakes of the other generations: the same page, with the steps that theirs take. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RFC6455_STEP_IDS } from "../../src/core/trace/rfc6455-step.ts";
import { expect, test } from "./fixture.ts";
import {
  key3Field,
  linkedState,
  litBytes,
  open,
  pasteInto,
  requestBox,
  shownHex,
  stepTitle,
  unfold,
  verdict,
} from "./reader.ts";

interface Recorded {
  readonly id: string;
  readonly request_hex: string;
  readonly response_hex: string;
}

function chromium(id: string): { readonly request: string; readonly response: string } {
  const path = join(import.meta.dirname, "../fixtures/chromium-156-rfc6455.json");
  const { cases } = JSON.parse(readFileSync(path, "utf8")) as { cases: readonly Recorded[] };
  const found = cases.find((recorded) => recorded.id === id) as Recorded;
  const text = (hex: string): string => Buffer.from(hex, "hex").toString("latin1");
  return { request: text(found.request_hex), response: text(found.response_hex) };
}

test("a request of Chromium is stepped through by keyboard to the answer that it accepted", async ({
  page,
}) => {
  const { request, response } = chromium("good");
  await open(page);
  await pasteInto(page, requestBox(page), request);
  await expect(verdict(page)).toContainText(`must answer with these ${response.length} bytes`);
  await expect(key3Field(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Next step" }).focus();
  for (const [index, id] of RFC6455_STEP_IDS.entries()) {
    await expect(page.getByText(`Step ${index + 1} of 10`, { exact: true })).toBeVisible();
    await expect(page.locator(".picture")).not.toBeEmpty();
    if (id !== "response") await page.keyboard.press("ArrowRight");
  }
  const answer = Buffer.from(await shownHex(page, "response"), "hex").toString("latin1");
  expect(answer).toBe(response);
  await expect(page.getByText("reference, steps and @noble/hashes agree")).toBeAttached();
});

test("what a step of RFC 6455 works on is lit, and the link holds the round", async ({ page }) => {
  await open(page, "#example=rfc6455&step=sha1-rounds&round=97");
  await expect(stepTitle(page)).toContainText("SHA-1");
  const box = (await requestBox(page).inputValue()).replaceAll("\n", "\r\n");
  const key = box.indexOf("dGhl");
  await unfold(page, "Bytes");
  await expect
    .poll(() => litBytes(page, "request"))
    .toEqual(Array.from({ length: 24 }, (_, i) => key + i));
  await stepTitle(page).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page).toHaveURL(/round=98/);
  expect((await linkedState(page)).cursor).toMatchObject({ step: "sha1-rounds", round: 97 });
});

test("a character of the accept leads back to the key, and to the same character of the answer", async ({
  page,
}) => {
  await open(page, "#example=rfc6455&step=base64");
  const box = (await requestBox(page).inputValue()).replaceAll("\n", "\r\n");
  const key = box.indexOf("dGhl");
  await unfold(page, "Bytes");
  const picture = page.locator(".picture");
  await expect(picture).toContainText("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  await picture.locator("[data-at='accept:0']").hover();
  await expect
    .poll(() => litBytes(page, "request"))
    .toEqual(Array.from({ length: 24 }, (_, i) => key + i));
  const answer = Buffer.from(await shownHex(page, "response"), "hex").toString("latin1");
  await expect.poll(() => litBytes(page, "response")).toContain(answer.indexOf("s3pP"));
});

test("each step of RFC 6455 shows what it makes of this very key", async ({ page }) => {
  await open(page, "#example=rfc6455");
  const picture = page.locator(".picture");
  const slider = page.getByRole("slider", { name: "Step", exact: true });
  for (const [step, text] of [
    ["key", "74 68 65 20 73 61 6d 70 6c 65 20 6e 6f 6e 63 65"],
    ["concatenate", "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"],
    ["sha1-padding", "480 bits"],
    ["sha1-rounds", "characters 1 to 4 of the key"],
    ["sha1-digest", "b37a4f2cc0624f1690f64606cf385945b2bec4ea"],
    ["base64", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="],
    ["subprotocol", "chosen here"],
    ["extensions", "With none"],
    ["response", "Sec-WebSocket-Accept"],
  ] as const) {
    await slider.fill(`${RFC6455_STEP_IDS.indexOf(step) + 1}`);
    await expect(picture).toContainText(text);
  }
});

test.describe("the generation is told from the bytes", () => {
  for (const [example, steps, name] of [
    ["draft-75", 3, "hixie-75"],
    ["draft-hybi-08", 9, "hybi"],
    ["draft-76", 14, "hixie-76"],
  ] as const) {
    test(`${example} has ${steps} steps`, async ({ page }) => {
      await open(page, `#example=${example}`);
      await expect(page.getByText(`Step 1 of ${steps}`, { exact: true })).toBeVisible();
      await expect(verdict(page)).toContainText(name);
      await expect(verdict(page)).toContainText("must answer with these");
      await page.keyboard.press("End");
      await expect(page.getByText(`Step ${steps} of ${steps}`, { exact: true })).toBeVisible();
    });
  }
});

test("the GUID in somebody's code is held against the right one", async ({ page }) => {
  await open(page, "#example=accept-wrong-guid");
  await unfold(page, "The GUID in your code");
  const field = page.getByRole("textbox", { name: "GUID" });
  await field.fill('"258EAFA5-E914-47DA-95CA-5AB5DC11B735"');
  await expect(page.getByText("7 characters differ from the right GUID")).toBeVisible();
  await expect(page.getByText("which is what your server sent")).toBeVisible();
  await field.fill("258EAFA5-E914-47DA-95CA-C5AB0DC85B11\u200b");
  await expect(page.getByText("U+200B zero width space, too many")).toBeVisible();
  await field.fill("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
  await expect(page.getByText("This is the right GUID")).toBeVisible();
  const linked = async (): Promise<string> => (await linkedState(page)).input.guid;
  await expect.poll(linked).toBe("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
});

test("the same connection is shown in every generation", async ({ page }) => {
  await open(page, "#example=rfc6455");
  await unfold(page, "The same connection in every generation");
  const panel = page.getByRole("region", { name: "The same connection in every generation" });
  for (const field of ["Sec-WebSocket-Key1", "Sec-WebSocket-Accept", "WebSocket-Location"]) {
    await expect(panel.getByText(field).first()).toBeVisible();
  }
});

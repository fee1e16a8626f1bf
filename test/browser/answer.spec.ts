import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixture.ts";
import { copied, copy, open, unfold, verdict } from "./reader.ts";

interface Recording {
  readonly id: string;
  readonly request_hex: string;
  readonly response_hex: string;
}

/** Of both browsers; where both have an id, it is the first. */
const recordings: readonly Recording[] = [
  "webkit-534-hixie76.json",
  "chromium-156-rfc6455.json",
].flatMap(
  (name) => JSON.parse(readFileSync(join(import.meta.dirname, "../fixtures", name), "utf8")).cases,
);

/** The link to a recorded request and the answer it got. */
function link(id: string): string {
  const recording = recordings.find((one) => one.id === id);
  if (!recording) throw new Error(`no recording ${id}`);
  return `#request=${recording.request_hex}&answer=${recording.response_hex}`;
}

const pane = { name: "The answer your server gave" };

test("a right answer is said to be right, part by part", async ({ page }) => {
  await open(page, link("good-0"));
  await expect(verdict(page)).toContainText("a client accepts it");
  const rows = page.getByRole("region", pane).getByRole("row");
  await expect(rows.filter({ hasText: "Digest" })).toContainText("same");
});

test("a wrong digest has its mistake named, and shown on the steps", async ({ page }) => {
  await open(page, link("little-endian"));
  await expect(verdict(page)).toContainText("A client must refuse this answer");
  const answer = page.getByRole("region", pane);
  await expect(answer).toContainText("Byte 1 of 16 of the digest");
  await expect(answer.getByRole("region", { name: "The mistake" })).toContainText("little-endian");
  await expect(answer).toContainText("prints nothing to its console");
  await answer.getByRole("button", { name: "Show it on the steps" }).click();
  await expect(page).toHaveURL(/z=|mistakes=little-endian/);
  const imagined = page.locator("#mistakes");
  await expect(imagined.getByRole("listitem").getByRole("checkbox")).toBeChecked();
  await expect(imagined).toContainText("close the connection without a word");
});

test("a link to a wrong answer never shows that all is right, however slow the machine", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const look = (): void => {
      const bar = document.querySelector("section.verdict");
      const shown = bar !== null && getComputedStyle(bar).visibility === "visible";
      const { dataset } = document.documentElement;
      if (shown) dataset.seen = `${dataset.seen ?? ""} ${bar.className}`;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await open(page, "#example=digest-wrong-endian");
  await expect(verdict(page)).toContainText("A client must refuse this answer");
  const html = page.locator("html");
  await expect(html).toHaveAttribute("data-seen", /verdict refuse/);
  await expect(html).not.toHaveAttribute("data-seen", /verdict accept/);
});

const OF_HIXIE_75 = `GET /demo HTTP/1.1
Upgrade: WebSocket
Connection: Upgrade
Host: example.com
Origin: http://example.com

HTTP/1.1 101 Web Socket Protocol Handshake
Upgrade: WebSocket
Connection: Upgrade
WebSocket-Origin: http://example.com
WebSocket-Location: ws://example.com/demo

`;

test("an answer of hixie-75 in lines of Unix is right, and a wrong one is compared", async ({
  page,
}) => {
  await open(page, `#request=${encodeURIComponent(OF_HIXIE_75)}`);
  await expect(verdict(page)).toContainText("a client accepts it");
  const wrong = OF_HIXIE_75.replace("ws://example.com", "ws://localhost");
  await page.goto("about:blank");
  await open(page, `#request=${encodeURIComponent(wrong)}`);
  await expect(verdict(page)).toContainText("A client must refuse this answer");
  const answer = page.getByRole("region", pane);
  await expect(answer).toContainText("WebSocket-Location: expected “ws://example.com/demo”");
  const row = answer.getByRole("row").filter({ hasText: "WebSocket-Location" });
  await expect(row).toContainText("different");
});

test("a request without its key is answered as RFC 6455 has it, with an error of HTTP", async ({
  page,
}) => {
  const request =
    "GET / HTTP/1.1\nHost: a.example\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Version: 13\n\n";
  await open(page, `#request=${encodeURIComponent(request)}`);
  const response = page.getByRole("region", { name: "Response" });
  await expect(response).toContainText("answers with an error of HTTP, such as 400 Bad Request");
});

test("a finding in the answer leads to the answer that came, not to the one that must come", async ({
  page,
}) => {
  await open(page, link("little-endian"));
  const finding = page.locator(".findings li.error");
  await finding.locator("summary").click();
  await finding.getByRole("button", { name: "Go to the answer" }).click();
  await expect(page.locator("#answer-title")).toBeFocused();
});

test("what only browsers refuse is not said of every client", async ({ page }) => {
  await open(page, link("proto-missing"));
  await expect(verdict(page)).toContainText("A browser refuses this answer");
});

test("what a browser printed is foretold to the letter", async ({ page }) => {
  await open(page, link("location-http"));
  await expect(page.getByRole("region", pane)).toContainText(
    "Error during WebSocket handshake: location mismatch: ws://127.0.0.1:37209/location-http?q=1 != http://127.0.0.1:37209/location-http?q=1",
  );
});

test("an answer of RFC 6455 is judged by the text and by Chromium, frames behind it included", async ({
  page,
}) => {
  const judges = page
    .getByRole("region", pane)
    .getByRole("region", { name: "Who accepts it" })
    .getByRole("listitem");
  await open(page, link("upgrade-list"));
  await expect(judges.nth(0)).toContainText("A client that follows RFC 6455 refuses it");
  await expect(judges.nth(1)).toContainText("Chromium 156 refuses it");
  await expect(judges.nth(1).locator("code")).toHaveText(
    "Error during WebSocket handshake: 'Upgrade' header must not appear more than once in a response",
  );
  await open(page, link("frame-masked"));
  await expect(judges.nth(1)).toContainText("accepts it, and fails at what follows");
  await expect(judges.nth(1).locator("code")).toHaveText(
    "A server must not mask any frames that it sends to the client.",
  );
});

test("imagined mistakes combine, and show what would be sent", async ({ page }) => {
  await open(page, link("good-0"));
  const imagined = page.locator("#mistakes");
  const unfold = imagined.getByRole("button", { name: "What if the server got it wrong?" });
  if ((await unfold.getAttribute("aria-expanded")) === "false") await unfold.click();
  await imagined.getByRole("combobox").selectOption({ label: "Both numbers little-endian" });
  await expect(
    imagined.getByRole("list", { name: "What it would send" }).getByRole("listitem"),
  ).toHaveCount(16);
  await expect(imagined).toContainText("16 of the sixteen bytes are wrong");
  await imagined.getByRole("listitem").getByRole("checkbox").click();
  await expect(imagined.getByRole("listitem")).toHaveCount(0);
});

test("the report is copied as Markdown and as JSON", async ({ page }) => {
  await open(page, link("body-7"));
  await expect(verdict(page)).toContainText("A client must refuse");
  await copy(page, "");
  const menu = page.getByRole("button", { name: "Copy report" });
  await menu.click();
  await page.getByRole("button", { name: /^JSON/ }).click();
  await expect.poll(async () => JSON.parse((await copied(page)) || "{}").verdict).toBe("refuse");
  await menu.click();
  await page.getByRole("button", { name: /^Markdown/ }).click();
  await expect.poll(() => copied(page)).toContain("- **The mistake:");
});

test("the answer that came stands there byte by byte, with the first wrong one marked", async ({
  page,
}) => {
  await open(page, link("little-endian"));
  const bytes = page.getByRole("region", { name: "Its bytes" });
  await expect(bytes).toContainText("The first byte that is wrong, at offset 0x");
  const marked = bytes.locator("[data-wrong]");
  await expect(marked).toHaveCount(2);
  const offset = Number(await marked.first().getAttribute("data-run"));
  await expect(bytes).toContainText(`(${offset})`);
  await marked.first().click();
  await expect(bytes).toContainText("Digest, the first byte that is wrong");
});

test("an answer that came with its request is not asked for once more", async ({ page }) => {
  await open(page, "#example=curl-verbose");
  const answer = page.getByRole("region", pane);
  await expect(answer).toContainText("came with the paste");
  await expect(answer).not.toContainText("optional");
  await expect(answer.getByRole("grid", { name: "Bytes of the answer that came" })).toBeVisible();
});

test("an answer without its request leaves no hole where the steps are", async ({ page }) => {
  await open(page, `#request=${encodeURIComponent("HTTP/1.1 101 Switching Protocols\n\n")}`);
  await expect(page.getByRole("heading", { name: "An answer, and no request" })).toBeVisible();
  await page.getByRole("button", { name: "Skip to the steps" }).press("Enter");
  await expect(page.locator("#step-title")).toBeFocused();
  await page.getByRole("button", { name: "Go to the answer" }).click();
  await expect(page.locator("#answer-title")).toBeFocused();
});

test("a message alone stands where the steps would be", async ({ page }) => {
  const message =
    "WebSocket connection to 'ws://a/' failed: Error during WebSocket handshake: Unexpected response code: 400";
  await open(page, `#request=${encodeURIComponent(message)}`);
  const title = page.getByRole("heading", { name: "The message" });
  await expect(title).toBeVisible();
  await page.getByRole("button", { name: "Skip to the steps" }).press("Enter");
  await expect(title).toBeFocused();
  await expect(page.getByRole("heading", { name: "No request yet" })).toHaveCount(0);
});

test("what servers answer stands in headings that can be read out", async ({ page }) => {
  await open(page, "#example=draft-76");
  await unfold(page, "What servers on Node.js answer to it");
  for (const name of [
    /^.? ?Refused with 400 by ws 8$/,
    /^.? ?Accepted with 101 by websocket-driver 0\.8, drafts allowed$/,
  ]) {
    await expect(page.getByRole("heading", { name })).toBeVisible();
  }
});

test("the list of examples is a list of links, not called a menu", async ({ page }) => {
  await open(page);
  const button = page.getByRole("button", { name: "Examples" });
  await expect(button).not.toHaveAttribute("aria-haspopup");
  await button.click();
  await expect(page.getByRole("navigation", { name: "Examples" })).toBeVisible();
});

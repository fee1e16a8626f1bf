import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { answer } from "../../src/core/hixie76/handshake.ts";
import { EXAMPLES } from "../../src/ui/examples/examples.ts";
import { expect, test } from "./fixture.ts";
import {
  copy,
  key3Field,
  open,
  pasteInto,
  ready,
  requestBox,
  shownHex,
  stepTitle,
  unfold,
  verdict,
} from "./reader.ts";

// Files and the search load their worker when they are used.
test.use({ lazyParts: true });

const PASTES = join(import.meta.dirname, "../fixtures/pastes");
const expected = JSON.parse(readFileSync(join(PASTES, "expected.json"), "utf8"));

/** What the page shows of a capture: the request with all that the client sent behind it. */
const CAPTURED = `${expected.hixie76.request}${expected.hixie76.clientBytes}`;

const RFC6455_EXCHANGE = `GET /chat HTTP/1.1
Host: server.example.com
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
Sec-WebSocket-Version: 13

HTTP/1.1 101 Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=

`;

async function requestBytes(page: Parameters<typeof open>[0]): Promise<string> {
  await unfold(page, "Bytes");
  return shownHex(page, "request");
}

test("a capture that is picked becomes its request and its answer", async ({ page }) => {
  await open(page);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  await (await chooser).setFiles(join(PASTES, "hixie76.pcap"));
  await expect(page.locator("#announcer")).toContainText("Opened hixie76.pcap: GET /demo");
  await expect.poll(() => requestBytes(page)).toBe(CAPTURED);
  await expect(verdict(page)).toContainText("a client accepts it");
});

test("a capture that is dropped is read as one that is picked", async ({ page }) => {
  await open(page);
  await dropCapture(page);
  await expect(page.locator("#announcer")).toContainText("Opened dropped.pcapng");
  await expect.poll(() => requestBytes(page)).toBe(CAPTURED);
});

async function dropCapture(page: Page): Promise<void> {
  const bytes = [...readFileSync(join(PASTES, "hixie76.pcapng"))];
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(content)], "dropped.pcapng"));
    return data;
  }, bytes);
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

test("several conversations in a file are offered as a list", async ({ page }) => {
  await open(page);
  const two = ["first", "second"]
    .map((path) => `GET /${path} HTTP/1.1\r\nHost: a.example\r\nUpgrade: WebSocket\r\n\r\n`)
    .join("HTTP/1.1 400 Bad Request\r\n\r\n");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  await (await chooser).setFiles({
    name: "two.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(`What the log says:\n${two.replaceAll("\r", "")}`),
  });
  const dialog = page.getByRole("dialog", { name: "2 conversations in two.txt" });
  await dialog.getByRole("button", { name: /GET \/second/ }).click();
  await expect(dialog).toBeHidden();
  await expect(requestBox(page)).toHaveValue(/GET \/second/);
});

test("what is pasted outside of all fields is the request, and Ctrl+Z takes it back", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("slider", { name: "Step", exact: true }).focus();
  await copy(page, RFC6455_EXCHANGE);
  await page.keyboard.press("ControlOrMeta+v");
  await expect(requestBox(page)).toHaveValue(RFC6455_EXCHANGE);
  await expect(key3Field(page)).toHaveCount(0);
  await page.locator("body").press("ControlOrMeta+z");
  await expect(requestBox(page)).toHaveValue(/^GET \/demo/);
  await expect(key3Field(page)).toHaveValue("5e6e3a64735b3455");
});

test("the key ? opens the help, unless it is switched off there", async ({ page }) => {
  await open(page);
  const help = page.getByRole("dialog", { name: "How to use this page" });
  await page.locator("body").press("?");
  await help.getByRole("checkbox", { name: "The key ? opens this list" }).uncheck();
  await help.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await open(page);
  await page.locator("body").press("?");
  await page.locator("body").press("ArrowRight");
  await expect(stepTitle(page)).toHaveText("Key 1: take the digits");
  await expect(help).toBeHidden();
});

test("several conversations in a paste are offered, and the choice is in the link", async ({
  page,
}) => {
  await open(page);
  await pasteInto(
    page,
    requestBox(page),
    "GET /first HTTP/1.1\nHost: a.example\n\nHTTP/1.1 400 Bad Request\n\nGET /second HTTP/1.1\nHost: a.example\n\n",
  );
  const choice = page.getByLabel("2 conversations in this paste");
  await choice.selectOption({ index: 1 });
  await expect(page).toHaveURL(/conversation(=|%3D)2|z=/);
  await page.reload();
  await expect(choice).toHaveValue("1");
});

test("a text of hex is read as bytes, and set to be read otherwise", async ({ page }) => {
  await open(page);
  await pasteInto(page, requestBox(page), expected.hixie76.request);
  await expect(page.getByRole("list", { name: "Read as", exact: true })).toContainText("hixie-76");
  await expect.poll(() => requestBytes(page)).toBe(expected.hixie76.request);
  await page.getByText("Read it differently").click();
  await page.getByLabel("Which message").selectOption("a response");
  await expect(page).toHaveURL(/side=response|z=/);
});

test("a file of many megabytes is read beside the page, and can be stopped", async ({ page }) => {
  await open(page);
  const large = Buffer.alloc(24 << 20, "x y z ");
  large.write("GET /large HTTP/1.1\r\nHost: a.example\r\n\r\n");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  await (await chooser).setFiles({
    name: "large.bin",
    mimeType: "application/octet-stream",
    buffer: large,
  });
  // It may have been read before anybody could stop it: then it is there.
  const stop = page.getByRole("button", { name: "Cancel" });
  await stop.click({ timeout: 5000 }).catch(() => {});
  await expect(stop).toBeHidden();
  await expect(page.locator("#announcer")).toContainText(
    /large\.bin was not opened: cancelled|Opened large\.bin/,
  );
});

test("the file that came last is the one that is shown, and all bytes of a large one are there", async ({
  page,
}) => {
  const large = Buffer.alloc(8 << 20, "x y z ");
  large.write("GET /large HTTP/1.1\r\nHost: a.example\r\nUpgrade: websocket\r\n\r\n");
  const files = [
    { name: "large.bin", mimeType: "application/octet-stream", buffer: large },
    {
      name: "small.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("GET /small HTTP/1.1\r\nHost: a\r\n\r\n"),
    },
  ] as const;
  await open(page);
  const picker = page.getByLabel("A file with a handshake");
  await picker.setInputFiles(files[0]);
  await picker.setInputFiles(files[1]);
  await expect(requestBox(page)).toHaveValue(/^GET \/small/);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await picker.setInputFiles(files[0]);
  await expect(requestBox(page)).toHaveValue(/^47 45 54 20 2f 6c /);
  await expect(page.getByText("The beginning of its bytes is shown.")).toBeVisible();
  await unfold(page, "Bytes");
  const rows = `${Math.ceil(large.length / 16)}`;
  await expect(page.getByRole("grid", { name: "Bytes of the request" })).toHaveAttribute(
    "aria-rowcount",
    rows,
  );
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(requestBox(page)).toHaveValue("");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("grid", { name: "Bytes of the request" })).toHaveAttribute(
    "aria-rowcount",
    rows,
  );
});

test("bytes of key3 that a paste lost are found by the digest", async ({ page }) => {
  const [example] = EXAMPLES;
  const head = (example as (typeof EXAMPLES)[number]).input.request;
  const key3 = Buffer.from("5e8d3a64ff5b3455", "hex");
  const request = Buffer.concat([Buffer.from(head.replaceAll("\n", "\r\n"), "latin1"), key3]);
  const response_hex = Buffer.from(answer(request)).toString("hex");
  const damaged = Array.from(key3, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : "\ufffd",
  ).join("");
  await open(page);
  await pasteInto(page, requestBox(page), head + damaged);
  await pasteInto(page, page.getByLabel(/Paste it to see the first byte/), response_hex);
  await page.getByRole("button", { name: /Search for/ }).click();
  await expect(key3Field(page)).toHaveValue(key3.toString("hex").replace(/(..)(?=.)/g, "$1 "), {
    timeout: 60_000,
  });
});

test("bytes are edited in place, and the text keeps up", async ({ page }) => {
  await open(page);
  await unfold(page, "Bytes");
  const grid = page.getByRole("grid", { name: "Bytes of the request" });
  await grid.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("44");
  await expect(requestBox(page)).toHaveValue(/^GET \/Demo HTTP/);
  await page.keyboard.press("Delete");
  await expect(requestBox(page)).toHaveValue(/^GET \/Dmo HTTP/);
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(requestBox(page)).toHaveValue(/^GET \/[dD]/);
});

/** Opens the page while the part with the later panes is on its way; what it returns lets that come. */
async function openWithoutPanes(page: Page): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/\/assets\/panes[^/]*\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("./", { waitUntil: "commit" });
  await ready(page);
  return release;
}

test("keys that come before the part that edits are typed when it has come", async ({ page }) => {
  const release = await openWithoutPanes(page);
  await unfold(page, "Bytes");
  await page.getByRole("grid", { name: "Bytes of the request" }).focus();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("44");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Delete");
  await expect(requestBox(page)).toHaveValue(/^GET \/demo HTTP/);
  release();
  await expect(requestBox(page)).toHaveValue(/^GET \/Deo HTTP/);
});

test("what is pasted, dropped or asked for before the parts have come is not lost", async ({
  page,
}) => {
  const release = await openWithoutPanes(page);
  await copy(page, RFC6455_EXCHANGE);
  await page.locator("body").press("ControlOrMeta+v");
  await expect(requestBox(page)).toHaveValue(RFC6455_EXCHANGE);
  await dropCapture(page);
  await page.locator("body").press("?");
  release();
  await expect(page.getByRole("dialog", { name: "How to use this page" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect.poll(() => requestBytes(page)).toBe(CAPTURED);
});

test("what is folded or unfolded before it has come stays so", async ({ page }) => {
  const release = await openWithoutPanes(page);
  const fold = page.getByRole("button", { name: "Reference", exact: true });
  const other = (await fold.getAttribute("aria-expanded")) === "true" ? "false" : "true";
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", other);
  release();
  await expect(page.locator(".source")).toContainText("export function");
  await expect(fold).toHaveAttribute("aria-expanded", other);
});

test("what is pasted into an emptied box has nothing of the last request behind it", async ({
  page,
}) => {
  await open(page);
  await requestBox(page).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await expect(key3Field(page)).toHaveValue("");
  await pasteInto(page, requestBox(page), RFC6455_EXCHANGE);
  await expect(verdict(page)).toContainText("a client accepts it");
});

test("what takes the place of all text has nothing of the last request behind it", async ({
  page,
}) => {
  await open(page);
  await expect(key3Field(page)).not.toHaveValue("");
  await requestBox(page).fill(RFC6455_EXCHANGE);
  await expect(verdict(page)).toContainText("a client accepts it");
  await expect(key3Field(page)).toHaveCount(0);
});

test("a message alone is explained", async ({ page }) => {
  await open(page);
  await pasteInto(
    page,
    requestBox(page),
    "Error during WebSocket handshake: Unexpected response code: 404",
  );
  await expect(page.getByRole("heading", { name: "The message" })).toBeVisible();
  await expect(verdict(page)).toContainText("This is a message about a handshake");
});

test("how to capture is told, with commands to copy", async ({ page }) => {
  await open(page);
  await copy(page, "");
  await page.getByRole("button", { name: "How do I capture mine?" }).click();
  const dialog = page.getByRole("dialog", { name: "How to capture a handshake" });
  await dialog.getByRole("button", { name: "Copy the command for tcpdump, on the server" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain("tcpdump -i any");
});

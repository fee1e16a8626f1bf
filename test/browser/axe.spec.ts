/** What axe finds on every state of the page that looks different, in both themes and on both screens: nothing. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { HIXIE75_STEP_IDS } from "../../src/core/trace/hixie75-step.ts";
import { HIXIE76_STEP_IDS } from "../../src/core/trace/hixie76-step.ts";
import { RFC6455_STEP_IDS } from "../../src/core/trace/rfc6455-step.ts";
import { expect, test } from "./fixture.ts";
import { grid, key3Field, open, requestBox, unfold, verdict } from "./reader.ts";

/** In the dark only colours can be wrong that are right in the light: the rest is the same page. */
const RULES = { light: null, dark: ["color-contrast", "link-in-text-block"] } as const;

type Theme = keyof typeof RULES;

/** In both themes, the light one first. */
async function violations(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    found.push(...(await violationsIn(page, theme)));
  }
  return found;
}

async function violationsIn(page: Page, theme: Theme): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const rules = RULES[theme];
  if (rules) axe.withRules([...rules]);
  else axe.options({ rules: { "target-size": { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} (${any[0]?.message ?? ""})`),
  );
}

interface PageState {
  readonly what: string;
  readonly fragment?: string;
  readonly come?: (page: Page) => Promise<void>;
}

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole("button", { name, exact: true }).first().click();
};

const STATES: readonly PageState[] = [
  { what: "a refused request", fragment: "#example=key-without-spaces" },
  { what: "a key that does not divide", fragment: "#example=key-not-divisible" },
  { what: "a step that waits", fragment: "#example=key-without-spaces&step=pack" },
  { what: "bytes missing", fragment: "#example=draft-76&key3=&step=challenge" },
  {
    what: "a request of RFC 6455",
    fragment:
      "#request=GET / HTTP/1.1%0AHost: a%0AUpgrade: websocket%0AConnection: Upgrade%0ASec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==%0ASec-WebSocket-Version: 13%0A%0A",
  },
  { what: "an answer with a wrong accept", fragment: "#example=accept-wrong-guid&step=base64" },
  {
    what: "a key of the wrong length",
    fragment:
      "#request=GET / HTTP/1.1%0AHost: a%0AUpgrade: websocket%0AConnection: Upgrade%0ASec-WebSocket-Key: qjaovfzeqzo=%0ASec-WebSocket-Version: 13%0A%0A&step=key",
  },
  { what: "prose", fragment: "#request=Please help" },
  { what: "a damaged link", fragment: "#example=no-such&step=nowhere" },
  {
    what: "nothing",
    come: async (page) => {
      await press(page, "Clear");
      await expect(verdict(page)).toContainText("Paste the request");
      await unfold(page, "Bytes");
    },
  },
  {
    what: "wrong key3",
    come: async (page) => {
      await key3Field(page).fill("5e 6e 3a");
      await expect(verdict(page)).toContainText("instead of eight");
    },
  },
  {
    what: "a wrong answer",
    fragment: `#answer=${encodeURIComponent("HTTP/1.1 101 WebSocket Protocol Handshake\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nSec-WebSocket-Origin: http://example.com\r\nSec-WebSocket-Location: ws://example.com/demo\r\nSec-WebSocket-Protocol: sample\r\n\r\nfQJ,fN/4F4!~K~MH")}`,
    come: async (page) => {
      await expect(page.locator(".answer")).toContainText(/differ/i);
    },
  },
  {
    what: "a message",
    fragment: `#request=${encodeURIComponent("WebSocket connection to 'ws://example.com/' failed: Error during WebSocket handshake: Unexpected response code: 400")}`,
    come: async (page) => {
      await expect(verdict(page)).toContainText("a message about a handshake");
    },
  },
  {
    what: "the examples",
    come: async (page) => {
      await press(page, "Examples");
      await expect(page.getByRole("link", { name: /^A key without spaces/ })).toBeVisible();
    },
  },
  {
    what: "the help",
    come: async (page) => {
      await press(page, "Help");
      await expect(page.getByRole("dialog", { name: "How to use this page" })).toBeVisible();
    },
  },
  {
    what: "the copy menu",
    come: async (page) => {
      await press(page, "Copy as (the response)");
      await expect(page.getByRole("button", { name: "base64" })).toBeVisible();
    },
  },
  {
    what: "a finding, opened",
    fragment: "#example=key-without-spaces",
    come: (page) => page.locator(".findings summary").first().click(),
  },
  {
    what: "mistakes to try",
    come: (page) => unfold(page, "What if the server got it wrong?"),
  },
  {
    what: "the reference",
    come: (page) => unfold(page, "Reference"),
  },
  {
    what: "all rounds",
    fragment: "#step=md5-rounds",
    come: (page) => page.getByText("All 64 rounds", { exact: true }).click(),
  },
  {
    what: "little-endian packing",
    fragment: "#step=pack",
    come: (page) => page.getByLabel("What if the server packed them little-endian?").check(),
  },
  {
    what: "selected bytes, with the focus among them",
    come: async (page) => {
      await unfold(page, "Bytes");
      await grid(page, "request").focus();
      await page.keyboard.press("Shift+ArrowDown");
    },
  },
  {
    what: "the GUID in somebody's code",
    fragment: "#example=accept-wrong-guid&guid=258EAFA5-E914-47DA-95CA-5AB5DC11B735",
    come: (page) => unfold(page, "The GUID in your code"),
  },
  {
    what: "what servers answer, and every generation",
    fragment: "#example=rfc6455",
    come: async (page) => {
      await unfold(page, "What servers on Node.js answer to it");
      await unfold(page, "The same connection in every generation");
    },
  },
  {
    what: "bytes that scroll",
    come: async (page) => {
      await requestBox(page).fill(`GET / HTTP/1.1\nHost: ${"a".repeat(4000)}\n\n`);
      await unfold(page, "Bytes");
      await expect(grid(page, "request").getByRole("row").nth(20)).toBeAttached();
    },
  },
];

test.beforeEach(async ({ page }) => {
  test.setTimeout(600_000);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
});

for (const [example, steps] of [
  ["draft-76", HIXIE76_STEP_IDS],
  ["rfc6455", RFC6455_STEP_IDS],
  ["draft-75", HIXIE75_STEP_IDS],
] as const) {
  test(`every step of ${example}`, async ({ page }) => {
    await open(page, `#example=${example}`);
    for (const [index, step] of steps.entries()) {
      await page.getByRole("slider", { name: "Step", exact: true }).fill(`${index + 1}`);
      await expect(page.locator(".picture")).not.toBeEmpty();
      expect(await violations(page), step).toEqual([]);
    }
  });
}

for (const { what, fragment = "", come } of STATES) {
  test(what, async ({ page }) => {
    await open(page, fragment);
    await come?.(page);
    expect(await violations(page)).toEqual([]);
  });
}

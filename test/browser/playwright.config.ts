import { defineConfig } from "@playwright/test";
import { findChromium } from "./chromium.mjs";

// Installed at most once: the workers read this file again, with the environment that this leaves.
process.env.CHROMIUM_PATH = findChromium();

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../../test-results",
  globalSetup: "./serve.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // Generous, for a machine that is busy with other things: no test asserts a time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    // Set by serve.ts, in the environment that the workers inherit.
    baseURL: process.env.PAGE_ADDRESS ?? "",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 720 } } },
    {
      name: "phone",
      // What is read from a paste does not depend on the screen.
      testIgnore: ["bad-input.spec.ts", "input.spec.ts", "large.spec.ts"],
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
});

import { describe, expect, test } from "vitest";
import { findChromium, usualPlaces } from "./chromium.mjs";

interface Place {
  platform?: string;
  env?: Record<string, string>;
  root?: boolean;
  /** What is there at the beginning. */
  has?: string[];
  /** The commands that succeed, by how they begin, and the file that each brings. */
  works?: Record<string, string>;
}

const PLAYWRIGHTS = "/cache/chromium/chrome";

/** A machine that keeps an account of what was run on it. */
function machine({ platform = "linux", env = {}, root = false, has = [], works = {} }: Place) {
  const files = new Set(has);
  const ran: string[] = [];
  return {
    ran,
    platform,
    env,
    root,
    exists: (path: string) => files.has(path),
    run: (...words: string[]) => {
      const command = words.join(" ").replace(/^.*cli\.js/, "playwright");
      ran.push(command);
      const brings = works[command];
      if (brings) files.add(brings);
      return brings !== undefined;
    },
    playwrights: () => PLAYWRIGHTS,
  };
}

const INSTALL = "playwright install chromium";
const APT = "apt-get install -y chromium";

describe("takes without installing anything", () => {
  test.each<[string, Place, string]>([
    [
      "what CHROMIUM_PATH names, before all else",
      { env: { CHROMIUM_PATH: "/mine", PATH: "/usr/bin" }, has: ["/mine", "/usr/bin/chromium"] },
      "/mine",
    ],
    [
      "one on the PATH",
      { env: { PATH: "/a:/b" }, has: ["/b/google-chrome", PLAYWRIGHTS] },
      "/b/google-chrome",
    ],
    [
      "one in a usual place that is not on the PATH",
      { has: ["/snap/bin/chromium"] },
      "/snap/bin/chromium",
    ],
    [
      "an app of macOS",
      {
        platform: "darwin",
        env: { HOME: "/Users/me" },
        has: ["/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium"],
      },
      "/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    [
      "the Edge that Windows comes with",
      {
        platform: "win32",
        env: { "ProgramFiles(x86)": "C:\\Program Files (x86)", Path: "C:\\Windows" },
        has: ["C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"],
      },
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
    ["the one that Playwright has downloaded", { has: [PLAYWRIGHTS] }, PLAYWRIGHTS],
  ])("%s", (_, place, path) => {
    const there = machine(place);
    expect(findChromium(there)).toBe(path);
    expect(there.ran).toEqual([]);
  });
});

test("refuses a CHROMIUM_PATH that leads nowhere, though another browser is there", () => {
  const there = machine({ env: { CHROMIUM_PATH: "/gone" }, has: ["/usr/bin/chromium"] });
  expect(() => findChromium(there)).toThrow(
    /^CHROMIUM_PATH names \/gone, where there is nothing\.$/,
  );
});

test("lets Playwright download one where there is none", () => {
  const there = machine({
    works: { [INSTALL]: PLAYWRIGHTS, [`${PLAYWRIGHTS} --version`]: PLAYWRIGHTS },
  });
  expect(findChromium(there)).toBe(PLAYWRIGHTS);
});

const debian = { root: true, has: ["/etc/debian_version"] };

test("takes Debian's when root and the download fails", () => {
  const there = machine({
    ...debian,
    works: { "apt-get update": "/lists", [APT]: "/usr/bin/chromium" },
  });
  expect(findChromium(there)).toBe("/usr/bin/chromium");
  expect(there.ran).toEqual([INSTALL, "apt-get update", APT]);
});

test("takes Debian's when the downloaded one does not start", () => {
  const there = machine({
    ...debian,
    works: { [INSTALL]: PLAYWRIGHTS, "apt-get update": "/lists", [APT]: "/usr/bin/chromium" },
  });
  expect(findChromium(there)).toBe("/usr/bin/chromium");
});

test.each<[string, Place]>([
  ["not root", { has: ["/etc/debian_version"] }],
  ["not on Debian", { root: true }],
  ["root on Debian without a network", debian],
  ["on macOS", { platform: "darwin" }],
  ["on Windows", { platform: "win32" }],
])("says in one sentence what to install when nothing helps: %s", (_, place) => {
  expect(() => findChromium(machine(place))).toThrow(
    /^No browser to test with: install [^.]+ or set CHROMIUM_PATH to where one is\.$/,
  );
});

test("looks nowhere twice on one folder of the PATH", () => {
  const places = usualPlaces({ platform: "darwin", env: { PATH: "/a", HOME: "/h" } });
  expect(new Set(places).size).toBe(places.length);
});

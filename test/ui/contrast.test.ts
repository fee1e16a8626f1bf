/**
 * What is written on what, in both themes: WCAG 2.2 SC 1.4.3 (text, 4.5 to 1) and SC 1.4.11 (lines that tell a control or a source,
 * 3 to 1), computed from the tokens. How much of a source's colour a tint takes is read from the style sheets.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const STYLES = join(import.meta.dirname, "../../src/ui/styles");
const tokens = readFileSync(join(STYLES, "tokens.css"), "utf8");
const sheets = readdirSync(STYLES).map((name) => readFileSync(join(STYLES, name), "utf8"));

type Rgb = readonly [red: number, green: number, blue: number];
type Theme = ReadonlyMap<string, Rgb>;

const THEMES: readonly (readonly [name: string, theme: Theme])[] = [
  ["light", themeOf(1)],
  ["dark", themeOf(2)],
];

const SURFACES = ["background", "panel", "sunken"] as const;
const TINTS = ["good-tint", "bad-tint", "warn-tint", "code-running"] as const;
const SOURCES = ["key1", "key2", "key3", "origin", "host", "subprotocol", "digest"] as const;

/** Shares of a source's colour that lie behind text of the same colour, in percent. */
const SHARES = [
  ...new Set(
    sheets.flatMap((sheet) =>
      Array.from(
        sheet.matchAll(
          /background: color-mix\(in srgb, var\(--source\b.*?\) (\d+)%, transparent\)/g,
        ),
        ([, share]) => Number(share),
      ),
    ),
  ),
];

/** Text on a surface of its own. */
const TEXT: readonly (readonly [text: string, on: string])[] = [
  ...pairs(["ink", "dim", "accent", "good", "bad", "warn", ...SOURCES], SURFACES),
  ...pairs(["ink", "dim"], TINTS),
  // Marks of a verdict, what is pointed at, and buttons that are filled.
  ...pairs(["panel"], ["good", "bad", "warn", "ink", ...SOURCES]),
  ["bad", "bad-tint"],
  ["on-accent", "accent"],
  ["background", "ink"],
];

const LINES: readonly (readonly [line: string, on: string])[] = [
  ...pairs(["control-line", "accent"], ["background", "panel"]),
  ...pairs(["code-line"], ["code-running"]),
];

for (const [name, theme] of THEMES) {
  describe(name, () => {
    test.each(TEXT)("can read %s on %s", (text, on) => {
      expect(contrast(colour(theme, text), colour(theme, on))).toBeGreaterThanOrEqual(4.5);
    });

    test.each(pairs(SOURCES, SURFACES))("can read %s on its own tints over %s", (source, on) => {
      const text = colour(theme, source);
      for (const share of SHARES) {
        const tint = mix(text, colour(theme, on), share / 100);
        expect(contrast(text, tint), `${share} %`).toBeGreaterThanOrEqual(4.5);
      }
    });

    test.each(LINES)("can tell the line %s on %s", (line, on) => {
      expect(contrast(colour(theme, line), colour(theme, on))).toBeGreaterThanOrEqual(3);
    });
  });
}

test("finds the tints in the style sheets", () => {
  expect(SHARES.length).toBeGreaterThanOrEqual(3);
});

test("computes contrast as WCAG does", () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
});

function themeOf(side: 1 | 2): Theme {
  const pair = /--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g;
  return new Map(
    Array.from(tokens.matchAll(pair), (found) => [
      found[1] as string,
      rgb(found[side + 1] as string),
    ]),
  );
}

function rgb(hex: string): Rgb {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

function colour(theme: Theme, name: string): Rgb {
  const found = theme.get(name);
  if (!found) throw new Error(`tokens.css has no --${name} for both themes`);
  return found;
}

function pairs<A, B>(texts: readonly A[], surfaces: readonly B[]): (readonly [A, B])[] {
  return texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const));
}

function mix(over: Rgb, under: Rgb, share: number): Rgb {
  const channel = (i: 0 | 1 | 2): number => over[i] * share + under[i] * (1 - share);
  return [channel(0), channel(1), channel(2)];
}

/** WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

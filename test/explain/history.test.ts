import { describe, expect, it, test } from "vitest";
import { GENERATIONS } from "../../src/core/across/as-each-generation.ts";
import { HISTORY } from "../../src/explain/history.ts";

describe("the history", () => {
  it("tells of every generation once, in their order", () => {
    expect(HISTORY.flatMap(({ generations }) => generations)).toEqual(GENERATIONS);
  });

  it("goes forward in time", () => {
    const years = HISTORY.map(({ when }) => Number(/\d{4}/.exec(when)![0]));
    expect(years).toEqual(years.toSorted((left, right) => left - right));
  });

  it("has names that are there once", () => {
    expect(new Set(HISTORY.map(({ id }) => id)).size).toBe(HISTORY.length);
    expect(new Set(HISTORY.map(({ name }) => name)).size).toBe(HISTORY.length);
  });
});

describe.each(HISTORY.map((era) => [era.name, era] as const))("%s", (_, era) => {
  it("is told in three to five sentences", () => {
    const sentences = era.story.split(/[.?!](?=\s|$)/).filter((text) => text.trim() !== "");
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    expect(sentences.length).toBeLessThanOrEqual(5);
  });

  it("shows one of its generations, and says what proves something in it", () => {
    expect(era.shown === null).toBe(era.generations.length === 0);
    expect(era.proof === null).toBe(era.shown === null);
    if (era.shown !== null) expect(era.generations).toContain(era.shown);
  });

  it("has sources with a title and an address", () => {
    expect(era.sources.length).toBeGreaterThan(0);
    for (const { title, url } of era.sources) {
      expect(title.length).toBeGreaterThan(5);
      expect(() => new URL(url)).not.toThrow();
      expect(url).toMatch(/^https?:\/\//);
    }
    expect(new Set(era.sources.map(({ url }) => url)).size).toBe(era.sources.length);
  });
});

test("no sentence has the straight marks of a typewriter", () => {
  for (const { story, proof } of HISTORY) expect(`${story}${proof}`).not.toMatch(/["']/);
});

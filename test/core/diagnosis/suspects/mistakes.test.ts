import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MISTAKES } from "../../../../src/core/diagnosis/suspects/mistakes.ts";
import { formula, RIGHT } from "../../../../src/core/diagnosis/suspects/server.ts";
import { WRONG } from "./wrong-servers.ts";

const reference = ["request", "handshake"]
  .map((name) =>
    readFileSync(new URL(`../../../../src/core/hixie76/${name}.ts`, import.meta.url), "utf8"),
  )
  .join();

describe.each(MISTAKES.map((mistake) => [mistake.id, mistake] as const))("%s", (id, mistake) => {
  test("has an id of lower-case words, a title, a sentence and a fix", () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(mistake.title).toMatch(/^[^.]{3,60}$/);
    expect(mistake.sentence).toMatch(/^It .*\.$/);
    expect(mistake.fix).toMatch(/^([A-Z]|key3 ).*\.$/);
  });

  test("names a function of the reference", () => {
    expect(reference).toContain(`export function ${mistake.wrong}(`);
  });

  test("changes the same links in all its ways, and the formula with them", () => {
    for (const way of mistake.ways) {
      expect(Object.keys(way)).toEqual(Object.keys(mistake.ways[0]));
      expect(formula({ ...RIGHT, ...way })).not.toBe(formula(RIGHT));
    }
  });

  test("is made by an independent server too", () => {
    expect(WRONG[id]?.length).toBe(mistake.ways.length);
  });
});

test("ids are not repeated", () => {
  expect(new Set(MISTAKES.map(({ id }) => id)).size).toBe(MISTAKES.length);
});

test("the right server has the draft's formula", () => {
  expect(formula(RIGHT)).toBe("MD5(be32(part1) ‖ be32(part2) ‖ key3)");
});

/** The catalogue as a whole: what every finding must bring, whoever writes the next one. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/core/diagnosis/catalogue/index.ts";
import type {
  CatalogueModule,
  Example,
} from "../../../src/core/diagnosis/define/define-finding.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { Finding } from "../../../src/core/diagnosis/finding.ts";

const CORE = join(import.meta.dirname, "../../../src/core");
const FOLDER = join(CORE, "diagnosis/catalogue");

const files = readdirSync(FOLDER).filter((file) => file !== "index.ts");
const modules = await Promise.all(
  files.map(async (file): Promise<[string, CatalogueModule]> => {
    const module = await import(join(FOLDER, file));
    return [file.replace(/\.ts$/, ""), module as CatalogueModule];
  }),
);

const found = (code: string, example: Example): Finding[] =>
  diagnose(example()).findings.filter((finding) => finding.code === code);

test("every file of the catalogue is in its index, once", () => {
  const listed = catalogue.map(({ code }) => code);
  expect([...listed].sort()).toEqual(modules.map(([name]) => name).sort());
});

describe.each(modules)("%s", (name, module) => {
  const { default: entry, example, counterExample, reports = [], notJudged = "Nothing." } = module;

  test("is named as its file is", () => expect(entry.code).toBe(name));

  test("fires on its example", () => expect(found(name, example)).not.toEqual([]));

  test("does not fire on its counterexample", () =>
    expect(found(name, counterExample)).toEqual([]));

  test("has all its texts, the reason in at most 60 words", () => {
    for (const { title, why, fix, section } of found(name, example)) {
      for (const text of [title, why, fix, section]) {
        expect(text).toMatch(/\S/);
        expect(text.replaceAll(/“[^”]*”/g, "")).not.toMatch(/undefined|null|NaN|\[object/);
      }
      expect(title).not.toMatch(/[.!]$/);
      expect(why).toMatch(/[.”]$/);
      expect(why.split(/\s+/).length).toBeLessThanOrEqual(60);
    }
  });

  test("names public reports, and says what it does not judge in a sentence", () => {
    for (const report of reports) expect(report).toMatch(/^https:\/\/\S+$/);
    expect(notJudged).toMatch(/\S.*[.”]$/);
  });

  test("marks bytes that exist", () => {
    const { request, response } = example();
    for (const { span, in: place } of found(name, example)) {
      const bytes = place === "response" ? response : request;
      if (span === null || place === "frames") continue;
      expect(span[0]).toBeGreaterThanOrEqual(0);
      expect(span[1]).toBeGreaterThanOrEqual(span[0]);
      expect(span[1]).toBeLessThanOrEqual(bytes?.length ?? 0);
    }
  });
});

test("every code with which the server's side of the reference refuses has its finding", () => {
  const files = [
    ...["hixie76/handshake.ts", "hixie76/request.ts", "hixie75/request.ts", "hybi/request.ts"],
    ...["rfc6455/request.ts", "http/start-line.ts"],
  ];
  const thrown = files.flatMap((file) =>
    [...readFileSync(join(CORE, file), "utf8").matchAll(/"([a-z0-9]+(?:-[a-z0-9]+)+)"/g)]
      .map(([, code]) => code as string)
      .filter((code) => !/^(sec-)?websocket-|^spark-md5$|^hybi-0/.test(code)),
  );
  expect(thrown).toContain("key-without-spaces");
  const codes = new Set(catalogue.map(({ code }) => code));
  expect(thrown.filter((code) => !codes.has(code))).toEqual([]);
});

/** The pages about failures as the build writes them: all there, each under its own name, and every link of theirs leads somewhere. */
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/core/diagnosis/catalogue/index.ts";
import { messagesOf } from "../../src/core/diagnosis/explain-message.ts";
import { readFailures } from "../../src/site/failures/failure.ts";
import { GROUPS } from "../../src/site/failures/groups.ts";
import { nameOfReport } from "../../src/site/failures/report-name.ts";
import { furtherPages } from "../../src/site/pages.tsx";
import { withPolicy } from "../../src/site/policy.ts";

const STYLESHEET = "assets/style-1a2b.css";
const pages = new Map((await furtherPages(STYLESHEET)).map(({ path, text }) => [path, text]));
const html = [...pages].filter(([path]) => path.endsWith(".html"));
const failures = await readFailures();
const codes = catalogue.map(({ code }) => code).sort();

const page = (path: string): string => pages.get(path) ?? expect.fail(`there is no ${path}`);
const only = (pattern: RegExp, text: string): string => {
  const found = [...text.matchAll(new RegExp(pattern, "g"))];
  expect(found).toHaveLength(1);
  return found[0]?.[1] as string;
};

test("every code of the catalogue has a page and stands in the list, in one group", () => {
  const named = GROUPS.flatMap(({ pages }) => pages.map(({ code }) => code));
  expect(named.sort()).toEqual(codes);
  for (const code of codes) {
    expect(page(`failures/${code}/index.html`)).toContain(`<code>${code}</code>`);
    expect(page("failures/index.html")).toContain(`href="${code}/"`);
    expect(page("llms.txt")).toContain(`(failures/${code}/)`);
  }
});

test("nothing else claims to be a page of a failure", () => {
  const inFolder = [...pages.keys()].filter((path) => /^failures\/[^/]+\//.test(path));
  expect(inFolder.sort()).toEqual(codes.map((code) => `failures/${code}/index.html`).sort());
});

test("no two pages share a title, a heading or a description, and none is too long to be shown", () => {
  const all = html.map(([, text]) => ({
    title: only(/<title>(.*?)<\/title>/, text),
    heading: only(/<h1>(.*?)<\/h1>/, text),
    description: only(/<meta name="description" content="(.*?)"/, text),
  }));
  for (const key of ["title", "heading", "description"] as const) {
    expect(new Set(all.map((one) => one[key])).size).toBe(html.length);
  }
  for (const { description } of failures) {
    expect(description.length).toBeGreaterThan(80);
    expect(description.length, description).toBeLessThanOrEqual(160);
  }
  for (const { name } of failures) expect(name.length, name).toBeLessThanOrEqual(64);
});

describe.each(html)("%s", (_, text) => {
  test("is well-formed", () => expect(unbalanced(text)).toEqual([]));

  test("lives under the policy, and without a script but boot.js", () => {
    expect(() => withPolicy(text)).not.toThrow();
    expect(only(/<script([^>]*)>/, text)).toMatch(/^ src="(?:\.\.?\/)+boot\.js"$/);
  });

  test("has one heading of the first rank, and skips none below", () => {
    only(/<h1>(.*?)<\/h1>/, text);
    expect([...text.matchAll(/<h([3-6])/g)]).toEqual([]);
  });

  test("gives no id twice", () => {
    const ids = idsIn(text);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("leaves only by links that say nothing of it", () => {
    for (const [link] of text.matchAll(/<a [^>]*href="https?:[^>]*>/g)) {
      expect(link).toMatch(/href="https:/);
      expect(link).toContain('rel="noopener"');
    }
  });
});

test.each(html.filter(([path]) => path !== "404.html"))(
  "%s leads nowhere that is not built, wherever the site is put",
  (path, text) => {
    expect(addressesIn(text).filter((address) => !isBuilt(path, address))).toEqual([]);
  },
);

test("the page for wrong addresses leads home and to the failures from each depth that an address may have", () => {
  const links = addressesIn(page("404.html"));
  for (const depth of ["wrong", "failures/wrong", "failures/wrong/", "failures/wrong/index.html"]) {
    const targets = links.map((link) => new URL(link, `https://host/docs/${depth}`).pathname);
    expect(targets).toContain("/docs/");
    expect(targets).toContain("/docs/failures/");
  }
});

test("a page says what the finding says of its example", () => {
  for (const { code, findings } of failures) {
    const text = page(`failures/${code}/index.html`);
    expect(text).toContain(escaped(findings[0].title));
    expect(text).toContain(escaped(findings[0].why));
  }
});

test("a page marks the bytes that its finding is about", () => {
  const marked = page("failures/key-without-spaces/index.html").matchAll(/<mark>(.*?)<\/mark>/g);
  expect([...marked].map(([, text]) => text)).toEqual([
    "31 32 39 39 38 35 59 33",
    "129985Y3",
    "31 2e 50 30 30",
    "1.P00",
  ]);
});

test("shows a long message in part, and says how much it leaves out", () => {
  expect(page("failures/request-split-or-too-large/index.html")).toMatch(/… \d+ rows more …/);
});

test("lines of advice that begin with four spaces are code", () => {
  expect(page("failures/http10/index.html")).toContain(
    "<p>nginx:</p><pre><code>proxy_http_version 1.1;</code></pre><p>",
  );
});

test("sections are links into the documents that they are of", () => {
  const text = page("failures/proxy-stripped-upgrade/index.html");
  expect(text).toContain(
    "https://datatracker.ietf.org/doc/html/draft-ietf-hybi-thewebsocketprotocol-00#section-5.1",
  );
  expect(text).toContain("https://datatracker.ietf.org/doc/html/rfc9110#section-7.6.1");
});

test("a section of a document that is not known is no link into another", () => {
  const text = page("failures/subprotocol-not-echoed/index.html");
  expect(text).toContain("WHATWG WebSockets §2.2");
  expect(text).not.toContain("rfc6455#section-2.2");
  expect(page("failures/origin-header-name-by-draft/index.html")).toContain(
    "draft-ietf-hybi-thewebsocketprotocol-08#section-5.1",
  );
});

test("every message of a cause stands on its page and in the list, where it leads to the page", () => {
  const list = page("failures/index.html").split("<tr>");
  for (const code of codes) {
    for (const message of messagesOf(code)) {
      expect(page(`failures/${code}/index.html`)).toContain(escaped(message));
      const rows = list.filter((row) => row.includes(`<code>${escaped(message)}</code>`));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toContain(`href="${code}/"`);
    }
  }
});

test("every public report is linked", () => {
  for (const { code, reports } of failures) {
    for (const report of reports) {
      expect(page(`failures/${code}/index.html`)).toContain(`href="${escaped(report)}"`);
    }
  }
});

test.each([
  ["https://github.com/socketio/socket.io/issues/42", "socketio/socket.io #42"],
  ["https://github.com/clj-commons/aleph/pull/20", "clj-commons/aleph #20"],
  ["https://github.com/nori0428/mod_websocket", "github.com"],
  [
    "https://mailarchive.ietf.org/arch/msg/hybi/aQU70dioA8tf2iYiG1wrsReV7yE/",
    "mailarchive.ietf.org",
  ],
])("calls %s %s", (address, name) => expect(nameOfReport(address)).toBe(name));

const VOID = new Set(["meta", "link", "br", "img", "input", "hr", "wbr"]);

/** Tags that are not closed where they should be. */
function unbalanced(text: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  expect(text).toMatch(/^<!doctype html>\n<html lang="en"><head>/);
  expect(text.replaceAll(/<[^<>]*>/g, "")).not.toMatch(/[<>]/);
  for (const [, slash, name = ""] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (VOID.has(name)) continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

function addressesIn(text: string): string[] {
  return [...text.matchAll(/ (?:href|src)="([^"]*)"/g)]
    .map(([, address]) => unescaped(address as string))
    .filter((address) => !address.startsWith("https://"));
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id as string);
}

/** Under a path of several parts, a file that exists; and in it, what the fragment names, unless it is the debugger's. */
function isBuilt(from: string, address: string): boolean {
  const prefix = "/docs/handshake/";
  const { pathname, hash } = new URL(address, `https://host${prefix}${from}`);
  if (!pathname.startsWith(prefix)) return false;
  const path = posix.join(
    pathname.slice(prefix.length),
    pathname.endsWith("/") ? "index.html" : "",
  );
  if (["index.html", "boot.js", "icon.svg", STYLESHEET].includes(path)) return true;
  const target = pages.get(path);
  return target !== undefined && (hash === "" || idsIn(target).includes(hash.slice(1)));
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" } as const;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character as keyof typeof ENTITIES]);
}

function unescaped(text: string): string {
  return Object.entries(ENTITIES)
    .reverse()
    .reduce((plain, [character, entity]) => plain.replaceAll(entity, character), text);
}

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { fromLatin1, latin1 } from "../../src/core/bytes/ascii.ts";
import { HISTORY } from "../../src/explain/history.ts";
import { sameChance } from "../../src/ui/generations/chance.ts";
import { Generations } from "../../src/ui/generations/Generations.tsx";
import { WireText } from "../../src/ui/generations/WireText.tsx";
import { HIXIE, RFC6455 } from "../fixtures/exchanges.ts";

function drawn(request: Uint8Array | undefined, secure = false): string {
  return renderToStaticMarkup(<Generations request={request} secure={secure} startsOpen />);
}

function columns(html: string): readonly string[] {
  return html.split('<li class="generation').slice(1);
}

describe("the panel", () => {
  it("makes nothing while it is closed", () => {
    const html = renderToStaticMarkup(<Generations request={HIXIE.request} secure={false} />);
    expect(html).toContain('aria-expanded="false"');
    expect(html).not.toContain("Sec-WebSocket");
  });

  it("has a column for each era with a handshake, and the rest below", () => {
    const html = drawn(HIXIE.request);
    expect(columns(html)).toHaveLength(HISTORY.filter(({ shown }) => shown !== null).length);
    for (const { name, story } of HISTORY) {
      expect(html).toContain(name);
      expect(html).toContain(renderToStaticMarkup(createElement("p", null, story)).slice(3, 60));
    }
  });

  it("marks the reader's own column, and no other", () => {
    const own = columns(drawn(HIXIE.request)).filter((column) => column.includes(">yours<"));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain("hixie-76 (hybi-00)");
  });

  it("shows the reader's own draft where an era has several", () => {
    const text = fromLatin1(RFC6455.request).replace("Version: 13", "Version: 7");
    const own = columns(drawn(latin1(text))).find((column) => column.includes(">yours<"));
    expect(own).toContain("shown: hybi-07");
    expect(columns(drawn(RFC6455.request))[4]).toContain("shown: hybi-08");
  });

  it("shows the digest of hixie-76 as hex, and what it proves", () => {
    const column = columns(drawn(HIXIE.request))[1]!;
    const digest = Buffer.from(HIXIE.response.subarray(-16))
      .toString("hex")
      .replace(/..\B/g, "$& ");
    expect(column.split(digest)).toHaveLength(3);
  });

  it("says why there is no answer", () => {
    const text = fromLatin1(HIXIE.request).replace(/(Key2:) .*/, "$1 12998");
    expect(drawn(latin1(text))).toContain("A server must refuse this: <code>key-without-spaces");
  });

  it("says what cannot be shown, and tells the history all the same", () => {
    for (const request of [undefined, latin1("GET / HTTP/1.1\r\n\r\n")]) {
      const html = drawn(request);
      expect(html).toContain("There is no handshake above");
      expect(html).toContain("MD5 of all three");
    }
    const long = latin1(
      `${fromLatin1(RFC6455.request.subarray(0, -2))}X: ${"x".repeat(70_000)}\r\n\r\n`,
    );
    expect(drawn(long)).toContain("too long to be asked for");
    const hostless = fromLatin1(RFC6455.request).replace(/Host: .*\r\n/, "");
    expect(drawn(latin1(hostless))).toContain("which resource of which host");
  });

  it("links to sources that learn nothing of the page", () => {
    const links = drawn(HIXIE.request).match(/<a [^>]*>/g)!;
    expect(links).toHaveLength(HISTORY.flatMap(({ sources }) => sources).length);
    for (const link of links) expect(link).toMatch(/ rel="external noreferrer"/);
  });

  it("can be scrolled with the keyboard alone", () => {
    expect(drawn(HIXIE.request)).toMatch(/class="generation-scroll"[^>]*tabindex="0"/);
  });
});

describe("a message", () => {
  const text = (bytes: Uint8Array, rawAt: number | null = null): string =>
    renderToStaticMarkup(<WireText message={{ bytes, marks: [] }} rawAt={rawAt} />).replace(
      /<[^>]+>/g,
      "",
    );

  test.each([
    ["its line ends", "a\r\nb\r\n\r\n", "a\\r\\n\nb\\r\\n\n\\r\\n\n"],
    ["a bare LF", "a\nb", "a\\n\nb"],
    ["a bare CR and NUL", "a\rb\0", "a\\rb\\x00"],
    ["a tab and DEL", "\ta\x7f", "\\ta\\x7f"],
  ])("shows %s", (_, bytes, shown) => {
    expect(text(latin1(bytes))).toBe(shown);
  });

  it("is hex behind its head, with what a client sent too much", () => {
    const marks = [{ span: [4, 6], source: "key3" }] as const;
    const html = renderToStaticMarkup(
      <WireText message={{ bytes: latin1("ab\r\n\n5678"), marks }} rawAt={4} />,
    );
    expect(html).toContain('class="sourced key3">0a 35<');
    expect(html).toContain("36 37 38");
  });

  it("is cut when it is long, and says by how much", () => {
    expect(text(latin1("x".repeat(5000)))).toContain("… 904 bytes more");
  });
});

test("chance is the same every time, and no byte like the next", () => {
  expect(sameChance()(64)).toEqual(sameChance()(64));
  expect(new Set(sameChance()(64)).size).toBeGreaterThan(40);
});

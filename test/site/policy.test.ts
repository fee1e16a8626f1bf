import { describe, expect, test } from "vitest";
import { breaches, POLICY, policyOf, withPolicy } from "../../src/site/policy.ts";

const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><script type="module" crossorigin src="./a.js"></script></head><body>${body}</body></html>`;

test("the policy lets the page send nothing, run nothing from elsewhere, and make nothing of text but text", () => {
  expect(POLICY.split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types handshake-101",
  ]);
});

test("the policy stands right behind the charset", () => {
  expect(withPolicy(page(""))).toContain(
    `<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
  );
});

test("the policy of a page lets it have what the build wrote into it, and nothing else", () => {
  const html = page(
    '<style data-from="./a.css">p{color:red}</style><script data-from="./boot.js">go()</script>',
  );
  expect(breaches(html)).toEqual([]);
  // printf 'go()' | openssl dgst -sha256 -binary | base64
  expect(policyOf(html).split("; ")).toEqual(
    POLICY.split("; ").map((rule) =>
      rule === "script-src 'self'"
        ? "script-src 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=' 'self'"
        : rule === "style-src 'self'"
          ? "style-src 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64=' 'self'"
          : rule,
    ),
  );
  expect(withPolicy(html)).toContain(`content="${policyOf(html)}"`);
});

test("a page without a charset is refused", () => {
  expect(() => withPolicy("<!doctype html><p>text</p>")).toThrow("charset");
});

describe("refuses a page with", () => {
  test.each([
    ["an inline script", "<script>alert(1)</script>"],
    ["an inline script", '<script type="module">alert(1)</script>'],
    ["an inline style sheet", "<style>p{color:red}</style>"],
    ["a style attribute", '<p class="a" style="color:red">text</p>'],
    ["an inline event handler", '<button type="button" onclick="go()">Go</button>'],
    ["an address that begins at the root", '<img alt="" src="/src/ui/a.svg">'],
    ["an address that begins at the root", '<a href="/failures/">Failures</a>'],
    ["something from elsewhere", '<img alt="" src="https://example.com/a.png">'],
  ])("%s: %s", (reason, body) => {
    expect(breaches(page(body))).toEqual([expect.stringContaining(reason)]);
    expect(() => withPolicy(page(body))).toThrow(reason);
  });
});

test.each([
  "<p>GET /demo HTTP/1.1 style=&quot;x&quot; onclick=&quot;y&quot; &lt;style&gt;</p>",
  '<a href="https://example.com/">elsewhere</a>',
  '<a href="#step=pack">here</a><img alt="" src="./icon.svg"><textarea>src="/a"</textarea>',
])("and lets pass %s", (body) => {
  expect(breaches(page(body))).toEqual([]);
});

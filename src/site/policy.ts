/**
 * The content security policy of every built page, and what a page must not contain to live under
 * it: the policy forbids inline scripts and styles, but for those of the build itself, and a page that is to work under any path must
 * not name an address that begins at the root of its host.
 *
 * The policy stands in the page itself, since not every host lets one set headers.
 */
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

export const POLICY = [
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
  // No text becomes markup or a script; the workers of the build are let through by src/ui/request/start-worker.ts.
  "require-trusted-types-for 'script'",
  "trusted-types handshake-101",
].join("; ");

const CHARSET = /<meta charset="utf-8"\s*\/?>/i;

/** Text is escaped in what React renders, so each of these can only be markup. */
const FORBIDDEN: [pattern: RegExp, reason: string][] = [
  [/<script(?![^>]*\ssrc=)[^>]*>/gi, "an inline script"],
  [/<style[\s>]/gi, "an inline style sheet"],
  [/<[a-z][^>]*\sstyle=["'][^"']*/gi, "a style attribute (use a class, or an SVG attribute)"],
  [/<[a-z][^>]*\son[a-z]+=/gi, "an inline event handler"],
  [/<[a-z][^>]*\s(?:src|href)=["']\/[^"']*/gi, "an address that begins at the root of the host"],
  [/<(?!a[\s>])[a-z][^>]*\s(?:src|href)=["']https?:[^"']*/gi, "something from elsewhere"],
];

/** What inline.ts wrote. */
const INLINED = /<(script|style) data-from="[^"]*">([\s\S]*?)<\/\1>/g;

/** The policy of a page, which lets it have what the build wrote into it: by its hash, so nothing else. */
export function policyOf(html: string): string {
  let policy = POLICY;
  for (const [, element, text = ""] of html.matchAll(INLINED)) {
    const hash = createHash("sha256").update(text).digest("base64");
    policy = policy.replace(`${element}-src`, `${element}-src 'sha256-${hash}'`);
  }
  return policy;
}

/** What in `html` the policy would block or another path would break; empty when nothing is. */
export function breaches(html: string): string[] {
  const rest = html.replaceAll(INLINED, "");
  return FORBIDDEN.flatMap(([pattern, reason]) =>
    Array.from(rest.matchAll(pattern), ([found]) => `${reason}: ${found.slice(-100)}`),
  );
}

/** `html` with the policy right behind its charset. Throws on anything that would breach it. */
export function withPolicy(html: string): string {
  if (!CHARSET.test(html)) throw new Error("the page declares no charset");
  const found = breaches(html);
  if (found.length > 0) throw new Error(`the built page contains ${found.join(", ")}`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`;
  return html.replace(CHARSET, (charset) => `${charset}\n    ${meta}`);
}

/** Stands behind every plugin that writes into the page. */
export function policy(): Plugin {
  return {
    name: "policy",
    apply: "build",
    transformIndexHtml: { order: "post", handler: withPolicy },
  };
}

/**
 * The one thing that websocket 1 asks of a target: that Node's `url.parse` does not throw at it. That happens where it reads an
 * authority: in a URL with a scheme, and in a path that begins with "//" and has an "@".
 */
import { invalidUtf8At } from "../bytes/utf8.ts";

/** What it throws, or null. Note: an internationalised name that is no punycode is not looked into. */
export function parseError(target: string): "Invalid URL" | "URI malformed" | null {
  const url = target.replace(/^[^?#]*/, (before) => before.replaceAll("\\", "/"));
  const rest = /^[a-z]+:(\/\/.*)$/i.exec(url)?.[1] ?? (hasUser(url) ? url : null);
  if (rest === null || /^javascript:/i.test(url)) return null;
  const [authority = ""] = rest.slice(2).split(/[#/?]/, 1);
  const at = authority.lastIndexOf("@");
  if (at >= 0 && !isDecodable(authority.slice(0, at))) return "URI malformed";
  const [host = ""] = authority.slice(at + 1).split(/[ "%';<>\\^`{|}]/, 1);
  const name = host.replace(/:[0-9]*$/, "");
  if (name.startsWith("[") && name.endsWith("]")) return null;
  return /[[\]]/.test(name.split(":", 1)[0] ?? "") ? "Invalid URL" : null;
}

/** A path without a "#", and without "@" before its query, is not looked into. */
function hasUser(path: string): boolean {
  return /^\/\/[^@/]+@[^@/]+/.test(path) && !/^[^?#@]*\?[^#]*$/.test(path);
}

/** Whether `decodeURIComponent` takes it: each percent sign begins a byte, and bytes in a row are UTF-8. */
export function isDecodable(text: string): boolean {
  const runs = text.match(/(?:%[0-9A-Fa-f]{2})+|%/g) ?? [];
  return runs.every((run) => {
    const digits = run.split("%").slice(1);
    const bytes = Uint8Array.from(digits, (pair) => Number.parseInt(pair, 16));
    return run !== "%" && invalidUtf8At(bytes) === null;
  });
}

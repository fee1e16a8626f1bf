import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { encodeUtf8 } from "../../../src/core/bytes/utf8.ts";
import { readHead } from "../../../src/core/http/head.ts";
import { traceHixie76 } from "../../../src/core/trace/hixie76.ts";
import type { ReadRequestStep as Hixie76Read } from "../../../src/core/trace/hixie76-step.ts";
import { traceRfc6455 } from "../../../src/core/trace/rfc6455.ts";
import type { ReadRequestStep as Rfc6455Read } from "../../../src/core/trace/rfc6455-step.ts";
import { ReadRequest as Hixie76Picture } from "../../../src/ui/pictures/hixie76/ReadRequest.tsx";
import { ReadRequest as Rfc6455Picture } from "../../../src/ui/pictures/rfc6455/ReadRequest.tsx";

const nothing = (): void => {};

function drawn(host: string): readonly string[] {
  const request = encodeUtf8(`GET /a HTTP/1.1\r\n${host}Origin: http://a\r\nCookie: b\r\n\r\n`);
  expect(readHead(request).end).toBe(request.length);
  const [old] = [...traceHixie76(request, {})] as [Hixie76Read];
  const [later] = [...traceRfc6455(request)] as [Rfc6455Read];
  return [
    renderToStaticMarkup(<Hixie76Picture step={old} onSelect={nothing} />),
    renderToStaticMarkup(<Rfc6455Picture step={later} onSelect={nothing} />),
  ];
}

test("a Host that is nobody's name is there, and refused", () => {
  for (const html of drawn("Host: مثال.example\r\n")) {
    expect(html).toContain("<code>مثال.example (there, but refused)</code>");
    expect(html).toMatch(/Also there<\/dt><dd>Cookie<\/dd>/);
  }
});

test("a Host that is not there is missing", () => {
  for (const html of drawn("")) expect(html).toContain("<span>Host</span><code>missing</code>");
});

test("a right Host is shown as it stands", () => {
  for (const html of drawn("Host: a.example\r\n")) expect(html).toContain("<code>a.example</code>");
});

/**
 * Bad input is the normal input: for each kind the page says in a sentence what is wrong, shows what it could read, and keeps what
 * was typed. That nothing throws, the fixture checks.
 */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import {
  key3Field,
  linkedState,
  open,
  pasteInto,
  ready,
  requestBox,
  says,
  shownHex,
  unfold,
  verdict,
} from "./reader.ts";

const KEY1 = "4 @1  46546xW%0l 1 5";

const DRAFT = `GET /demo HTTP/1.1
Host: example.com
Connection: Upgrade
Sec-WebSocket-Key2: 12998 5 Y3 1  .P00
Sec-WebSocket-Protocol: sample
Upgrade: WebSocket
Sec-WebSocket-Key1: ${KEY1}
Origin: http://example.com

`;

const KEY3 = "5e6e3a64735b3455";
const KEY3_TEXT = "^n:ds[4U";

interface Bad {
  readonly what: string;
  readonly request: string;
  /** What is typed into the field for it. */
  readonly key3?: string;
  /** The verdict. */
  readonly says: string | RegExp;
  /** What the status line says it was read as. */
  readonly readAs?: readonly string[];
  /** What else has to be on the page: what could be read, and what was lost. */
  readonly shows?: readonly (string | RegExp)[];
  /** Nothing was read: there are no steps. */
  readonly nothing?: boolean;
  /** It is of another generation than hixie-76. */
  readonly isOther?: boolean;
}

const line = (from: RegExp | string, to: string): string => DRAFT.replace(from, () => to);

const LATER = `GET /chat HTTP/1.1
Host: server.example.com
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
Sec-WebSocket-Protocol: chat, superchat
Sec-WebSocket-Extensions: permessage-deflate
Sec-WebSocket-Version: 13

`;

/** Of RFC 6455 and the drafts before it. */
function laterRequests(): readonly Bad[] {
  return (
    [
      ["no key", /Sec-WebSocket-Key: .*\n/, "", "There is no Sec-WebSocket-Key field"],
      ["a key of 8 bytes", /Key: .*/, "Key: qjaovfzeqzo=", "stands for 8 bytes, not 16"],
      ["a key that is no Base64", /Key: .*/, "Key: \u00e9\u0000", "Sec-WebSocket-Key is no Base64"],
      ["two keys", /(Sec-WebSocket-Key: .*\n)/, "$1$1", "comes more than once"],
      ["no version", /Sec-WebSocket-Version: .*\n/, "", "no Sec-WebSocket-Version field"],
      ["a version that nobody gave out", "Version: 13", "Version: 99", "gave this version out"],
      ["no Host", /Host: .*\n/, "", "There is no Host field"],
      ["no Upgrade", /Upgrade: websocket\n/, "", "There is no Upgrade field"],
      ["HTTP/1.0", "HTTP/1.1", "HTTP/1.0", "speaks HTTP/1.0"],
      ["a subprotocol twice", "superchat", "chat", "subprotocol"],
      ["extensions that cannot be read", "-deflate", "-deflate; =", "cannot be read"],
      [
        "version 8 and no key",
        /Sec-WebSocket-Key: .*\n(.*\n)*/,
        "Sec-WebSocket-Version: 8\n\n",
        "no Sec-WebSocket-Key field",
      ],
    ] as const
  ).map(([what, from, to, says]) => ({
    what: `a later request with ${what}`,
    request: LATER.replace(from, to),
    says,
    isOther: true,
  }));
}

const CASES: readonly Bad[] = [
  { what: "nothing", request: "", says: "Paste the request that your server got.", nothing: true },
  { what: "whitespace", request: " \n\t \n", says: "Paste the request", nothing: true },
  { what: "nothing but key3", request: "", key3: KEY3, says: "Paste the request", nothing: true },
  {
    what: "a line with no colon",
    request: line("Connection:", "Connection"),
    key3: KEY3,
    says: /no Connection|no colon/,
    shows: ["A line has no colon", "Connection Upgrade", "12998 5 Y3 1  .P00"],
  },
  {
    what: "no blank line",
    request: DRAFT.trimEnd(),
    key3: KEY3,
    says: "must answer with these 223 bytes",
    shows: [/blank line.*was put there/],
  },
  {
    what: "none of the eight bytes",
    request: DRAFT,
    says: "does not hold the eight bytes",
    readAs: ["hixie-76 (hybi-00)", "key3: 0 of 8 bytes"],
    shows: ["4 @1  46546xW%0l 1 5", "Both keys divide by their spaces"],
  },
  {
    what: "nine bytes, as hex",
    request: DRAFT,
    key3: `${KEY3}00`,
    says: "must answer with these 223 bytes",
    readAs: ["key3 and 1 byte more"],
    shows: ["Behind the head are 9 bytes", "key3 has 8 bytes; these are 9"],
  },
  {
    what: "seven characters behind the head",
    request: DRAFT + KEY3_TEXT.slice(0, 7),
    says: "does not hold the eight bytes",
    shows: ["^n:ds[4"],
  },
  {
    what: "nine characters behind the head",
    request: `${DRAFT + KEY3_TEXT}x`,
    says: "does not hold the eight bytes",
    shows: ["^n:ds[4Ux"],
  },
  {
    what: "eight characters behind the head",
    request: DRAFT + KEY3_TEXT,
    says: "must answer with these 223 bytes",
    readAs: ["key3: 8 of 8 bytes"],
  },
  {
    what: "words where hex belongs",
    request: DRAFT,
    key3: "eight bytes",
    says: "does not hold the eight bytes",
    shows: ["This is not hex: two digits a byte"],
  },
  {
    what: "a key missing",
    request: line(/Sec-WebSocket-Key1.*\n/, ""),
    key3: KEY3,
    says: "Sec-WebSocket-Key1 is missing",
    shows: ["12998 5 Y3 1  .P00"],
  },
  {
    what: "a key twice",
    request: line("Origin", `Sec-WebSocket-Key1: ${KEY1}\nOrigin`),
    key3: KEY3,
    says: "Sec-WebSocket-Key1 comes 2 times",
  },
  {
    what: "a key without spaces",
    request: line(KEY1, KEY1.replaceAll(" ", "")),
    key3: KEY3,
    says: "Key 1 has no spaces",
  },
  {
    what: "a key without digits",
    request: line(KEY1, KEY1.replace(/\d/g, "x")),
    key3: KEY3,
    says: "Key 1 has no digits",
  },
  {
    what: "a key that does not divide",
    request: line("1  4", "1 4"),
    key3: KEY3,
    says: "Key 1 does not divide by its spaces",
  },
  {
    what: "a key that is too large",
    request: line("0l 1 5", "0l 1 50"),
    key3: KEY3,
    says: "Key 1 gives a number that does not fit 32 bits",
  },
  {
    what: "a key far beyond what a double holds",
    request: line(KEY1, `${"9".repeat(400)} `),
    key3: KEY3,
    says: "does not fit 32 bits",
  },
  {
    what: "control characters in a field",
    request: line("Host: exa", "Host: e\x00\x07\x1b[31mxa"),
    key3: KEY3,
    says: "Host",
    shows: ["A line of the head holds a control character"],
  },
  {
    what: "control characters in a key",
    request: line("46546", "465\x0046"),
    key3: KEY3,
    says: "must answer",
    shows: ["A line of the head holds a control character"],
  },
  {
    what: "characters that replaced bytes",
    request: line("46546", "465\ufffd46"),
    key3: KEY3,
    says: "must answer",
    shows: ["The paste replaced bytes that it could not show"],
  },
  {
    what: "bytes that are no UTF-8, as hex",
    request: hexOf(line("/demo", "/d\xe9mo") + KEY3_TEXT),
    says: "holds a byte that must be escaped",
    readAs: ["hex", "CRLF", "hixie-76 (hybi-00)"],
    shows: ["A line of the head is not UTF-8"],
  },
  {
    what: "a request of RFC 6455",
    request:
      "GET /chat HTTP/1.1\nHost: server.example.com\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nOrigin: http://example.com\nSec-WebSocket-Version: 13\n\n",
    says: "RFC 6455",
    readAs: ["RFC 6455"],
    isOther: true,
  },
  ...laterRequests(),
  {
    what: "a request of hixie-75",
    request:
      "GET /demo HTTP/1.1\nUpgrade: WebSocket\nConnection: Upgrade\nHost: example.com\nOrigin: http://example.com\n\n",
    says: "hixie-75",
    readAs: ["hixie-75"],
    isOther: true,
  },
  {
    what: "a request that asks for no WebSocket",
    request: "GET / HTTP/1.1\nHost: example.com\n\n",
    says: "an ordinary HTTP request",
    readAs: ["plain HTTP"],
  },
  {
    what: "an answer alone",
    request:
      "HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\n\n",
    says: "an answer without the request it belongs to",
    nothing: true,
  },
  {
    what: "an answer alone that no request could make right",
    request: "HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\n\n",
    says: "There is no Connection field",
    nothing: true,
  },
  {
    what: "a TLS hello, as hex",
    request: "16 03 01 02 00 01 00 01 fc 03 03",
    says: "A TLS handshake came to a port that speaks plain text",
    readAs: ["hex", "unknown"],
  },
  {
    what: "prose",
    request: "My socket does not open. Please help!",
    says: "The first line is no request line",
    readAs: ["text", "unknown"],
  },
  {
    what: "names that objects have in JavaScript",
    request:
      "GET /__proto__ HTTP/1.1\n__proto__: constructor\nconstructor: x\nhasOwnProperty: 1\n\n",
    says: "an ordinary HTTP request",
    shows: ["__proto__, constructor, hasOwnProperty"],
  },
];

for (const one of CASES) {
  const { what, request, key3 = "", says: sentence, readAs = [], shows = [], nothing } = one;
  test(`says what is wrong with ${what}, and keeps it`, async ({ page }) => {
    await open(page);
    await give(page, request, key3);
    await expect(verdict(page)).toContainText(sentence);
    const status = page.getByRole("list", { name: "Read as", exact: true });
    for (const chip of readAs) {
      await expect(status.getByText(chip, { exact: true })).toBeVisible();
    }
    for (const text of shows) await expect(page.getByText(text).first()).toBeAttached();
    if (nothing) await expect(page.getByRole("slider")).toHaveCount(0);
    else await everyStepCanBeOpened(page);
    await isKept(page, one);

    await page.reload();
    await ready(page);
    await expect(verdict(page)).toContainText(sentence);
    await isKept(page, one);
  });
}

function hexOf(text: string): string {
  const bytes = Buffer.from(text.replaceAll("\n", "\r\n"), "latin1");
  return bytes.toString("hex").replace(/../g, "$& ").trimEnd();
}

/** Into the boxes, without a clipboard that might mend it. */
async function give(page: Page, request: string, key3: string): Promise<void> {
  // In this order: key3 goes with the request that it belonged to.
  await requestBox(page).fill("");
  await requestBox(page).fill(request);
  if (key3 !== "") await key3Field(page).fill(key3);
  await expect.poll(async () => (await linkedState(page)).input).toMatchObject({ request, key3 });
}

async function isKept(
  page: Page,
  { request, key3 = "", isOther }: Pick<Bad, "request" | "key3" | "isOther">,
): Promise<void> {
  await expect(requestBox(page)).toHaveValue(request);
  // Other generations have no such bytes.
  if (isOther) await expect(key3Field(page)).toHaveCount(0);
  else await expect(key3Field(page)).toHaveValue(key3);
}

async function everyStepCanBeOpened(page: Page): Promise<void> {
  const slider = page.getByRole("slider", { name: "Step", exact: true });
  const count = Number(await slider.getAttribute("max"));
  for (let step = count; step >= 1; step--) {
    await slider.fill(`${step}`);
    await expect(page.getByText(`Step ${step} of ${count}`, { exact: true })).toBeVisible();
    const said = page.locator(".picture, .stopped-note");
    expect((await said.allInnerTexts()).join("").trim(), `step ${step}`).not.toBe("");
  }
}

test("counts the bytes of key3 while they are typed", async ({ page }) => {
  await open(page);
  for (let count = 1; count <= 9; count++) {
    await key3Field(page).fill(`${KEY3}5e`.slice(0, 2 * count));
    const status = page.getByRole("list", { name: "Read as", exact: true });
    if (count < 8) {
      await expect(verdict(page)).toContainText(
        `${count} byte${count === 1 ? "" : "s"} instead of eight`,
      );
      await expect(status).toContainText(`key3: ${count} of 8 bytes`);
      await expect(page.getByText(`${count} of 8 bytes so far.`)).toBeVisible();
    } else {
      await expect(verdict(page)).toContainText("must answer with these 223 bytes");
      await expect(status).toContainText(count === 8 ? "key3: 8 of 8 bytes" : "1 byte more");
    }
  }
});

test("markup in a request is shown as the text it is", async ({ page }) => {
  const script = '<script>document.title="broken"</script>';
  const image = "<img src=x onerror=\"document.title='broken'\">";
  const request = DRAFT.replace("/demo", `/${script}`)
    .replace("Host: example.com", `Host: ${image}`)
    .replace("sample", `sample">'${image}`)
    .replace("Origin: http://example.com", `Origin: http://x${script}\nX-Evil: {{7*7}}\${7*7}`);
  await open(page);
  const before = await page.locator("script, img, iframe").count();
  await give(page, request, KEY3);
  await expect(verdict(page)).toContainText("Host");
  await everyStepCanBeOpened(page);
  await expect(page.locator(".parts")).toContainText(image);
  await page.reload();
  await ready(page);
  await expect(page).not.toHaveTitle(/broken/);
  await expect(page.locator("script, img, iframe")).toHaveCount(before);
  await isKept(page, { request, key3: KEY3 });
});

test("half a character is read as what stands for it, and the rest is read", async ({ page }) => {
  await open(page);
  await requestBox(page).evaluate(
    (box, text) => {
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
      set?.call(box, text.replace("#", String.fromCharCode(0xd83d)));
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },
    line("Origin: http", "Origin: #http"),
  );
  await expect(verdict(page)).toContainText("must answer with these");
  await unfold(page, "Bytes");
  const hex = await shownHex(page, "request");
  expect(Buffer.from(hex, "hex").toString()).toContain("Origin: \ufffdhttp://example.com\r\n");
  await everyStepCanBeOpened(page);
});

test("a line of a hundred thousand characters is read to its end", async ({ page }) => {
  await open(page);
  await pasteInto(
    page,
    requestBox(page),
    line("Host: ", `Host: ${"a".repeat(100_000)}`) + KEY3_TEXT,
  );
  await expect(verdict(page)).toContainText("must answer with these 100223 bytes");
  await expect(page.getByText(/^The first 65,536 of 100,\d+ characters are shown/)).toBeVisible();
  await everyStepCanBeOpened(page);
});

test("a file whose bytes are no text is opened byte by byte", async ({ page }) => {
  const bytes = Buffer.concat([
    Buffer.from(DRAFT.replaceAll("\n", "\r\n").replace("/demo", "/d\xe9mo"), "latin1"),
    Buffer.from("00ff0a0d80c3285c", "hex"),
  ]);
  await open(page);
  await page
    .getByLabel("A file with a handshake")
    .setInputFiles({ name: "request.bin", mimeType: "application/octet-stream", buffer: bytes });
  await expect(page.locator("#announcer")).toContainText("Opened request.bin");
  await expect(verdict(page)).toContainText("holds a byte that must be escaped");
  await unfold(page, "Bytes");
  await expect.poll(() => shownHex(page, "request")).toBe(bytes.toString("hex"));
});

test("an empty file changes nothing, and is called empty", async ({ page }) => {
  await open(page);
  await page
    .getByLabel("A file with a handshake")
    .setInputFiles({ name: "empty.bin", mimeType: "text/plain", buffer: Buffer.alloc(0) });
  await expect(page.locator("#announcer")).toContainText("empty.bin is empty");
  await expect(verdict(page)).toContainText("must answer");
});

for (const [name, hex, says] of [
  ["screen.png", "89504e470d0a1a0a", "screen.png is a picture"],
  ["trace.pcap.gz", "1f8b080000000000", "trace.pcap.gz is packed: unpack it"],
  [
    "empty.pcap",
    "d4c3b2a102000400000000000000000000000400 01000000",
    "empty.pcap is a pcap capture without a handshake in it. The capture has 0 packets",
  ],
] as const) {
  test(`${name} has no handshake in it: it is called what it is, and changes nothing`, async ({
    page,
  }) => {
    await open(page);
    const buffer = Buffer.from(hex.replaceAll(" ", ""), "hex");
    await page
      .getByLabel("A file with a handshake")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await expect(page.locator("#announcer")).toContainText(says);
    await expect(verdict(page)).toContainText("must answer");
  });
}

test("a damaged link opens with what could be read, and says so", async ({ page }) => {
  const links: readonly (readonly [fragment: string, problem: RegExp])[] = [
    ["#z=AAAA", /damaged or was cut off: .* The draft’s own example is shown instead/],
    ["#request=GET%20/%E9%20HTTP/1.1%0A%0A", /Some characters behind request= are damaged/],
    ["#example=no-such", /no example “no-such”/],
    ["#mistakes=little-endian,no-such", /no mistake “no-such”/],
    ["#step=nowhere&round=65&select=here", /step|round|select/],
  ];
  for (const [fragment, problem] of links) {
    await page.goto("about:blank");
    await open(page, fragment);
    await expect(page.getByRole("alert")).toContainText(problem);
    await expect(verdict(page).getByRole("status")).not.toBeEmpty();
    await expect(requestBox(page)).toBeVisible();
  }
});

test("a selection beyond the last byte selects nothing", async ({ page }) => {
  await open(page, "#select=0xffff-0xfffff");
  await unfold(page, "Bytes");
  await expect(says(page, "request")).not.toContainText("selected");
  await open(page, "#select=response:0xd0-0xfffff");
  await expect(says(page, "response")).toContainText("15 bytes selected, 0xD0 to 0xDE");
});

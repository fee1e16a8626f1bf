import { describe, expect, test } from "vitest";
import { extensionExchange, rfcRequest } from "../../../../src/core/diagnosis/rfc-example.ts";
import { codes, found, marks } from "../found.ts";

const DEFLATE = "permessage-deflate; client_max_window_bits";

describe("extensions", () => {
  test.each<[string, string | null, string, string[]]>([
    ["as offered", DEFLATE, "permessage-deflate", []],
    ["a quoted number", DEFLATE, 'permessage-deflate; client_max_window_bits="12"', []],
    [
      "the second offer",
      "permessage-deflate; server_max_window_bits=10, permessage-deflate",
      "permessage-deflate; server_max_window_bits=15",
      [],
    ],
    ["none offered", null, "permessage-deflate", ["extension-not-offered"]],
    ["another", DEFLATE, "x-webkit-deflate-frame", ["extension-not-offered"]],
    ["in another case", DEFLATE, "Permessage-Deflate", ["extension-not-offered"]],
    ["twice", DEFLATE, "permessage-deflate, permessage-deflate", ["extension-repeated"]],
    ["unknown parameter", DEFLATE, "permessage-deflate; x=1", ["deflate-parameter-unknown"]],
    [
      "a parameter twice",
      DEFLATE,
      "permessage-deflate; server_max_window_bits=9; server_max_window_bits=9",
      ["deflate-parameter-repeated"],
    ],
    ...["7", "16", "08", "+8", "1e1"].map((bits): [string, string, string, string[]] => [
      `${bits} bits`,
      DEFLATE,
      `permessage-deflate; server_max_window_bits=${bits}`,
      ["deflate-parameter-value"],
    ]),
    [
      "no number in an answer",
      DEFLATE,
      "permessage-deflate; client_max_window_bits",
      ["deflate-parameter-value"],
    ],
    [
      "a value where none belongs",
      DEFLATE,
      "permessage-deflate; server_no_context_takeover=1",
      ["deflate-parameter-value"],
    ],
    [
      "the client's window unasked",
      "permessage-deflate",
      "permessage-deflate; client_max_window_bits=9",
      ["deflate-parameter-not-offered"],
    ],
    [
      "a larger window than offered",
      "permessage-deflate; client_max_window_bits=9",
      "permessage-deflate; client_max_window_bits=10",
      ["deflate-parameter-not-accepted"],
    ],
    [
      "a takeover that was declined",
      "permessage-deflate; server_no_context_takeover",
      "permessage-deflate",
      ["deflate-parameter-not-accepted"],
    ],
    ["an empty element", DEFLATE, "permessage-deflate,", ["extensions-malformed"]],
    ["nothing", DEFLATE, "", ["extensions-malformed", "empty-response-header"]],
    ["an open quote", DEFLATE, 'permessage-deflate; a="b', ["extensions-malformed"]],
  ])("%s", (_, offer, answer, expected) => {
    const exchange = extensionExchange(offer, answer);
    expect(codes(exchange)).toEqual(expected);
    const isAgreed = found(exchange, "extension-agreed").length > 0;
    expect(isAgreed).toBe(expected.length === 0);
  });

  test("the byte where the grammar breaks is marked", () => {
    expect(marks(extensionExchange(DEFLATE, "a; b=c d"), "extensions-malformed")).toEqual(["d"]);
    expect(marks(extensionExchange("a b", ""), "extensions-malformed")).toContain("b");
  });

  test("an offer that must be declined is a warning", () => {
    const offer = rfcRequest((text) =>
      text.replace(
        /\r\n$/,
        "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits\r\n\r\n",
      ),
    );
    expect(found(offer, "deflate-parameter-value")[0]).toMatchObject({
      level: "warning",
      in: "request",
    });
  });

  test("without the request only what nobody may be told is an error", () => {
    const { request: _, ...alone } = extensionExchange(DEFLATE, "permessage-deflate; x");
    expect(codes(alone)).toEqual(["deflate-parameter-unknown"]);
    const { request: __, ...other } = extensionExchange(null, "permessage-deflate");
    expect(codes(other)).toEqual([]);
  });

  test("says what was agreed on", () => {
    const [finding] = found(
      extensionExchange(DEFLATE, "permessage-deflate; client_max_window_bits=9"),
      "extension-agreed",
    );
    expect(finding?.why).toContain("The client compresses with a window of 2^9 bytes");
  });
});

test("a value may go on on another line", () => {
  const folded = "permessage-deflate;\r\n\tserver_no_context_takeover";
  const exchange = extensionExchange(DEFLATE, folded);
  expect(codes(exchange)).toEqual(["header-without-colon"]);
  expect(found(exchange, "extension-agreed").length).toBe(1);
});

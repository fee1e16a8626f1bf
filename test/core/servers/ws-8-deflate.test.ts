import { describe, expect, test } from "vitest";
import { agreeOnDeflate } from "../../../src/core/servers/ws-8-deflate.ts";

/** All of them seen at ws 8.23.0. */
describe("permessage-deflate", () => {
  test.each([
    ["permessage-deflate", "permessage-deflate"],
    ["permessage-deflate; client_max_window_bits", "permessage-deflate"],
    [
      "permessage-deflate; server_max_window_bits=010;client_max_window_bits=9",
      "permessage-deflate; server_max_window_bits=10; client_max_window_bits=9",
    ],
    [
      'permessage-deflate ;server_max_window_bits="1\\5" , x',
      "permessage-deflate; server_max_window_bits=15",
    ],
    [
      "permessage-deflate; client_no_context_takeover, permessage-deflate",
      "permessage-deflate; client_no_context_takeover",
    ],
    ["PERMESSAGE-DEFLATE", ""],
    ['x; y="z"; y, w', ""],
  ])("%j is answered with %j", (value, answer) => {
    expect(agreeOnDeflate(value)).toBe(answer);
  });

  test.each([
    "",
    "permessage-deflate; x",
    "permessage-deflate; server_max_window_bits",
    "permessage-deflate; server_max_window_bits=7",
    "permessage-deflate; client_max_window_bits=16",
    "permessage-deflate; client_max_window_bits=8.5",
    "permessage-deflate; server_no_context_takeover=true",
    "permessage-deflate; server_max_window_bits=9; server_max_window_bits=9",
    "permessage-deflate, permessage-deflate; x",
    "x; y = z",
    'x; y=""',
    'x; y="z',
    'x; y="a b"',
    "x;",
    "a, , b",
    "a b",
  ])("%j is refused", (value) => {
    expect(agreeOnDeflate(value)).toBe(null);
  });
});

import { describe, expect, it } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { traceHixie75 } from "../../../src/core/trace/hixie75.ts";
import { hixie75Provenance } from "../../../src/core/trace/hixie75-provenance.ts";
import type { ResponseStep } from "../../../src/core/trace/hixie75-step.ts";

const REQUEST =
  "GET /demo HTTP/1.1\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nHost: example.com\r\nOrigin: http://a.example\r\n\r\n";

const steps = [...traceHixie75(latin1(REQUEST))];
const { related } = hixie75Provenance(steps);
const response = fromLatin1((steps[2] as ResponseStep).response as Uint8Array);

describe("pointing, in draft 75", () => {
  it("at a byte of the path lights the same byte of the location", () => {
    const lit = related([`request:${REQUEST.indexOf("/demo") + 2}`]);
    expect(lit).toContain(`response:${response.indexOf("/demo") + 2}`);
    expect(lit).not.toContain(`response:${response.indexOf("/demo") + 3}`);
  });

  it("at a byte of the origin in the answer lights where it came from, and the code", () => {
    const lit = related([`response:${response.indexOf("http://a.example")}`]);
    expect(lit).toContain(`request:${REQUEST.indexOf("http://a.example")}`);
    expect(lit).toContain("code:responseFields");
    expect(lit).not.toContain("code:location");
  });
});

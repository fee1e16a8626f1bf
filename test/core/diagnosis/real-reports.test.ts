/** Handshakes as people posted them: pasted, read and diagnosed, against the cause that was found in the end. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { latin1 } from "../../../src/core/bytes/ascii.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { explainMessage } from "../../../src/core/diagnosis/explain-message.ts";
import type { Finding } from "../../../src/core/diagnosis/finding.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";

interface Report {
  readonly id: string;
  readonly protocol: string;
  readonly request_text: string | null;
  readonly response_text: string | null;
  readonly expected_any_of: readonly string[];
}

const FIXTURE = join(import.meta.dirname, "../../fixtures/real-reports.json");
const reports: Report[] = JSON.parse(readFileSync(FIXTURE, "utf8"));

const report = (id: string): Report => reports.find((one) => one.id === id) as Report;

function findings({ request_text, response_text }: Report): Finding[] {
  const text = [request_text, response_text].filter((part) => part !== null).join("\n\n");
  return readPaste(text).flatMap((conversation) => diagnose(conversation).findings);
}

const codes = (found: Finding[]): string[] => found.map(({ code }) => code);
const errors = (found: Finding[]): string[] =>
  codes(found.filter(({ level }) => level === "error"));

describe("reports of hixie-76 whose bytes tell", () => {
  test.each(["java-websocket-87", "socketio-21", "faye-websocket-node-4"])("%s", (id) => {
    const found = findings(report(id));
    expect(report(id).expected_any_of.some((code) => codes(found).includes(code))).toBe(true);
    // All three were damaged in the pasting: none of this can be held against anybody.
    expect(errors(found)).toEqual([]);
  });

  test("faye-websocket-node-4: the digest without the eight bytes, from the six that survived", () => {
    const found = findings(report("faye-websocket-node-4"));
    const finding = found.find(({ code }) => code === "digest-without-body");
    expect(finding).toMatchObject({ level: "warning", in: "response" });
    expect(finding?.why).toContain("paste");
  });
});

describe("reports whose cause is not in what was posted", () => {
  test("aleph-13: nothing is wrong with the request, and the answer that followed is found out", () => {
    const [conversation] = readPaste(report("aleph-13-fail").request_text as string);
    expect(conversation).toBeDefined();
    expect(errors(findings(report("aleph-13-fail")))).toEqual([]);
    const request = latin1(
      "GET /?a=b&c=d HTTP/1.1\r\nConnection: Upgrade\r\nHost: 127.0.0.1:8080\r\nOrigin: null\r\nSec-WebSocket-Key1: 23/2 6  1  6 3J 6  9 0\r\nSec-WebSocket-Key2: L2wg  11    27]  0 WM572[ 0\r\nUpgrade: WebSocket\r\n\r\n\x83\x5e\x6e\x7d\x2d\x7a\x67\xba",
    );
    const response = latin1(
      "HTTP/1.1 101 WebSocket Protocol Handshake\r\nUpgrade: WebSocket\r\nConnection: close\r\nSec-WebSocket-Origin: null\r\nSec-WebSocket-Location: ws://127.0.0.1:8080/?a=b&c=d\r\n\r\n\xdb\xdc\x36\x22\x0f\x9d\x51\xa4\x02\xba\xfe\x27\xbd\xfd\x74\xa3",
    );
    const told = diagnose({ request, response, format: "rebuilt", exact: true, lost: [] });
    expect(errors([...told.findings])).toEqual(report("aleph-13-fail").expected_any_of);
  });

  test("unfiltered-100: a console message alone", () => {
    const [first] = explainMessage(
      "Error during WebSocket handshake: location mismatch: wss://host:8080/ != ws://host:8080",
    );
    expect(report("unfiltered-100").expected_any_of).toContain(first?.codes[0]);
  });
});

describe("reports of other versions, with a cause that all versions share", () => {
  test.each([
    "socketio-client-120",
    "em-websocket-71-fail",
    "ratchet-49",
    "passenger-2",
    "qlue-ui-73",
  ])("%s", (id) => {
    const found = codes(findings(report(id)));
    expect(report(id).expected_any_of.some((code) => found.includes(code))).toBe(true);
  });
});

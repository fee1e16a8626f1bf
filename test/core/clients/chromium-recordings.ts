/**
 * Handshakes of Chromium 156 on loopback: `chromium-156-rfc6455.json` made before this project, `chromium-156-answers.json` by
 * `npm run interop -- chromium --write`.
 */
import { readFileSync } from "node:fs";
import { latin1 } from "../../../src/core/bytes/ascii.ts";

export interface RecordedByChromium {
  id: string;
  events: string[];
  console: string[];
  /** Whether the server closed behind its last byte; null when that was not written down. */
  closed: boolean | null;
  /** Whether the page kept its socket open, instead of closing it at once. */
  stays: boolean;
  request: Uint8Array;
  response: Uint8Array;
}

interface GivenRow {
  id: string;
  events: string[];
  console: string[];
  request_hex: string;
  response_hex: string;
}

interface OwnRow {
  id: string;
  events: string[];
  console: string[];
  end: boolean;
  stays?: boolean;
  key: string;
  protocol: string | null;
  response: string;
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8"));
}

const given = json("chromium-156-rfc6455.json") as { cases: GivenRow[] };
const own = json("chromium-156-answers.json") as { request: string; cases: OwnRow[] };

export const GIVEN: RecordedByChromium[] = given.cases.map(
  ({ id, events, console, request_hex, response_hex }) => ({
    id,
    events,
    console,
    closed: null,
    stays: false,
    request: new Uint8Array(Buffer.from(request_hex, "hex")),
    response: new Uint8Array(Buffer.from(response_hex, "hex")),
  }),
);

export const OWN: RecordedByChromium[] = own.cases.map(
  ({ id, events, console, end, stays = false, key, protocol, response }) => {
    const asked = protocol === null ? "" : `Sec-WebSocket-Protocol: ${protocol}\r\n`;
    const request = own.request.replace("{id}", id).replace("{key}", key);
    return {
      id,
      events,
      console,
      closed: end,
      stays,
      request: latin1(request.replace(/\r\n$/, `${asked}\r\n`)),
      // `{y*250000}` stands for so many of that letter.
      response: latin1(
        response.replace(/\{([a-z])\*(\d+)\}/g, (_, letter: string, count: string) =>
          letter.repeat(Number(count)),
        ),
      ),
    };
  },
);

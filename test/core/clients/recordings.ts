/**
 * Handshakes of PhantomJS 1.9.8 on loopback: `webkit-534-hixie76.json` made before this project, `webkit-534-answers.json` by
 * `npm run interop -- webkit --write`.
 */
import { readFileSync } from "node:fs";

export interface Recorded {
  id: string;
  events: string[];
  console: string[];
  /** Whether the server closed behind its last byte. */
  closed: boolean;
  request: Uint8Array;
  response: Uint8Array;
}

interface Row extends Omit<Recorded, "request" | "response" | "closed"> {
  end?: boolean;
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8"));
}

function bytes(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, "hex"));
}

const givenRows = json("webkit-534-hixie76.json") as {
  cases: (Row & { request_hex: string; response_hex: string })[];
};
const ownRows = json("webkit-534-answers.json") as (Row & { request: string; response: string })[];

export const GIVEN: Recorded[] = givenRows.cases.map(
  ({ id, events, console, request_hex, response_hex }) => ({
    id,
    events,
    console,
    closed: false,
    request: bytes(request_hex),
    response: bytes(response_hex),
  }),
);

export const OWN: Recorded[] = ownRows.map(({ id, events, console, end, request, response }) => ({
  id,
  events,
  console,
  closed: end ?? false,
  request: bytes(request),
  response: bytes(response),
}));

export function recorded(id: string): Recorded {
  const found = [...GIVEN, ...OWN].find((one) => one.id === id);
  if (!found) throw new Error(`no recording is called ${id}`);
  return found;
}

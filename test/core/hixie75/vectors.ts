import { readFileSync } from "node:fs";

interface Vector {
  id: string;
  protocol: string;
  request_hex: string | null;
  expected_response_hex: string | null;
}

const all: Vector[] = JSON.parse(
  readFileSync(new URL("../../fixtures/vectors-hixie76.json", import.meta.url), "utf8"),
);

/** Draft 75's, by id. Not all have both sides. */
export function vector(id: string): { request: Uint8Array; response: Uint8Array } {
  const found = all.find((one) => one.id === id);
  if (!found) throw new Error(`no vector is called ${id}`);
  const bytes = (hex: string | null) => new Uint8Array(Buffer.from(hex ?? "", "hex"));
  return { request: bytes(found.request_hex), response: bytes(found.expected_response_hex) };
}

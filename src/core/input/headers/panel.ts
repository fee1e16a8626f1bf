/**
 * A browser's network panel: rows of names and values, on one line or two, under "Request Headers" and "Response Headers" or under
 * nothing at all. Old WebKit shows key3 and the digest as rows of hex, which makes it the best paste there is.
 */
import { fromHex } from "../../bytes/hex.ts";
import type { Loss } from "../conversation.ts";
import { type Draft, finish } from "../finish.ts";
import type { Choice, Format } from "../format.ts";
import type { Line } from "../text/lines.ts";
import type { Side } from "../text/message-text.ts";
import { draftOf, type HeaderField, type HeaderList, readAddress } from "./header-list.ts";
import { type PanelRow, readRows } from "./panel-rows.ts";

export const panel: Format = {
  id: "panel",
  name: "browser panel",
  detect: ({ text }) => /websocket|upgrade|wss?:\/\//i.test(text),
  read: ({ lines }, choice) => {
    const draft = draftOfRows(lines, choice);
    return draft ? [finish(draft, panel.name, choice)] : [];
  },
};

const REBUILT: Omit<Loss, "in"> = {
  what: "headers-reordered",
  at: null,
  note: "A panel shows headers, not bytes: their order, their spaces and the line ends are put together again.",
};

/** The messages that rows make, or null when there are none of a handshake. */
export function draftOfRows(lines: readonly Line[], choice: Choice): Draft | null {
  const rows = readRows(lines, choice.side);
  const isHandshake = rows.some(
    ({ name, value }) =>
      /websocket/i.test(name) || (/^upgrade$/i.test(name) && /^[^:]*websocket[^:]*$/i.test(value)),
  );
  const isNamed = rows.some(({ name, value }) => name === "request url" && /^wss?:/i.test(value));
  if (!isHandshake && !isNamed && !isUndressed(rows)) return null;
  const response = listOf(rows, "response");
  // An address of ws: is one of a handshake, whose fields are not in the paste: they are not missing.
  const isBare = !isHandshake && rows.every(({ isPanel, side }) => isPanel || side === "response");
  const request = response && isBare ? null : listOf(rows, "request");
  if (!request && !response) return null;
  return {
    ...(request && { request: draftOf(request, choice) }),
    ...(response && { response: draftOf(response, choice) }),
  };
}

const FEWEST = 4;

/** Whether the rows are those of a request that lost its Upgrade, and nothing else of a handshake, on the way. */
function isUndressed(rows: readonly PanelRow[]): boolean {
  const fields = rows.filter(({ isPanel }) => !isPanel);
  const isAsked = fields.some(
    ({ name, value }) => /^connection$/i.test(name) && /\bupgrade\b/i.test(value),
  );
  return isAsked && fields.length >= FEWEST && fields.some(({ name }) => /^host$/i.test(name));
}

function listOf(rows: readonly PanelRow[], side: Side): HeaderList | null {
  const value = (name: string) => rows.find((row) => row.name === name)?.value.trim();
  const fields = rows.filter((row) => row.side === side && !row.isPanel);
  const special = rows.find(
    (row) => row.name === (side === "request" ? "(key3)" : "(challenge response)"),
  );
  const status = value("status code") ?? value("status");
  const scheme = value("scheme");
  const parts = scheme && `${scheme}://${value("host")}${value("filename") ?? ""}`;
  const address = readAddress(value("request url") ?? value("url") ?? parts ?? "");
  const isRefused = status !== undefined && /^(?!101)[1-5]\d\d\b/.test(status);
  const isThere =
    fields.length > 0 ||
    (side === "request" ? address !== null : special !== undefined || isRefused);
  if (!isThere) return null;
  const lost: Omit<Loss, "in">[] = [{ ...REBUILT, at: fields[0]?.at ?? null }];
  const provisional = rows.find(({ name }) => name === "provisional");
  if (provisional && side === "request") {
    const note =
      "Provisional headers are what the browser meant to send: it never learnt what was sent, if anything was.";
    lost.push({ what: "cut", at: provisional.at, note });
  }
  const { body, loss } = bodyOf(special, side);
  if (loss) lost.push(loss);
  const common = { side, body, lost };
  if (side === "response") {
    if (fields.length === 0 && isRefused) {
      const note =
        "The panel's summary has the status alone: the fields of the answer may tell more.";
      lost.push({ what: "cut", at: null, note });
    }
    const code = status && /^\d{3}/.test(status) ? `HTTP/1.1 ${status}` : null;
    return { ...common, startLine: code, fields };
  }
  if (!address) return { ...common, startLine: null, fields };
  const method = value("request method") ?? "GET";
  const note = "The request line was put together from the address.";
  lost.push({ what: "start-line", at: rows.find((row) => row.isPanel)?.at ?? null, note });
  const hasHost = fields.some(({ name }) => name.toLowerCase() === "host");
  const host: HeaderField[] = hasHost ? [] : [{ name: "Host", value: address.host, at: null }];
  return {
    ...common,
    startLine: `${method} ${address.target} HTTP/1.1`,
    fields: [...host, ...fields],
  };
}

/** The bytes of a `(Key3)` or `(Challenge Response)` row; zeros are what newer connections show in it. */
function bodyOf(
  row: PanelRow | undefined,
  side: Side,
): { readonly body: Uint8Array | null; readonly loss: Omit<Loss, "in"> | null } {
  const bytes = row ? fromHex(row.value) : null;
  if (!row || !bytes) return { body: null, loss: null };
  if (!bytes.every((byte) => byte === 0)) return { body: bytes, loss: null };
  const name = side === "request" ? "(Key3)" : "(Challenge Response)";
  const note = `Nothing but zeros in ${name}: the panel of that browser shows them when it has no such bytes.`;
  return { body: null, loss: { what: "replaced-bytes", at: row.at, note } };
}

/** The rows of a browser's panel: what is a name, what its value, and which message they belong to. */

import type { Line } from "../text/lines.ts";
import type { Side } from "../text/message-text.ts";
import { sideOfName } from "./known-names.ts";

export interface PanelRow {
  /** As shown; in lower case when it is the panel's own. */
  readonly name: string;
  readonly value: string;
  readonly side: Side;
  /** Whether the panel made it: an address, a method, a status. */
  readonly isPanel: boolean;
  readonly at: number;
}

/** Names that panels give to what is no header field. */
const PANEL = new Set([
  "request url",
  "request method",
  "status code",
  "status",
  "url",
  "remote address",
  "referrer policy",
  "version",
  "transferred",
  "scheme",
  "filename",
  "address",
  "request priority",
  "dns resolution",
  "source",
  "initiator",
  "(key3)",
  "(challenge response)",
]);
const HEADING =
  /^\W*(general|summary|request ?headers?|response ?headers?|query string(?: parameters)?|form data|request payload|cookies|timings?|request|response)(?:\s*\([^)]*\))?(?:\s*view (?:source|parsed|raw|decoded|url encoded)\w*)*(?:\s*raw)?\s*:?\s*$/i;
const ROW = /^\s*(\([A-Za-z0-9 ]{1,40}\)|:?[A-Za-z][A-Za-z0-9 _-]{0,60}?)\s*:(.*)$/;
/** Cells of a table. */
const TABBED = /^\s*([A-Za-z][A-Za-z0-9 -]{0,60}?):?\t+(\S.*)$/;
const PROVISIONAL = /provisional headers are shown/i;
const LONGEST = 65536;

type Section = Side | "general" | "other" | null;

interface Pair {
  readonly name: string;
  readonly value: string;
  readonly at: number;
  /** How many lines it takes. */
  readonly lines: number;
}

type Unplaced = Omit<PanelRow, "side"> & { readonly side: Side | null };

/** `side`: of rows that could be of either message, when nothing says which. */
export function readRows(lines: readonly Line[], side: Side | undefined): PanelRow[] {
  const rows: Unplaced[] = [];
  let section: Section = null;
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] as Line;
    i += 1;
    const text = line.text.length > LONGEST ? "" : line.text;
    const heading = headingOf(text);
    if (heading) {
      section = sectionOf(heading);
    } else if (PROVISIONAL.test(text)) {
      rows.push({ name: "provisional", value: "", side: "request", isPanel: true, at: line.at });
    } else if (section !== "other") {
      const pair = readPair({ ...line, text }, lines[i], section !== null);
      if (!pair) continue;
      i += pair.lines - 1;
      // Firefox takes an address apart: its scheme, its host, its path.
      const isOfAddress = pair.name === "host" && rows.at(-1)?.name === "scheme";
      const isPanel = isOfAddress || isPanelName(pair.name, section);
      const known =
        section === "request" || section === "response" ? section : definiteSide(pair.name);
      const name = isPanel ? pair.name.toLowerCase() : pair.name;
      rows.push({
        name,
        value: pair.value,
        at: pair.at,
        isPanel,
        side: isPanel ? "request" : known,
      });
    }
  }
  return placeRows(rows, side);
}

const LONGEST_HEADING = 200;

function headingOf(text: string): string | null {
  const heading = text.length > LONGEST_HEADING ? null : HEADING.exec(text);
  return heading ? (heading[1] as string).toLowerCase() : null;
}

function sectionOf(heading: string): Section {
  if (heading.startsWith("request") && !heading.includes("payload")) return "request";
  if (heading.startsWith("response")) return "response";
  return heading === "general" || heading === "summary" ? "general" : "other";
}

function isPanelName(name: string, section: Section): boolean {
  const lower = name.toLowerCase();
  if (!PANEL.has(lower)) return false;
  // "Status" and "Version" are header fields, too, where headers stand.
  return (
    lower.includes(" ") ||
    lower.startsWith("(") ||
    (section !== "request" && section !== "response")
  );
}

function definiteSide(name: string): Side | null {
  const side = sideOfName(name);
  return side === "either" ? null : side;
}

/** A name that may be of either message is of the one that its neighbours are of, until it comes a second time. */
function placeRows(rows: readonly Unplaced[], chosen: Side | undefined): PanelRow[] {
  const definite = rows.filter((row) => !row.isPanel && row.side !== null).map((row) => row.side);
  const hasBoth = definite.includes("request") && definite.includes("response");
  const seen = { request: new Set<string>(), response: new Set<string>() };
  let current: Side = definite[0] ?? chosen ?? "request";
  return rows.map((row) => {
    if (row.isPanel) return { ...row, side: "request" };
    const name = row.name.toLowerCase();
    const other = current === "request" ? "response" : "request";
    if (row.side) current = row.side;
    else if (hasBoth && seen[current].has(name) && !seen[other].has(name)) current = other;
    seen[current].add(name);
    return { ...row, side: current };
  });
}

const INNER =
  /(?:^|[\s\]|>(])((?:sec-)?websocket-[a-z0-9-]+|upgrade|connection|host|origin|user-agent|cookie)\s*:(.*)$/i;

/** Whether words go on behind the name as no value of it does: then somebody speaks of the field. */
function isProse(name: string, value: string): boolean {
  return /^sec-websocket-(?!key[12]$)/i.test(name) && /\w +[\w'’]+ +\w/.test(value);
}

/** A name and its value, on this line or on this and the next; null when the line is something else. */
function readPair(line: Line, next: Line | undefined, isInSection: boolean): Pair | null {
  const row = ROW.exec(line.text);
  if (row) {
    const [, name = "", value = ""] = row;
    if (isName(name, isInSection)) {
      const isAlone = value.trim() === "" && next && next.text.trim() !== "" && !isRow(next.text);
      if (isAlone) return { name, value: next.text.trim(), at: line.at, lines: 2 };
      return { name, value: value.replace(/^ /, ""), at: line.at, lines: 1 };
    }
    // A log puts its own words before the name.
    const inner = INNER.exec(line.text);
    if (!inner || isProse(inner[1] as string, inner[2] as string)) return null;
    const at = line.at + line.text.indexOf(inner[1] as string, inner.index);
    return {
      name: inner[1] as string,
      value: (inner[2] as string).replace(/^ /, ""),
      at,
      lines: 1,
    };
  }
  const name = line.text.trim();
  const cells = TABBED.exec(line.text);
  if (cells && isKnown(cells[1] as string))
    return { name: cells[1] as string, value: cells[2] as string, at: line.at, lines: 1 };
  if (!isKnown(name) || !next || next.text.trim() === "" || headingOf(next.text) !== null)
    return null;
  return { name, value: next.text.trim(), at: line.at, lines: 2 };
}

/** Whether a line below a name alone is the next row; an address or a host with its port is a value. */
function isRow(text: string): boolean {
  if (headingOf(text) !== null) return true;
  const [, name = "", value = ""] = ROW.exec(text) ?? [];
  if (name === "" || value.startsWith("//")) return false;
  return isKnown(name) || (isName(name, false) && !/^\d{1,5}$/.test(value));
}

function isKnown(name: string): boolean {
  return PANEL.has(name.toLowerCase()) || sideOfName(name) !== null;
}

function isName(name: string, isInSection: boolean): boolean {
  if (isKnown(name)) return true;
  if (/[\s(]/.test(name)) return false;
  return isInSection || /^:?[a-z0-9]+(?:-[a-z0-9]+)+$/i.test(name);
}

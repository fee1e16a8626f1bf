/**
 * A finding is defined by how it is detected, from facts with spans, and by its words, which are made last and only for what was
 * found. Here is also the one rule about damaged pastes: what rests on something that the paste destroyed is never an error, and
 * says so. In `fix`, lines that begin with four spaces are code.
 */
import { fromLatin1 } from "../../bytes/ascii.ts";
import { type Span, slice } from "../../bytes/span.ts";
import type { Conversation, Loss } from "../../input/conversation.ts";
import { isTakenOut } from "../../input/losses/redacted.ts";
import { isByKey } from "../compare/by-key.ts";
import { type Facts, lossOf } from "../facts/facts.ts";
import { textOf } from "../facts/header-words.ts";
import type { Finding, Level, Place } from "../finding.ts";

/** One place where a finding applies. */
export interface Occurrence {
  readonly in: Place;
  readonly span: Span | null;
  /** Why the paste, and not the peer, may have caused this one: a sentence. */
  readonly doubt?: string | null;
}

/** Whose text applies: that of hixie-75 and -76, or RFC 6455's, which goes for the drafts from hybi-04 on as well. */
export type Rules = "hixie" | "by-key";

/** Where it is said: in one text, or in either, each in its own place. */
export type Section = string | { readonly hixie: string; readonly byKey: string };

export interface Definition<O extends Occurrence> {
  /** The name of the file: public, never reused. */
  readonly code: string;
  readonly level: Level | ((occurrence: O, rules: Rules) => Level);
  readonly section: Section | ((occurrence: O) => Section);
  /** Losses of a paste that could have made this up. */
  readonly doubtedBy?: readonly Loss["what"][];
  /** Whether it is certain of a head that has no end, though a paste that is cut leaves it in doubt. */
  readonly isOfOpenHead?: boolean;
  /** All occurrences, in the order in which a peer meets them. */
  detect(facts: Facts): readonly O[];
  title(occurrence: O, rules: Rules): string;
  /** What was seen, with its values, and what was expected: at most 60 words. */
  why(occurrence: O, rules: Rules): string;
  fix(occurrence: O, rules: Rules): string;
}

/** A definition as the catalogue holds it. */
export interface Entry {
  readonly code: string;
  find(facts: Facts): readonly Finding[];
  /** Where all texts say it of what is found there, that of its own rules first. */
  sections(facts: Facts): readonly string[];
}

/** A conversation that shows a finding, or one just short of it. */
export type Example = () => Conversation;

/** What a file of the catalogue exports beside its definition: for the pages about findings, and left out where those are not. */
export interface CatalogueModule {
  readonly default: Entry;
  readonly example: Example;
  readonly counterExample: Example;
  /** Public reports of exactly this. */
  readonly reports?: readonly string[];
  /** What is deliberately left out. */
  readonly notJudged?: string;
}

/** For `detect` to return when there is nothing. */
export const NONE: readonly never[] = [];

export function defineFinding<O extends Occurrence>(definition: Definition<O>): Entry {
  const { code, doubtedBy = NONE, isOfOpenHead = false } = definition;
  return {
    code,
    find(facts) {
      const occurrences = definition.detect(facts);
      if (occurrences.length === 0) return NONE;
      const rules = rulesOf(facts);
      return occurrences.map((occurrence) => {
        const spared = sparedBy(facts, occurrence);
        const doubts = doubtedBy.filter((what) => !spared.includes(what));
        const loss = lossOf(facts.conversation, occurrence.in, doubts);
        const doubt = occurrence.doubt ?? loss?.note ?? null;
        const isOpen = !isOfOpenHead && doubtedBy.includes("cut") && mayGoOn(facts, occurrence);
        return inWords(definition, occurrence, rules, doubt, isOpen);
      });
    },
    sections(facts) {
      const rules = rulesOf(facts);
      return definition
        .detect(facts)
        .flatMap((occurrence) => citations(sectionOf(definition, occurrence), rules));
    },
  };
}

/** Findings of one code that are detected in different ways, and told in different words. */
export function together(first: Entry, ...others: readonly Entry[]): Entry {
  const entries = [first, ...others];
  return {
    code: first.code,
    find(facts) {
      let found: readonly Finding[] = NONE;
      for (const entry of entries) {
        const more = entry.find(facts);
        if (more.length > 0) found = [...found, ...more];
      }
      return found;
    },
    sections: (facts) => entries.flatMap((entry) => entry.sections(facts)),
  };
}

/** What tells no generation is of today: an answer without WebSocket fields, a message that is no HTTP. */
export function rulesOf({ generation }: Pick<Facts, "generation">): Rules {
  return isByKey(generation) || generation === "http" || generation === "unknown"
    ? "by-key"
    : "hixie";
}

function inWords<O extends Occurrence>(
  definition: Definition<O>,
  occurrence: O,
  rules: Rules,
  doubt: string | null,
  isOpen: boolean,
): Finding {
  const { code, level } = definition;
  const asIs = typeof level === "function" ? level(occurrence, rules) : level;
  const doubted = doubt !== null && (asIs === "error" || asIs === "warning");
  const why = definition.why(occurrence, rules);
  const fix = definition.fix(occurrence, rules);
  return {
    code,
    level: doubted || (isOpen && asIs === "error") ? "warning" : asIs,
    in: occurrence.in,
    span: occurrence.span,
    title: definition.title(occurrence, rules),
    why: doubted ? `${why} But the paste may be at fault. ${doubt}` : why,
    fix: doubted ? `Capture the bytes again first, as hex, base64 or a pcap. ${fix}` : fix,
    section: citations(sectionOf(definition, occurrence), rules)[0],
  };
}

/** What may have damaged other fields, but not the value that it is in. */
function sparedBy({ conversation, heads }: Facts, { in: place, span }: Occurrence): Losses {
  if (conversation.exact || span === null) return NONE;
  const message = heads.find((one) => one.in === place);
  const field = message?.head.fields.find(({ line }) => line[0] <= span[0] && span[1] <= line[1]);
  if (!message || !field) return NONE;
  const { bytes } = message;
  const value = slice(bytes, field.value);
  const spared: Loss["what"][] = [];
  if (!isTakenOut(textOf(bytes, field.name), value)) spared.push("redacted");
  if (UNREPLACED.test(fromLatin1(value))) spared.push("replaced-bytes");
  return spared;
}

type Losses = readonly Loss["what"][];

/** Without any sign that tools put for a byte: a dot, a question mark, or one outside ASCII. */
const UNREPLACED = /^[\t -\-/->@-~]*$/;

/** Whether it stands in the last line of a head that has no end, or is missing there: the rest may hold it, as with a paste that is cut. */
function mayGoOn({ heads }: Facts, { in: place, span }: Occurrence): boolean {
  return heads.some(
    ({ in: own, head, bytes }) =>
      own === place && head.end === null && (span === null || span[1] === bytes.length),
  );
}

function sectionOf<O extends Occurrence>({ section }: Definition<O>, occurrence: O): Section {
  return typeof section === "function" ? section(occurrence) : section;
}

function citations(section: Section, rules: Rules): readonly [string, ...string[]] {
  if (typeof section === "string") return [section];
  const { hixie, byKey } = section;
  return rules === "hixie" ? [hixie, byKey] : [byKey, hixie];
}

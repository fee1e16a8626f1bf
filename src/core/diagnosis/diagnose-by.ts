/** From a conversation to what is wrong with it: facts once, every finding of the catalogue asked, the weightiest first. */
import type { Generation } from "../generation.ts";
import type { Conversation, Loss } from "../input/conversation.ts";
import type { Entry } from "./define/define-finding.ts";
import { type Facts, type FactsOptions, lossOf, readFacts, sideOf } from "./facts/facts.ts";
import type { RequestFacts } from "./facts/request-facts.ts";
import { type ResponseFacts, replyIs } from "./facts/response-facts.ts";
import type { Finding, Level } from "./finding.ts";
import type { Suspect } from "./suspect.ts";

export type Verdict = "accept" | "refuse" | "unknown";

export interface Diagnosis {
  readonly generation: Generation | "http" | "unknown";
  /** Errors first, and among them the one that a peer stops at first; then warnings, then what is worth knowing. */
  readonly findings: readonly Finding[];
  /** refuse: something must fail on this evidence; unknown: the evidence does not suffice. */
  readonly verdict: Verdict;
  /** Of an unknown verdict: what is missing to judge it, where no finding says that; a sentence without its full stop. */
  readonly lacks: string | null;
  /** Known mistakes that make exactly the digest that came. */
  readonly suspects: readonly Suspect[];
}

/** Never throws. When it is not known whether the page opened wss, a location that says so is neither right nor wrong. */
export function diagnoseBy(
  catalogue: readonly Entry[],
  conversation: Conversation,
  options: FactsOptions = {},
): Diagnosis {
  const facts = readFacts(conversation, options);
  const findings: Finding[] = [];
  for (const entry of catalogue) {
    const found = entry.find(facts);
    for (const finding of found) findings.push(finding);
  }
  return {
    generation: facts.generation,
    findings: sorted(findings, facts),
    ...verdictOn(findings, facts),
    suspects: facts.suspects,
  };
}

const WEIGHT: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2, good: 3 };

/**
 * By level; then what the server meets before what the client does, unless the server let it pass. Sorting is stable, so findings on
 * the request keep the catalogue's order, but for the reference's own first refusal; those on the response follow the steps of
 * hybi-00 §4.1, or the items of RFC 6455's, that they cite, and why it is no 101 before that it is none.
 */
function sorted(findings: Finding[], { request, response }: Facts): Finding[] {
  const firstRefusal = request?.refusals[0];
  const hasPassed = response?.status === 101;
  const when = ({ code, in: place, section }: Finding): number => {
    if (place === "request") return (code === firstRefusal ? 0 : 1) + (hasPassed ? 60 : 0);
    if (place === "frames") return 99;
    if (!hasPassed && EXPLAIN.includes(code)) return 1;
    return stepOf(section) + (code === "status-not-101" ? 0.5 : 0);
  };
  return findings.sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level] || when(a) - when(b));
}

/** Causes of a refusal that show in what is said with it, whatever sections they cite. */
const EXPLAIN = [
  "plain-to-tls-port",
  "generation-mismatch-old-client",
  "http2-without-extended-connect",
];

/** Of the first step of hybi-00 §4.1 in a section, 28 to 45, or the item of RFC 6455's second list; behind them what cites none. */
function stepOf(section: string): number {
  const step = /§4\.1(?: steps?|, second list, item) (\d+)/.exec(section)?.[1];
  return step === undefined ? 46 : Number(step);
}

type Judged = Pick<Diagnosis, "verdict" | "lacks">;

const ACCEPT: Judged = { verdict: "accept", lacks: null };

function unknown(lacks: string | null = null): Judged {
  return { verdict: "unknown", lacks };
}

function verdictOn(findings: readonly Finding[], facts: Facts): Judged {
  if (findings.some(({ level }) => level === "error")) return { verdict: "refuse", lacks: null };
  const { request, response, conversation } = facts;
  if (!request || !isHandshake(request)) return unknown();
  // A finding of its own says so.
  if (request.numberedKeys && lossOf(conversation, "request", ["key3"])) return unknown();
  // Refused by the reference, but not by a finding: then a damaged paste stands between.
  if (request.refusals.length > 0) {
    return unknown("What the paste lost decides whether a server can answer this");
  }
  return response === null ? ACCEPT : verdictOnAnswer(response, facts);
}

function isHandshake({ generation }: RequestFacts): boolean {
  return generation !== "http" && generation !== "unknown";
}

/** Of an answer with no error: whether all that a client asks for has been seen. */
function verdictOnAnswer(response: ResponseFacts, { accept, conversation }: Facts): Judged {
  if (response.takenAsSecure) {
    return unknown("The answer says wss, and it is not known whether the page opened wss");
  }
  if (accept) {
    if (accept.is === "right") return ACCEPT;
    const gone = accept.span ? "The key" : "Sec-WebSocket-Accept";
    return unknown(`${gone} is not whole in the paste, so nothing is proved`);
  }
  if (!response.comparable) return unknown();
  // What was taken out of the request is not known to be repeated.
  const { origin, location } = response.wanted;
  if (origin === null || location === null) {
    const gone = origin === null ? "Origin" : "Host";
    return unknown(`${gone} is not in the paste, and the answer has to repeat it`);
  }
  if (response.rules === "hixie-76") return replyIs(response) === "right" ? ACCEPT : unknown();
  // Draft 75 asks for no proof, only for fields.
  return conversation.lost.some(isOfFields)
    ? unknown("What the paste lost may be what a client of hixie-75 looks at")
    : ACCEPT;
}

/** Whether a loss may hide that a head is not what it has to be; what all lines of a text have in common is the text's own. */
function isOfFields(loss: Loss): boolean {
  return sideOf(loss) !== "frames" && loss.what !== "line-endings" && loss.what !== "edge-spaces";
}

/** What a page is made of: everything that the catalogue knows of a code, found by running it on its own examples. */
import { length } from "../../core/bytes/span.ts";
import { catalogue } from "../../core/diagnosis/catalogue/index.ts";
import type { CatalogueModule } from "../../core/diagnosis/define/define-finding.ts";
import { diagnose } from "../../core/diagnosis/diagnose.ts";
import { readFacts } from "../../core/diagnosis/facts/facts.ts";
import type { Finding } from "../../core/diagnosis/finding.ts";
import type { Conversation } from "../../core/input/conversation.ts";
import { exampleLink } from "./example-link.ts";
import type { Group, Words } from "./group.ts";
import { GROUPS } from "./groups.ts";

export interface Failure extends Words {
  readonly group: Group;
  readonly example: Conversation;
  /** Its occurrences in the example, at least one. */
  readonly findings: readonly [Finding, ...Finding[]];
  /** Where all texts say it, with "; " between them. */
  readonly sections: string;
  /** What else is found there. */
  readonly others: readonly Finding[];
  /** The fragment that opens the example in the debugger. */
  readonly link: string;
  readonly counterExample: Conversation;
  /** What is found there instead, the weightiest first. */
  readonly counterFindings: readonly Finding[];
  readonly counterLink: string;
  readonly reports: readonly string[];
  readonly notJudged: string | null;
}

const MODULES = import.meta.glob<CatalogueModule>(
  ["../../core/diagnosis/catalogue/*.ts", "!../../core/diagnosis/catalogue/index.ts"],
  { eager: true },
);

/** One for each code of the catalogue that has words, in the order of the list. */
export function readFailures(): Promise<Failure[]> {
  const known = new Set(catalogue.map(({ code }) => code));
  return Promise.all(
    GROUPS.flatMap((group) =>
      group.pages.filter(({ code }) => known.has(code)).map((words) => readFailure(words, group)),
    ),
  );
}

async function readFailure(words: Words, group: Group): Promise<Failure> {
  const module = MODULES[`../../core/diagnosis/catalogue/${words.code}.ts`];
  if (!module) throw new Error(`the catalogue has no file for ${words.code}`);
  const example = module.example();
  const { findings } = diagnose(example);
  const [first, ...more] = findings.filter(({ code }) => code === words.code);
  if (!first) throw new Error(`${words.code} is not found in its example`);
  const counterExample = module.counterExample();
  // A place between two bytes cannot be selected.
  const selected = first.in === "request" && first.span && length(first.span) > 0;
  return {
    ...words,
    group,
    example,
    findings: [first, ...more],
    sections: [...new Set(module.default.sections(readFacts(example)))].join("; "),
    others: findings.filter(({ code }) => code !== words.code),
    link: await exampleLink(example, selected ? first.span : null),
    counterExample,
    counterFindings: diagnose(counterExample).findings,
    counterLink: await exampleLink(counterExample),
    reports: module.reports ?? [],
    notJudged: module.notJudged ?? null,
  };
}

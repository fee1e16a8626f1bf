import type { ReactNode } from "react";
import type { Level } from "../../core/diagnosis/finding.ts";
import { Advice } from "../../ui/Advice.tsx";
import { Document } from "./Document.tsx";
import { ExampleBytes } from "./ExampleBytes.tsx";
import type { Failure } from "./failure.ts";
import { JustShort } from "./JustShort.tsx";
import { type Printed, printedOf, symptomsOf } from "./messages.ts";
import { nameOfReport } from "./report-name.ts";
import { SectionLinks } from "./SectionLinks.tsx";

interface Props {
  readonly failure: Failure;
  readonly neighbours: readonly Failure[];
  readonly stylesheet: string;
}

const ROOT = "../../";

const LEVELS: Readonly<Record<Level, readonly [word: string, meaning: string]>> = {
  error: ["Error", "the handshake fails"],
  warning: ["Warning", "some clients, servers or proxies fail"],
  info: ["Note", "worth knowing, and no fault by itself"],
  good: ["Right", "nothing to mend"],
};

export function FailurePage({ failure, neighbours, stylesheet }: Props): ReactNode {
  const { code, name, description, group, findings, sections, link, reports, notJudged } = failure;
  const [{ level, title, why, fix }] = findings;
  const [word, meaning] = LEVELS[level];
  return (
    <Document title={name} description={description} root={ROOT} stylesheet={stylesheet}>
      <p className="crumbs">
        <a href="../">Failures</a> / <a href={`../#${group.id}`}>{group.title}</a>
      </p>
      <h1>{name}</h1>
      <p className="lead">{description}</p>
      <dl className="facts">
        <div>
          <dt>Level</dt>
          <dd>
            <strong className={level}>{word}</strong>: {meaning}
          </dd>
        </div>
        <div>
          <dt>Code</dt>
          <dd>
            <code>{code}</code>
          </dd>
        </div>
        <div>
          <dt>Section</dt>
          <dd>
            <SectionLinks sections={sections} />
          </dd>
        </div>
      </dl>
      <div className="page-columns">
        <div>
          <section>
            <h2>What it is</h2>
            <p>
              <strong>{title}.</strong> {why}
            </p>
            <p className="dim">This is what the debugger says of the example.</p>
          </section>
          <Messages code={code} />
          {level !== "good" && (
            <section>
              <h2>How to mend it</h2>
              <Advice text={fix} />
            </section>
          )}
        </div>
        <section>
          <h2>An example</h2>
          <p>
            <a className="open" href={`${ROOT}${link}`}>
              Open this example in the debugger
            </a>
          </p>
          <ExampleBytes failure={failure} />
        </section>
      </div>
      <div className="page-more">
        {neighbours.length > 0 && (
          <section>
            <h2>What else it could be</h2>
            <ul className="links">
              {neighbours.map((neighbour) => (
                <li key={neighbour.code}>
                  <a href={`../${neighbour.code}/`}>{neighbour.name}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <JustShort failure={failure} root={ROOT} />
        {notJudged !== null && (
          <section>
            <h2>What is not judged</h2>
            <p>{notJudged}</p>
          </section>
        )}
        {reports.length > 0 && (
          <section>
            <h2>Reports that were this</h2>
            <ul className="links">
              {reports.map((report) => (
                <li key={report}>
                  <a href={report} rel="noopener">
                    {nameOfReport(report)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Document>
  );
}

function Messages({ code }: { readonly code: string }): ReactNode {
  const printed = printedOf(code);
  const symptoms = symptomsOf(code);
  if (printed.length + symptoms.length === 0) return null;
  return (
    <section>
      <h2>What is seen of it</h2>
      <dl className="messages">
        {byPrinter(printed).map(([by, texts]) => (
          <div key={by}>
            {texts.map((text) => (
              <dt key={text}>
                <code>{text}</code>
              </dt>
            ))}
            <dd>{by}</dd>
          </div>
        ))}
        {symptoms.map(({ texts: [text], by, meaning }) => (
          <div key={text}>
            <dt>No message: {text}</dt>
            <dd>
              With {by}. {meaning}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function byPrinter(printed: readonly Printed[]): [by: string, texts: string[]][] {
  const found = new Map<string, string[]>();
  for (const { by, text } of printed) found.set(by, [...(found.get(by) ?? []), text]);
  return [...found];
}

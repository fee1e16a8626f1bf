/**
 * The same connection in every generation, one column an era, and how one came after the other. Closed until somebody wants it:
 * nothing is made before.
 */
import "../styles/generations.css";
import { memo, type ReactNode, useDeferredValue, useId, useMemo, useState } from "react";
import { asEachGeneration, type Exchange } from "../../core/across/as-each-generation.ts";
import type { Source } from "../../core/trace/mark.ts";
import { type Era, HISTORY } from "../../explain/history.ts";
import { ClosedPane } from "../ClosedPane.tsx";
import { sameChance } from "./chance.ts";
import { EraStory } from "./EraStory.tsx";
import { GenerationColumn } from "./GenerationColumn.tsx";
import { Legend } from "./Legend.tsx";

interface Props {
  /** Of any generation; undefined while there is none. */
  readonly request: Uint8Array | undefined;
  /** The connection is encrypted. */
  readonly secure: boolean;
  readonly startsOpen?: boolean;
}

export const Generations = memo(function Generations({
  request,
  secure,
  startsOpen = false,
}: Props): ReactNode {
  return (
    <ClosedPane
      title="The same connection in every generation"
      className="generations"
      startsOpen={startsOpen}
    >
      {() => <Eras request={request} secure={secure} />}
    </ClosedPane>
  );
});

const NOTHING = new Uint8Array(0);
/** In bytes. Nine requests and answers of megabytes would hold the page up. */
const LONGEST = 0x10000;
const WITH_HANDSHAKE = HISTORY.filter(({ shown }) => shown !== null);
const SINCE = HISTORY.filter(({ shown }) => shown === null);

function Eras({ request = NOTHING, secure }: Omit<Props, "startsOpen">): ReactNode {
  const id = useId();
  const asked = useDeferredValue(request);
  const exchanges = useMemo(
    () => (asked.length > LONGEST ? [] : asEachGeneration(asked, { secure, random: sameChance() })),
    [asked, secure],
  );
  const [pinned, setPinned] = useState<Source | null>(null);
  return (
    <div className="pane-body" data-pinned={pinned ?? undefined}>
      <p className="dim">{introduction(asked, exchanges)}</p>
      {exchanges.length > 0 && (
        <Legend sources={sourcesOf(exchanges)} pinned={pinned} onPin={setPinned} />
      )}
      <section
        ref={scrollToOwn}
        className="generation-scroll"
        aria-label="Generations, side by side"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <ol>
          {WITH_HANDSHAKE.map((era) => (
            <GenerationColumn key={era.id} era={era} exchange={shownOf(era, exchanges)} />
          ))}
        </ol>
      </section>
      <h3 id={id}>And since then</h3>
      <ol className="since" aria-labelledby={id}>
        {SINCE.map((era) => (
          <li key={era.id}>
            <h4>{era.name}</h4>
            <p className="dim">{era.when}</p>
            <EraStory era={era} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The reader's own column is seen first; where the style sheet keeps it in sight anyway, the oldest beside it. */
function scrollToOwn(scroller: HTMLElement | null): void {
  const own = scroller?.querySelector<HTMLElement>(".own");
  if (!scroller || !own || getComputedStyle(own).position === "sticky") return;
  scroller.scrollLeft = own.offsetLeft - scroller.offsetLeft;
}

function introduction(asked: Uint8Array, exchanges: readonly Exchange[]): string {
  if (asked.length > LONGEST) {
    return "The request above is too long to be asked for in every generation while you wait; this is how one came after the other.";
  }
  if (exchanges.length === 0) {
    return "There is no handshake above that could be asked for in another generation; this is how one came after the other.";
  }
  if (exchanges.length === 1) {
    return "The request does not say which resource of which host it wants, so a client of another generation could not ask for the same.";
  }
  return "What clients of other generations would send for the same resource, host, origin and subprotocols, and what their servers answer. Cookies and other fields are left out, and the keys are made up, the same every time.";
}

/** The reader's own, where it belongs to this era. */
function shownOf(era: Era, exchanges: readonly Exchange[]): Exchange | undefined {
  return (
    exchanges.find(({ isOwn, generation }) => isOwn && era.generations.includes(generation)) ??
    exchanges.find(({ generation }) => generation === era.shown)
  );
}

function sourcesOf(exchanges: readonly Exchange[]): ReadonlySet<Source> {
  return new Set(
    exchanges
      .flatMap(({ request, answer }) => [...(request?.marks ?? []), ...(answer?.marks ?? [])])
      .map(({ source }) => source),
  );
}

import type { Span } from "../core/bytes/span.ts";
import type { Conversation } from "../core/input/conversation.ts";
import type { Choice } from "../core/input/format.ts";
import type { StepId } from "../core/trace/step.ts";

/** What the reader gave. */
export interface Input {
  /** The request as text, exactly as it stands in the box. */
  readonly request: string;
  /** The field for the eight bytes, as typed; empty when the text carries them or nobody knows them. */
  readonly key3: string;
  /** The answer that the server gave, as text; empty when nobody has it. */
  readonly answer: string;
  /** What a box stands for that shows only where it begins, since text of it all would be too much. No link holds it. */
  readonly large?: Large | undefined;
  /** Which of the conversations in the request's box, from 0. */
  readonly conversation: number;
  /** What the reader set about that box instead of the guess. */
  readonly choice: Choice;
  /** The connection was encrypted: locations begin with wss. */
  readonly secure: boolean;
  /** The GUID of RFC 6455 as it stands in the server's code; empty when nobody asked. */
  readonly guid: string;
}

export interface Large {
  readonly request?: Conversation | undefined;
  readonly answer?: Conversation | undefined;
}

/** With another conversation behind one of the boxes, or with none. */
export function withLarge(
  large: Large | undefined,
  box: keyof Large,
  conversation?: Conversation,
): Large | undefined {
  const both = { ...large, [box]: conversation };
  return both.request || both.answer ? both : undefined;
}

/** Where the reader looks. */
export interface Cursor {
  readonly step: StepId;
  /** Round shown in `md5-rounds`, 0 to 63. */
  readonly round: number;
  readonly selection: Selection | null;
  /** Ids of mistakes that a server is imagined to make. */
  readonly mistakes: readonly string[];
}

export interface Selection {
  readonly in: "request" | "response";
  readonly span: Span;
}

export interface State {
  readonly input: Input;
  readonly cursor: Cursor;
}

/** The machine of the generations whose proof is Sec-WebSocket-Accept. */
import type { Mark } from "../../core/trace/mark.ts";
import type { Place } from "../../core/trace/provenance.ts";
import type {
  ReadRequestStep,
  ResponseStep,
  Rfc6455Step,
  Rfc6455StepId,
} from "../../core/trace/rfc6455-step.ts";
import { RFC6455_TITLES } from "../../explain/rfc6455/titles.ts";
import { onDemand } from "../on-demand.ts";
import type { Machine, Walk } from "./machine.ts";

interface Parts {
  readonly folder: Machine["folder"];
  readonly ids: readonly Rfc6455StepId[];
  /** With an article. */
  readonly name: (request: Uint8Array) => string;
  trace(request: Uint8Array): Iterable<Rfc6455Step>;
}

const MISTAKES = onDemand(() => import("../mistakes/AcceptSwitches.tsx"));
const PICTURES = onDemand(async () => (await import("./rfc6455-pictures.tsx")).PICTURES);

export function acceptMachine({ folder, ids, name, trace }: Parts): Machine {
  return {
    folder,
    ids,
    title: (id) => RFC6455_TITLES[id as Rfc6455StepId],
    rounds: { step: "sha1-rounds", count: 160 },
    walk: (request) => walk([...trace(request)], name(request)),
    mistakes: MISTAKES,
    pictures: PICTURES,
  };
}

function walk(steps: readonly Rfc6455Step[], name: string): Walk {
  const read = steps.find((step): step is ReadRequestStep => step.id === "read-request");
  const sent = steps.find((step): step is ResponseStep => step.id === "response");
  const marks = read?.marks ?? [];
  const response = sent?.response ?? null;
  return {
    steps,
    head: read?.head ?? null,
    requestMarks: marks,
    expected: response,
    response,
    responseLines: sent?.lines ?? [],
    key: steps.find((step) => step.id === "key")?.key?.bytes ?? null,
    responseMarks: sent ? responseMarks(sent) : [],
    agrees: sent?.agrees ?? null,
    agreement: "reference, steps and @noble/hashes agree on all 20 bytes",
    summary: response && {
      sentence: `${name} request that a server must answer with these ${response.length} bytes.`,
      detail: `Its key is answered with ${accept(steps)}.`,
    },
    placesOf: (index) => {
      const step = steps[index];
      return step ? placesOf(step, marks) : [];
    },
  };
}

function responseMarks({ accept, copied }: ResponseStep): readonly Mark[] {
  const marks: Mark[] = copied.map(({ to, source }) => ({ span: to, source }));
  return accept ? [{ span: accept, source: "digest" }, ...marks] : marks;
}

function accept(steps: readonly Rfc6455Step[]): string {
  return steps.flatMap((step) => (step.id === "base64" && step.accept ? [step.accept] : [])).join();
}

function placesOf(step: Rfc6455Step, marks: readonly Mark[]): readonly Place[] {
  const made = (source: Mark["source"]): readonly Place[] =>
    marks
      .filter((mark) => mark.source === source)
      .map(({ span: [start, end] }) => `request:${start}-${end}`);
  switch (step.id) {
    case "read-request":
      return [];
    case "subprotocol":
      return made("subprotocol");
    case "extensions":
      return made("extensions");
    case "response":
      return step.accept ? [`response:${step.accept[0]}-${step.accept[1]}`] : [];
    default:
      return made("key");
  }
}

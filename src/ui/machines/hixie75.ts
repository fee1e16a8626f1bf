import { traceHixie75 } from "../../core/trace/hixie75.ts";
import {
  HIXIE75_STEP_IDS,
  type Hixie75StepId,
  type LocationStep,
  type ReadRequestStep,
  type ResponseStep,
} from "../../core/trace/hixie75-step.ts";
import { HIXIE75_TITLES } from "../../explain/hixie75/titles.ts";
import { onDemand } from "../on-demand.ts";
import type { Machine, Walk } from "./machine.ts";

export const HIXIE75: Machine = {
  folder: "hixie75",
  ids: HIXIE75_STEP_IDS,
  title: (id) => HIXIE75_TITLES[id as Hixie75StepId],
  walk,
  pictures: onDemand(async () => (await import("./hixie75-pictures.tsx")).PICTURES),
};

function walk(request: Uint8Array, secure: boolean): Walk {
  const steps = [...traceHixie75(request, { secure })];
  const [read, , sent] = steps as [ReadRequestStep, LocationStep, ResponseStep];
  const response = sent.response;
  return {
    steps,
    head: read.head,
    requestMarks: read.marks,
    expected: response,
    response,
    responseLines: sent.lines,
    responseMarks: sent.copied.map(({ to, source }) => ({ span: to, source })),
    agrees: sent.agrees,
    agreement: `reference and steps agree on all ${response?.length} bytes`,
    summary: response && {
      sentence: `A hixie-75 request that a server must answer with these ${response.length} bytes.`,
      detail: "It has no key: nothing in the answer proves that it was read.",
    },
    placesOf: (index) =>
      index === 0
        ? []
        : sent.copied
            .filter(({ source }) => index === 2 || source === "host")
            .flatMap(({ from, to }) => [
              `request:${from[0]}-${from[1]}`,
              `response:${to[0]}-${to[1]}`,
            ]),
  };
}

import { isDigit, SP } from "../../core/bytes/ascii.ts";
import { roundOf } from "../../core/hash/md5.ts";
import { traceHixie76 } from "../../core/trace/hixie76.ts";
import {
  type DivisionStep,
  HIXIE76_STEP_IDS,
  type Hixie76Step,
  type Hixie76StepId,
  type Key,
  type ReadRequestStep,
  type ResponseHeadStep,
  type ResponseStep,
} from "../../core/trace/hixie76-step.ts";
import type { Mark, Source } from "../../core/trace/mark.ts";
import type { Place } from "../../core/trace/provenance.ts";
import { sourceOfWord } from "../../core/trace/sources.ts";
import { HIXIE76_TITLES } from "../../explain/hixie76/titles.ts";
import { onDemand } from "../on-demand.ts";
import type { Machine, Walk } from "./machine.ts";

export const HIXIE76: Machine = {
  folder: "hixie76",
  ids: HIXIE76_STEP_IDS,
  title: (id) => HIXIE76_TITLES[id as Hixie76StepId],
  rounds: { step: "md5-rounds", count: 64 },
  walk,
  mistakes: onDemand(() => import("../mistakes/Hixie76Switches.tsx")),
  pictures: onDemand(async () => (await import("./hixie76-pictures.tsx")).PICTURES),
};

function walk(request: Uint8Array, secure: boolean): Walk {
  const steps = [...traceHixie76(request, { secure })];
  const find = <S extends Hixie76Step>(id: S["id"]): S => steps.find((step) => step.id === id) as S;
  const read = find<ReadRequestStep>("read-request");
  const head = find<ResponseHeadStep>("response-head");
  const sent = find<ResponseStep>("response");
  return {
    steps,
    head: read.head,
    requestMarks: read.marks,
    expected: sent.response,
    response: sent.response ?? (isRefused(steps) ? null : head.head),
    responseLines: head.lines,
    responseMarks: [
      ...head.copied.map(({ to, source }) => ({ span: to, source })),
      ...(sent.digest ? [{ span: sent.digest, source: "digest" as const }] : []),
    ],
    agrees: sent.agrees,
    agreement: "reference, steps and spark-md5 agree on all 16 bytes",
    summary: sent.response && summary(sent.response, steps),
    placesOf: (index, round) => {
      const step = steps[index];
      return step ? placesOf(step, read.marks, round) : [];
    },
  };
}

function summary(response: Uint8Array, steps: readonly Hixie76Step[]): Walk["summary"] {
  const [first, second] = steps.filter((step) => step.id.endsWith("-division")) as DivisionStep[];
  return {
    sentence: `A hixie-76 request that a server must answer with these ${response.length} bytes.`,
    detail: `Keys ${first?.keyNumber} ÷ ${first?.spaces} and ${second?.keyNumber} ÷ ${second?.spaces}.`,
  };
}

/** Whether the reference stops at something else than missing bytes of key3. */
function isRefused(steps: readonly Hixie76Step[]): boolean {
  return steps.some(
    ({ outcome }) =>
      outcome.state === "stopped" &&
      outcome.code !== "body-missing" &&
      outcome.code !== "body-not-8-bytes",
  );
}

function placesOf(step: Hixie76Step, marks: readonly Mark[], round: number): readonly Place[] {
  const made = (...sources: readonly Source[]): readonly Place[] =>
    marks
      .filter(({ source }) => sources.includes(source))
      .map(({ span: [start, end] }) => `request:${start}-${end}`);
  switch (step.id) {
    case "read-request":
      return [];
    case "key1-digits":
    case "key2-digits":
      return characters(step.key, isDigit);
    case "key1-spaces":
    case "key2-spaces":
      return characters(step.key, (byte) => byte === SP);
    case "key1-division":
      return made("key1");
    case "key2-division":
      return made("key2");
    case "pack":
      return made("key1", "key2");
    case "md5-rounds": {
      const source = step.md5 && sourceOfWord(roundOf(step.md5, round).wordIndex);
      return source ? made(source) : [];
    }
    case "challenge":
    case "md5-padding":
    case "md5-digest":
      return made("key1", "key2", "key3");
    case "response-head":
      return step.copied.flatMap(({ from, to }) => [
        `request:${from[0]}-${from[1]}`,
        `response:${to[0]}-${to[1]}`,
      ]);
    case "response":
      return step.digest ? [`response:${step.digest[0]}-${step.digest[1]}`] : [];
  }
}

/** More of a key is not lit. */
const LONGEST_KEY = 256;

function characters(key: Key | null, wanted: (byte: number) => boolean): readonly Place[] {
  if (!key) return [];
  const places = Array.from(key.bytes.subarray(0, LONGEST_KEY), (byte, i) =>
    wanted(byte) ? `request:${key.offset + i}` : null,
  );
  return places.filter((place) => place !== null);
}

import type { ReactNode } from "react";
import type { Rfc6455Step } from "../../../core/trace/rfc6455-step.ts";
export function Rfc6455Picture({
  step,
}: {
  step: Rfc6455Step;
  round: number;
  onMove: unknown;
  onSelect: unknown;
}): ReactNode {
  return step.id;
}

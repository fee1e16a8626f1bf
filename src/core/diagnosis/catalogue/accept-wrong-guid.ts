import type { Example } from "../define/define-finding.ts";
import { defineAcceptFinding } from "../define/define-suspect-finding.ts";
import { acceptExchange, rfcExchange } from "../rfc-example.ts";

export default defineAcceptFinding({
  code: "accept-wrong-guid",
  mistakes: ["wrong-guid"],
  title: "The GUID in the server's code is not the RFC's",
});

export const example: Example = () => acceptExchange("FlscFByo7EQHPKXToHKEWjb17RQ=");

export const counterExample: Example = () => rfcExchange();

export const reports = [
  "https://github.com/SAIL-Research-Lab/cheetahclaws/pull/91",
  "https://github.com/zephyrproject-rtos/zephyr/pull/117301",
  "https://github.com/oven-sh/bun/pull/28347",
  "https://github.com/oven-sh/bun/pull/28397",
];

export const notJudged =
  "GUIDs that are neither known from public code nor one slip away from the right one: hold yours against it in its own field.";

/** All findings, in the order of a report: what a server meets first, then what a client does. */
import { OF_ANSWERS } from "../answer-catalogue.ts";
import type { Entry } from "../define/define-finding.ts";
import { OF_LATER_ANSWERS } from "../later-answer-catalogue.ts";
import { OF_REQUESTS } from "../request-catalogue.ts";

export const catalogue: readonly Entry[] = [...OF_REQUESTS, ...OF_ANSWERS, ...OF_LATER_ANSWERS];

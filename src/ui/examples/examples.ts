import { OTHER_DRAFTS } from "./drafts.ts";
import type { Example, ExampleGroup } from "./example.ts";
import { HIXIE76_GROUPS } from "./hixie76.ts";
import { HIXIE76_ANSWERS } from "./hixie76-answers.ts";
import { PASTES } from "./pastes.ts";
import { RFC6455_GROUPS } from "./rfc6455.ts";

/** As the menu shows them. */
export const EXAMPLE_GROUPS: readonly ExampleGroup[] = [
  ...HIXIE76_GROUPS,
  HIXIE76_ANSWERS,
  ...RFC6455_GROUPS,
  OTHER_DRAFTS,
  PASTES,
];

export const EXAMPLES: readonly Example[] = EXAMPLE_GROUPS.flatMap(({ examples }) => examples);

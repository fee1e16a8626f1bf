import { onDemand } from "../on-demand.ts";

/** All examples, which come after the page. */
export const MORE_EXAMPLES = onDemand(() => import("./examples.ts"));

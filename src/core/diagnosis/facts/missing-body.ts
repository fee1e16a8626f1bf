import { type Facts, lossOf } from "./facts.ts";

/** Whether the head of a request with numbered keys is whole, nothing stands behind it, and no paste can have lost it. */
export function bodyNeverCame({ request, conversation }: Facts): boolean {
  return (
    (request?.refusals.includes("body-missing") ?? false) &&
    lossOf(conversation, "request", ["key3"]) === null
  );
}

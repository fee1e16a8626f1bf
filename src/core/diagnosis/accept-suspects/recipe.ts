/** A server's way from the key to the accept, as a chain of links; a mistake is another link, or two. */
import { concat, latin1 } from "../../bytes/ascii.ts";
import { encodeBase64 } from "../../bytes/base64.ts";
import { GUID, sha1 } from "../../rfc6455/handshake.ts";

export interface Recipe {
  /** What it takes for the key. */
  readonly key: Link<(key: Uint8Array) => Uint8Array>;
  readonly guid: Link<() => Uint8Array>;
  /** The GUID with what stands behind it in its string. */
  readonly behindGuid: Link<(guid: Uint8Array) => Uint8Array>;
  readonly join: Link<(key: Uint8Array, guid: Uint8Array) => Uint8Array>;
  /** What goes into the hash of what was joined; some change the key before it is. */
  readonly input: Link<(joined: Uint8Array, key: Uint8Array, guid: Uint8Array) => Uint8Array>;
  /** Most hash the input; some need key and GUID apart. */
  readonly hash: Link<(input: Uint8Array, key: Uint8Array, guid: Uint8Array) => Uint8Array>;
  readonly digest: Link<(digest: Uint8Array) => Uint8Array>;
  readonly text: Link<(digest: Uint8Array) => Uint8Array>;
  /** What is written into the header. */
  readonly sent: Link<(text: Uint8Array) => Uint8Array>;
}

export interface Link<Run> {
  readonly run: Run;
  /** In the words of the RFC; takes the formulas of what goes in. */
  readonly formula: (...parts: readonly string[]) => string;
}

export type Way = Partial<Recipe>;

export function link<Run>(run: Run, formula: Link<Run>["formula"]): Link<Run> {
  return { run, formula };
}

const SAME = link(
  (bytes: Uint8Array) => bytes,
  (formula = "") => formula,
);

/** One formula behind the other; none for nothing. */
export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ‖ ");
}

/** RFC 6455 §4.2.2 item 5.4. */
export const RIGHT: Recipe = {
  key: SAME,
  guid: link(
    () => latin1(GUID),
    () => "GUID",
  ),
  behindGuid: SAME,
  join: link((key, guid) => concat(key, guid), joined),
  input: SAME,
  hash: link(
    (input) => sha1(input),
    (input) => `SHA1(${input})`,
  ),
  digest: SAME,
  text: link(
    (digest) => latin1(encodeBase64(digest)),
    (digest) => `base64(${digest})`,
  ),
  sent: SAME,
};

export function digestOf(recipe: Recipe, key: Uint8Array): Uint8Array {
  const taken = recipe.key.run(key);
  const guid = recipe.behindGuid.run(recipe.guid.run());
  const input = recipe.input.run(recipe.join.run(taken, guid), taken, guid);
  return recipe.hash.run(input, taken, guid);
}

export function sentOf({ digest, text, sent }: Recipe, hashed: Uint8Array): Uint8Array {
  return sent.run(text.run(digest.run(hashed)));
}

export function formulaOf(recipe: Recipe): string {
  const { digest, text, sent } = recipe;
  const parts = [recipe.key.formula("key"), recipe.behindGuid.formula(recipe.guid.formula())];
  const input = recipe.input.formula(recipe.join.formula(...parts), ...parts);
  return sent.formula(text.formula(digest.formula(recipe.hash.formula(input, ...parts))));
}

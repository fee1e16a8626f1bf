import { type Keys, readKeys } from "./keys.ts";
import { canMeet, type Mistake, type Way } from "./mistake.ts";
import { MISTAKES } from "./mistakes.ts";
import { RIGHT, replyTo, type Server } from "./server.ts";

/**
 * What stands behind the head of the response when a server makes these mistakes. Null when it cannot answer such a request,
 * when an id is unknown, or when two of the mistakes exclude each other. With no mistakes: the digest, even for keys that the
 * reference refuses because they do not divide.
 */
export function whatIf(request: Uint8Array, ids: readonly string[]): Uint8Array | null {
  const keys = readKeys(request);
  const mistakes = MISTAKES.filter(({ id }) => ids.includes(id));
  if (keys === null || mistakes.length !== new Set(ids).size || !canAllMeet(mistakes)) return null;
  const [mistake] = mistakes;
  if (mistake?.isAlone) return mistake.ways[0].reply?.run(new Uint8Array(0)) ?? null;
  const server = mistakes.reduce((server, mistake) => making(server, mistake, keys), RIGHT);
  return replyTo(server, keys);
}

/** Whether one server can make both of these mistakes. */
export function canCombine(id: string, other: string): boolean {
  const [a, b] = [id, other].map((wanted) => MISTAKES.find((mistake) => mistake.id === wanted));
  return a !== undefined && b !== undefined && canMeet(a, b);
}

function canAllMeet(mistakes: readonly Mistake[]): boolean {
  return mistakes.every((mistake, i) =>
    mistakes.slice(i + 1).every((other) => canMeet(mistake, other)),
  );
}

/** The server with one more mistake, made in the first way that shows with these keys. */
function making(server: Server, { ways }: Mistake, keys: Keys): Server {
  const before = String(replyTo(server, keys));
  const shows = (way: Way): boolean => String(replyTo({ ...server, ...way }, keys)) !== before;
  return { ...server, ...(ways.find(shows) ?? ways[0]) };
}

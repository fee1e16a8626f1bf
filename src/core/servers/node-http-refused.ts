/** Where Node's parser stops, and the status that Node answers with then. */
export interface Refused {
  readonly status: 400 | 431;
  /** Which rule was broken, in words. */
  readonly rule: string;
}

export function refused(rule: string): Refused {
  return { status: 400, rule: `Node's HTTP parser: ${rule}` };
}

/** Target, names and values together: as soon as they are as many bytes as that, it has had enough. */
export const LARGEST_HEAD = 16_384;

export const TOO_LARGE: Refused = {
  status: 431,
  rule: "Node's HTTP parser: target, names and values of a head are less than 16 KiB together (RFC 6585 §5).",
};

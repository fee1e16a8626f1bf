/** Who prints what, in one form of words. */

export const OLD_WEBKIT = "Safari 5 and 6, Chrome up to 15 and others built on WebKit";
export const CHROME = "Chrome and browsers built on it";

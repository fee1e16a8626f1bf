/** Characters that a GUID can hold without anyone seeing it: some look like those of the right one, others like nothing. */

/** What a character looks like, as one of the GUID; null for one that looks like none. */
export function looksLike(character: string): string | null {
  return LOOKS_LIKE.get(character) ?? fullwidth(character);
}

/** Takes no room, or no more than a blank, on a screen. */
export function isInvisible(character: string): boolean {
  return /^[\p{Cc}\p{Cf}\p{Z}]$/u.test(character) || BLANK.has(character);
}

/** Letters and marks by their category, of which nothing is drawn. */
const BLANK: ReadonlySet<string> = new Set([..."\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"]);

/** "U+200B zero width space"; of characters without a name here, the number alone. */
export function nameOf(character: string): string {
  const number = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
  const name = NAMES.get(character) ?? (fullwidth(character) ? "fullwidth form" : undefined);
  return name ? `U+${number} ${name}` : `U+${number}`;
}

/** U+FF01 to U+FF5E are ASCII, drawn twice as wide. */
function fullwidth(character: string): string | null {
  const code = character.codePointAt(0) as number;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : null;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["\t", "tab"],
  ["\n", "line feed"],
  ["\r", "carriage return"],
  ["\0", "NUL"],
  [" ", "space"],
  ["\u00a0", "no-break space"],
  ["\u00ad", "soft hyphen"],
  ["\u2007", "figure space"],
  ["\u2009", "thin space"],
  ["\u200b", "zero width space"],
  ["\u200c", "zero width non-joiner"],
  ["\u200d", "zero width joiner"],
  ["\u200e", "left-to-right mark"],
  ["\u200f", "right-to-left mark"],
  ["\u202a", "left-to-right embedding"],
  ["\u202c", "pop directional formatting"],
  ["\u202f", "narrow no-break space"],
  ["\u2060", "word joiner"],
  ["\ufeff", "byte order mark"],
  ["\u2010", "hyphen"],
  ["\u2011", "non-breaking hyphen"],
  ["\u2012", "figure dash"],
  ["\u2013", "en dash"],
  ["\u2014", "em dash"],
  ["\u2015", "horizontal bar"],
  ["\u2212", "minus sign"],
  ["\ufe58", "small em dash"],
  ["\ufe63", "small hyphen-minus"],
  ["\u0410", "Cyrillic capital A"],
  ["\u0412", "Cyrillic capital Ve"],
  ["\u0421", "Cyrillic capital Es"],
  ["\u0415", "Cyrillic capital Ie"],
  ["\u0430", "Cyrillic small a"],
  ["\u0441", "Cyrillic small es"],
  ["\u0435", "Cyrillic small ie"],
  ["\u041e", "Cyrillic capital O"],
  ["\u0417", "Cyrillic capital Ze"],
  ["\u0391", "Greek capital alpha"],
  ["\u0392", "Greek capital beta"],
  ["\u0395", "Greek capital epsilon"],
  ["\u039f", "Greek capital omicron"],
  ["\u03f9", "Greek capital lunate sigma"],
  ["\u2160", "Roman numeral one"],
  ["\u216d", "Roman numeral one hundred"],
  ["\u201c", "left double quotation mark"],
  ["\u201d", "right double quotation mark"],
  ["\u2018", "left single quotation mark"],
  ["\u2019", "right single quotation mark"],
]);

const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\u00ad_",
    A: "\u0410\u0391",
    B: "\u0412\u0392",
    C: "\u0421\u03f9\u216d",
    E: "\u0415\u0395",
    a: "\u0430",
    c: "\u0441",
    e: "\u0435",
    "0": "OoQ\u041e\u039f",
    "1": "lI|i\u2160",
    "5": "Ss",
    "2": "Zz",
    "3": "\u0417",
  }).flatMap(([plain, others]) => [...others].map((other) => [other, plain] as const)),
);

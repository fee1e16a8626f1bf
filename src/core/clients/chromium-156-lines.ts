/**
 * The lines of a head as Chromium 156 takes them: CR, LF or both end one; one that begins with a blank goes on the field before, if
 * that is one; what is no field is passed over; values with commas count as several.
 */

/** CR and LF, in any number, end a line; one that begins with a blank goes on the field before, behind one space. */
export function linesOf(head: string): readonly string[] {
  const lines: string[] = [];
  let goesOn = false;
  for (const line of head.split(/[\r\n]+/)) {
    if (line === "") continue;
    if (goesOn && isBlank(line[0])) {
      lines.push(`${lines.pop()} ${line.replace(/^[ \t]+/, "")}`);
    } else {
      // Behind the status line there is no field yet.
      goesOn = lines.length > 0 && isField(line);
      lines.push(line);
    }
  }
  return lines;
}

/** Of what is none, nothing goes on: "Upgrade" and " : websocket" on two lines are two lines to pass over. */
function isField(line: string): boolean {
  return !isBlank(line[0]) && line.indexOf(":") > 0;
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

/** HTTP/1.1 is 11. Only the first digit on each side of the first dot is looked at; whatever cannot be read is 1.0. */
export function versionOf(statusLine: string): number {
  const [, major = "1", minor = "0"] = /^http\/(\d)[^.]*\.(\d)/i.exec(statusLine) ?? [];
  const version = Number(major) * 10 + Number(minor);
  if (version === 9) return 9;
  return version >= 11 ? 11 : 10;
}

/** The digits behind the first space; without any, as if they were 200. */
export function statusOf(statusLine: string): number {
  const [, digits] = /^[^ ]* +(\d+)/.exec(statusLine) ?? [];
  return digits === undefined ? 200 : Math.min(Number(digits), 0x7fff_ffff);
}

/** Values that are not taken apart at their commas. */
const WHOLE = ["location"];

/** One character a byte, as they came. What begins with a blank, or has no colon, is none. */
export class Fields {
  readonly #fields: readonly { readonly name: string; readonly value: string }[];

  constructor(lines: readonly string[]) {
    this.#fields = lines.flatMap((line) => {
      const colon = line.indexOf(":");
      if (colon < 0 || isBlank(line[0])) return [];
      return [
        { name: trim(line.slice(0, colon)).toLowerCase(), value: trim(line.slice(colon + 1)) },
      ];
    });
  }

  /** Of all fields with that name, in order, empty ones too. */
  values(name: string): readonly string[] {
    const lowerCase = name.toLowerCase();
    return this.#fields
      .filter((field) => field.name === lowerCase)
      .flatMap(({ value }) => (WHOLE.includes(lowerCase) ? [value] : splitAtCommas(value)));
  }

  /** Whether one of the values is that one, in upper or lower case. */
  has(name: string, value: string): boolean {
    return this.values(name).some((one) => one.toLowerCase() === value.toLowerCase());
  }
}

/** Not at those within quotes, where a backslash takes the meaning from a quote. */
function splitAtCommas(value: string): readonly string[] {
  const values: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at <= value.length; at++) {
    const character = value[at];
    if (isQuoted && character === "\\") at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (at === value.length || (character === "," && !isQuoted)) {
      values.push(trim(value.slice(from, at)));
      from = at + 1;
    }
  }
  if (from <= value.length && isQuoted) values.push(trim(value.slice(from)));
  return values;
}

function trim(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, "");
}

/** Values that somebody took out before posting: `***`, `xxx.xxx`, `[redacted]`, an ellipsis; or that were never filled in. */
import { decodeUtf8 } from "../../bytes/utf8.ts";

const WHOLE =
  /^(?:\*{2,}=*|x{3,}=*|(?:x+\.){2,}x+\.?|(?:a\.b\.c\.d)|\[?\.{3}\]?|…|█+|<?\[?\(?(?:[\w ]{1,20} )?(?:redacted|removed|hidden|masked|filtered|snip|omitted)\)?\]?>?|your[_ -]\w{2,30})(?::\d+)?$/i;
const PART =
  /\*{4,}|\[(?:redacted|removed|hidden|masked|filtered)\]|<(?:redacted|removed|hidden|masked)>|█{2,}/i;
/** Base64 has neither dots nor stars: what ends with them was cut by whoever posted it. */
const SHORTENED = /^[\w+/]*(?:\.{2,}|…|\*{2,})[\w+/]*={0,2}$/;
const VARIABLE = /^(?:\$\{?\w+\}?|#\{[^}]*\}|%s|\{\w*\}|<\w+(?:[ _-]\w+)*>)$/;

/** Whether that became of a value in bytes. */
export function isTakenOut(name: string, value: Uint8Array): boolean {
  return redaction(name, decodeUtf8(value).text) !== null;
}

/** A sentence when the value of a field is not what was sent, or null. Keys may hold any of these characters by chance. */
export function redaction(name: string, value: string): string | null {
  const text = value.trim();
  const isKey = /^sec-websocket-key[12]$/i.test(name.trim());
  const isBase64 = /^sec-websocket-(?:key|accept)$/i.test(name.trim());
  const isShortened = isBase64 && SHORTENED.test(text.slice(0, 4096));
  if (WHOLE.test(text) || isShortened || (!isKey && PART.test(text.slice(0, 4096)))) {
    return `The value of ${name.trim()} was taken out before it was pasted.`;
  }
  return VARIABLE.test(text)
    ? `The value of ${name.trim()} is a name in source code, not what was sent.`
    : null;
}

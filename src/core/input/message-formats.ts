/** Text that holds messages: what tools print, and headers as people copy them. */
import { bareValues } from "./bare-values.ts";
import { cdp } from "./cdp.ts";
import { consoleMessage } from "./console-message.ts";
import { curlCommand } from "./curl-command.ts";
import { curlTrace } from "./curl-trace.ts";
import { curlVerbose } from "./curl-verbose.ts";
import { emptyReply } from "./empty-reply.ts";
import { fetchCall } from "./fetch-call.ts";
import { followAscii } from "./follow-ascii.ts";
import type { Format } from "./format.ts";
import { har } from "./har.ts";
import { headersObject } from "./headers-object.ts";
import { http2Fields } from "./http2-fields.ts";
import { ngrep } from "./ngrep.ts";
import { panel } from "./panel.ts";
import { powershell } from "./powershell.ts";
import { quotedPrintable } from "./quoted-printable.ts";
import { rawText } from "./raw-text.ts";
import { wireLog } from "./wire-log.ts";

/** Tried first: they are known by lines or keys of their own. */
export const TOOL_FORMATS: readonly Format[] = [
  // What browsers save, which is JSON with strings in it that look like other formats.
  har,
  cdp,
  // Sniffers and curl, by the lines between the messages.
  curlTrace,
  curlVerbose,
  wireLog,
  ngrep,
  followAscii,
];

/** Tried last: any line or word may look like theirs. */
export const HEADER_FORMATS: readonly Format[] = [
  // Any line that is a start line; of a mail's source, encoded.
  quotedPrintable,
  rawText,
  // No start line anywhere: commands and objects that name headers, then rows of names and values.
  curlCommand,
  fetchCall,
  powershell,
  headersObject,
  http2Fields,
  panel,
  // No headers either.
  emptyReply,
  bareValues,
  consoleMessage,
];

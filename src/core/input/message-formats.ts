/** Text that holds messages: what tools print, and headers as people copy them. */

import { quotedPrintable } from "./encodings/quoted-printable.ts";
import type { Format } from "./format.ts";
import { bareValues } from "./headers/bare-values.ts";
import { cdp } from "./headers/cdp.ts";
import { curlCommand } from "./headers/curl-command.ts";
import { fetchCall } from "./headers/fetch-call.ts";
import { har } from "./headers/har.ts";
import { headersObject } from "./headers/headers-object.ts";
import { http2Fields } from "./headers/http2-fields.ts";
import { panel } from "./headers/panel.ts";
import { powershell } from "./headers/powershell.ts";
import { consoleMessage } from "./text/console-message.ts";
import { rawText } from "./text/raw-text.ts";
import { curlTrace } from "./tools/curl-trace.ts";
import { curlVerbose } from "./tools/curl-verbose.ts";
import { emptyReply } from "./tools/empty-reply.ts";
import { followAscii } from "./tools/follow-ascii.ts";
import { ngrep } from "./tools/ngrep.ts";
import { wireLog } from "./tools/wire-log.ts";

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

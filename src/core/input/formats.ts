/** All formats, in the order in which they are tried. */
import { FILE_FORMATS } from "./file-formats.ts";
import type { Format } from "./format.ts";
import { TEXT_FORMATS } from "./text-formats.ts";

export const FORMATS: readonly Format[] = [...FILE_FORMATS, ...TEXT_FORMATS];

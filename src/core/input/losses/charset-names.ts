/** Public: they stand in links. */
export type Charset = "utf-8" | "latin1" | "windows-1252" | "windows-1251";

export const CHARSETS: readonly Charset[] = ["latin1", "windows-1252", "windows-1251", "utf-8"];

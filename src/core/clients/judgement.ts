/** What one client makes of a response. */
export interface Judgement {
  readonly client: "draft" | "webkit-534" | "chromium-156";
  readonly accepts: boolean;
  /** Exactly what that browser prints to its console; null when it prints nothing. */
  readonly console: string | null;
  /** The step of the draft, or the browser's own rule, that decided. */
  readonly rule: string;
  /** It has not decided: it waits for more bytes, for ever if none come. Then `accepts` is false. */
  readonly waits: boolean;
}

/** What one client makes of a response. */
export interface Judgement {
  readonly client: "draft" | "webkit-534" | "chromium-156";
  readonly accepts: boolean;
  /** Exactly what that browser prints to its console; null when it prints nothing. */
  readonly console: string | null;
  /** The step of the draft, or the browser's own rule, that decided. */
  readonly rule: string;
}

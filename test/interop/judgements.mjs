// @ts-check
/** What a browser did and what its model says, compared and in words. */

/** @typedef {{ accepts: boolean, console: string | null, waits: boolean }} Seen */

/** What stands in a console, as a judgement has it. */
export function printed(/** @type {readonly string[]} */ lines) {
  return lines.length === 0 ? null : lines.join("\n");
}

/** `model` null: it could not tell. */
export function sameJudgement(/** @type {Seen} */ seen, /** @type {Seen | null} */ model) {
  return (
    model?.accepts === seen.accepts && model.console === seen.console && model.waits === seen.waits
  );
}

/** In a word. */
export function verdict(/** @type {Pick<Seen, "accepts" | "waits"> | null} */ judgement) {
  if (judgement === null) return "cannot tell";
  return judgement.accepts ? "accepts" : judgement.waits ? "waits" : "refuses";
}

export function inWords(/** @type {Seen | null} */ judgement) {
  const word = verdict(judgement);
  return judgement?.console == null ? word : `${word}, ${JSON.stringify(judgement.console)}`;
}

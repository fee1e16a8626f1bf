/** Which double-quoted string a place stands in. Strings end with their line at the latest, so that a stray quote does little harm. */
export class OpenString {
  private index = 0;
  private content = -1;

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the content of the string around `place` begins, or null; asked for rising places, so that the text is walked once. */
  at(place: number): number | null {
    const { text } = this;
    for (; this.index < place; this.index++) {
      const character = text[this.index];
      if (character === "\n") this.content = -1;
      else if (character === '"') this.content = this.content < 0 ? this.index + 1 : -1;
      else if (character === "\\" && text[this.index + 1] !== "\n") this.index += 1;
    }
    return this.content < 0 ? null : this.content;
  }
}

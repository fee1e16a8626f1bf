/**
 * What the pages about failures are called. The words about a failure itself are the finding's own, made by running it on its
 * example; here stands only what a page needs beside them: a name that fits every occurrence, and a description for whoever
 * searches by what is seen or printed.
 */
export interface Words {
  /** Of the catalogue. Stands in the address, so it never changes. */
  readonly code: string;
  readonly name: string;
  /** At most 160 characters, the messages that people search for among them. */
  readonly description: string;
}

export interface Group {
  /** Stands in links to the list: never changes. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** What is alike stands side by side. */
  readonly pages: readonly Words[];
}

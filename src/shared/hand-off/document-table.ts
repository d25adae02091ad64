/** A table for a paper, before it is Word, HTML or CSV. */
export type DocumentTable = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What signs and abbreviations mean; one line each. */
  readonly notes: readonly string[];
};

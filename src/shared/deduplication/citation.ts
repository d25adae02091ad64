/** What deduplication looks at of a record; every imported record is one. Absent fields are absent, never empty strings. */
export type Citation<Id extends string = string> = {
  readonly id: Id;
  readonly title?: string;
  readonly translatedTitle?: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly journal?: string;
  readonly journalAbbreviation?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly articleNumber?: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly registrations?: readonly string[];
  readonly abstract?: string;
  readonly type?: string;
  readonly issn?: string;
};

import type { CheckedRow } from './checked-row';

/** error: probably wrong; warning: worth a look at the source; note: for information. */
export type Severity = 'error' | 'warning' | 'note';

/** Something that is probably wrong. Nothing is changed by it; a person looks and decides. */
export type Alarm = {
  /** Name of the check; the sentence for people is `findings.codes` of the texts. */
  readonly check: string;
  readonly severity: Severity;
  /** 1-based row of the sheet, or place among the results of the review; 0 where the whole sheet is meant. */
  readonly row: number;
  /** Empty where the whole sheet is meant, as are `study` and `resultId`. */
  readonly studyId: string;
  readonly study: string;
  readonly resultId: string;
  /** The columns or fields it rests on. */
  readonly columns: readonly string[];
  /** The numbers it rests on, by the names the sentence uses. */
  readonly detail: { readonly [name: string]: string | number };
};

export type CheckOptions = {
  /** A standardised difference beyond this, in either direction, is looked at again. */
  readonly unusualEffect: number;
};

/** Rare enough in trials of psychosocial interventions to look at the source again. */
export const usualOptions: CheckOptions = { unusualEffect: 0.8 };

/** A family of checks: the names of its alarms, and where the method is from. */
export type Check = {
  readonly names: readonly string[];
  readonly source: string;
  readonly run: (rows: readonly CheckedRow[], options: CheckOptions) => Alarm[];
};

/** An alarm about one row. `fields` are names of its values; the alarm names the columns they stand in. */
export const alarm = (
  row: CheckedRow,
  check: string,
  severity: Severity,
  fields: readonly string[],
  detail: Alarm['detail'] = {},
): Alarm => ({
  check,
  severity,
  row: row.number,
  studyId: row.studyId,
  study: row.study,
  resultId: row.resultId,
  columns: fields.map((field) => row.columnOf[field] ?? field),
  detail,
});

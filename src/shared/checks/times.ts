import { alarm, type Alarm, type Check } from './alarm';
import type { CheckedRow } from './checked-row';

const weeksInMonth = 4.345;

/** Months typed where weeks are asked: against the length of the intervention, and against the words of the timepoint. */
export const times: Check = {
  names: ['months-as-weeks', 'time-unit'],
  source: 'Cochrane Handbook 5.3.5',
  run: (rows) => [...beforeTheEnd(rows), ...rows.flatMap(againstWords)],
};

const months = (text: string): number | undefined => {
  const found = /(\d+(?:[.,]\d+)?)\s*-?\s*(?:months?|maanden|maand|mo)\b/iu.exec(text)?.[1];
  return found === undefined ? undefined : Number(found.replace(',', '.'));
};

/** Post-tests that would lie before the end of the intervention, told once for the whole sheet. */
function beforeTheEnd(rows: readonly CheckedRow[]): Alarm[] {
  const early = rows.filter(({ duration, weeks }) => {
    const length = months(duration);
    return length !== undefined && weeks !== null && weeks < length * weeksInMonth * 0.75;
  });
  const [first] = early;
  if (!first) return [];
  return [
    {
      check: 'months-as-weeks',
      severity: 'error',
      row: 0,
      studyId: '',
      study: '',
      resultId: '',
      columns: [first.columnOf['weeks'] ?? 'weeks'],
      detail: {
        rows: early.length,
        example: first.study,
        weeks: first.weeks ?? 0,
        duration: first.duration,
      },
    },
  ];
}

/** "6 months" with 6 weeks beside it. */
function againstWords(row: CheckedRow): Alarm[] {
  const said = months(row.time);
  if (said === undefined || row.weeks === null || said === 0) return [];
  return Math.abs(row.weeks - said) < 0.5
    ? [alarm(row, 'time-unit', 'error', ['weeks'], { weeks: row.weeks, time: row.time })]
    : [];
}

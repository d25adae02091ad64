import { alarm, type Alarm, type Check } from './alarm';
import { grouped, joined, meansOf, type CheckedRow } from './checked-row';

/** Rows that count people twice, or were typed twice. */
export const rowsOfOneTrial: Check = {
  names: ['duplicate-row', 'numbers-of-other-study', 'shared-control'],
  source: 'Cochrane Handbook 16.5.4 and 23.3.4',
  run: (rows) => [...repeated(rows), ...sharedControls(rows)],
};

const numbersOf = (row: CheckedRow): string | undefined => {
  const means = meansOf(row);
  if (means) return joined(means.meanT, means.sdT, means.nT, means.meanC, means.sdC, means.nC);
  const { g, se } = row.stated;
  return g === undefined || se === undefined || g === 0 ? undefined : joined(g, se);
};

/** The same numbers to the last digit: within a study under one instrument a row twice, else one of them misplaced. */
function repeated(rows: readonly CheckedRow[]): Alarm[] {
  const counted = rows.filter((row) => numbersOf(row) !== undefined);
  return [...grouped(counted, (row) => numbersOf(row) ?? '').values()].flatMap(([first, ...again]) =>
    first === undefined
      ? []
      : again.flatMap((row): Alarm[] => {
          const detail = { row: first.number, study: first.study, instrument: first.instrument };
          if (row.studyId !== first.studyId)
            return [alarm(row, 'numbers-of-other-study', 'error', ['meanT', 'estimate'], detail)];
          return row.instrument === first.instrument && row.time === first.time
            ? [alarm(row, 'duplicate-row', 'error', [], detail)]
            : [alarm(row, 'duplicate-row', 'warning', [], detail)];
        }),
  );
}

/** Several rows of one study, domain and time: rows with different arms share a control, others repeat participants. */
const sharedControls = (rows: readonly CheckedRow[]): Alarm[] =>
  [...grouped(rows, (row) => joined(row.studyId, row.domain, row.time)).values()].flatMap(
    ([first, ...others]) =>
      first === undefined
        ? []
        : others.map((row) =>
            alarm(row, 'shared-control', 'warning', ['armC'], { other: first.number, domain: row.domain }),
          ),
  );

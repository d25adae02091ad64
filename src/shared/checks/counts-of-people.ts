import { alarm, type Alarm, type Check } from './alarm';
import { grouped, joined, type CheckedRow } from './checked-row';

/** An arm whose smallest analysed group is below this share of its largest, at the same time, is looked at again. */
const loss = 0.8;

/** Events above the group, groups above those randomised, groups that differ widely between outcomes of one arm. */
export const countsOfPeople: Check = {
  names: ['events-above-n', 'n-above-randomised', 'n-differs'],
  source: 'Cochrane Handbook 6.4.1 and 10.12; CONSORT 2010 item 13',
  run: (rows) => [...rows.flatMap((row) => [...events(row), ...randomised(row)]), ...differing(rows)],
};

const arms = ['T', 'C'] as const;

const events = (row: CheckedRow): Alarm[] =>
  arms.flatMap((arm) => {
    const events = row.values[`events${arm}`];
    const n = row.values[row.columnOf[`totalN${arm}`] === undefined ? `n${arm}` : `totalN${arm}`];
    return events !== undefined && n !== undefined && events > n
      ? [alarm(row, 'events-above-n', 'error', [`events${arm}`], { events, n })]
      : [];
  });

const randomised = (row: CheckedRow): Alarm[] =>
  arms.flatMap((arm) => {
    const n = row.values[`n${arm}`];
    const limit = row.randomised[arm];
    return n !== undefined && limit !== undefined && n > limit
      ? [alarm(row, 'n-above-randomised', 'error', [`n${arm}`], { n, randomised: limit })]
      : [];
  });

/** Once for each trial and time: on the row with the smallest group, for the arm that lost the larger share. */
function differing(rows: readonly CheckedRow[]): Alarm[] {
  const found = new Map<string, { readonly share: number; readonly alarm: Alarm }>();
  for (const arm of arms) {
    const n = (row: CheckedRow): number => row.values[`n${arm}`] ?? 0;
    const counted = rows.filter((row) => n(row) > 0);
    const groups = grouped(counted, (row) =>
      joined(row.studyId, arm === 'T' ? row.armT : row.armC, row.weeks ?? row.time),
    );
    for (const group of groups.values()) {
      const sorted = [...group].sort((a, b) => n(a) - n(b));
      const [smallest, largest] = [sorted[0], sorted.at(-1)];
      if (!smallest || !largest) continue;
      const share = n(smallest) / n(largest);
      const key = joined(smallest.studyId, smallest.weeks ?? smallest.time);
      if (share >= loss || share >= (found.get(key)?.share ?? 1)) continue;
      found.set(key, {
        share,
        alarm: alarm(smallest, 'n-differs', 'note', [`n${arm}`], {
          n: n(smallest),
          other: n(largest),
          row: largest.number,
          instrument: largest.instrument,
        }),
      });
    }
  }
  return [...found.values()].map((entry) => entry.alarm);
}

import { alarm, type Alarm, type Check } from './alarm';
import { grouped, joined, type CheckedRow } from './checked-row';

/**
 * Change scores and final scores standardised into one pool: their SDs do not estimate the same spread. Told on the
 * rows that are fewer.
 */
export const onePool: Check = {
  names: ['change-and-final'],
  source: 'Cochrane Handbook 10.5.2; Ostinelli et al. 2024',
  run: (rows) =>
    [...grouped(rows, (row) => joined(row.domain, row.time)).values()].flatMap((pool) => {
      const changes = pool.filter(isChange);
      const finals = pool.filter((row) => !isChange(row) && row.values['meanT'] !== undefined);
      if (changes.length === 0 || finals.length === 0) return [];
      const fewer = changes.length <= finals.length ? changes : finals;
      return fewer.map((row): Alarm =>
        alarm(row, 'change-and-final', 'warning', [isChange(row) ? 'changeT' : 'meanT'], {
          domain: row.domain,
          changes: changes.length,
          finals: finals.length,
        }),
      );
    }),
};

const isChange = (row: CheckedRow): boolean =>
  row.shape.startsWith('change') ||
  (row.values['changeT'] !== undefined && row.values['meanT'] === undefined);

import type { FlowCount, FlowCounts } from './flow';

type Read = (name: string) => number | undefined;

/** What must hold between the boxes. A rule that needs a box nobody filled in is passed over. */
const rules: readonly { readonly id: string; readonly holds: (read: Read) => boolean | undefined }[] = [
  { id: 'I1', holds: (read) => equal(read('database_results'), read('sum:database_specific_results')) },
  { id: 'I2', holds: (read) => equal(read('register_results'), read('sum:register_specific_results')) },
  {
    id: 'I3',
    holds: (read) =>
      equal(
        total(read, ['database_results', 'register_results']),
        total(
          read,
          ['duplicates', 'excluded_automatic', 'excluded_other', 'records_screened'],
          ['records_unscreened', 'records_conflict'],
        ),
      ),
  },
  {
    id: 'I4',
    holds: (read) => equal(read('records_screened'), total(read, ['records_excluded', 'dbr_sought_reports'])),
  },
  {
    id: 'I5',
    holds: (read) =>
      equal(
        read('dbr_sought_reports'),
        total(
          read,
          ['dbr_notretrieved_reports', 'dbr_assessed'],
          ['dbr_to_retrieve', 'dbr_to_assess', 'dbr_conflict'],
        ),
      ),
  },
  { id: 'I6', holds: (read) => atMost(read('sum:dbr_excluded'), read('dbr_assessed')) },
  {
    id: 'I7',
    holds: (read) =>
      equal(
        total(read, ['website_results', 'organisation_results', 'citations_results'], ['other_kind_results']),
        total(
          read,
          ['other_sought_reports'],
          ['other_duplicates', 'other_removed', 'other_screened_out', 'other_unscreened'],
        ),
      ),
  },
  {
    id: 'I8',
    holds: (read) =>
      equal(
        read('other_sought_reports'),
        total(
          read,
          ['other_notretrieved_reports', 'other_assessed'],
          ['other_to_retrieve', 'other_to_assess', 'other_conflict'],
        ),
      ),
  },
  { id: 'I9', holds: (read) => atMost(read('sum:other_excluded'), read('other_assessed')) },
  {
    id: 'I10',
    holds: (read) => {
      const assessed = total(read, ['dbr_assessed'], ['other_assessed']);
      const excluded = total(read, ['sum:dbr_excluded'], ['sum:other_excluded']);
      if (assessed === undefined || excluded === undefined) return undefined;
      return equal(assessed - excluded, total(read, ['new_reports'], ['new_reports_of_previous_studies']));
    },
  },
  {
    id: 'I11',
    holds: (read) => equal(read('total_studies'), total(read, ['previous_studies', 'new_studies'])),
  },
  {
    id: 'I12',
    holds: (read) =>
      equal(
        read('total_reports'),
        total(read, ['previous_reports', 'new_reports'], ['new_reports_of_previous_studies']),
      ),
  },
  {
    id: 'I13',
    holds: (read) => atMost(read('total_studies_ma'), read('total_studies') ?? read('new_studies')),
  },
  {
    id: 'I14',
    holds: (read) => atMost(read('total_reports_ma'), read('total_reports') ?? read('new_reports')),
  },
  {
    id: 'I15',
    holds: (read) => {
      const [studies, reports] = [read('new_studies'), read('new_reports')];
      return studies === undefined || reports === undefined ? undefined : studies > 0 === reports > 0;
    },
  },
];

/** The ids of the invariants that do not hold, in order. */
export function brokenInvariants(
  boxes: FlowCounts,
  extra: FlowCounts = {},
  pending: FlowCounts = {},
): string[] {
  const all: { readonly [box: string]: FlowCount | undefined } = { ...boxes, ...extra, ...pending };
  const read: Read = (name) => {
    if (name.startsWith('sum:')) {
      const list = all[name.slice(4)];
      return typeof list === 'object'
        ? Object.values(list).reduce((sum, count) => sum + count, 0)
        : undefined;
    }
    const value = all[name];
    return typeof value === 'number' ? value : undefined;
  };
  const broken = rules.filter(({ holds }) => holds(read) === false).map(({ id }) => id);
  return everyCount(all).every((count) => Number.isInteger(count) && count >= 0) ? broken : ['I0', ...broken];
}

const everyCount = (all: { readonly [box: string]: FlowCount | undefined }): number[] =>
  Object.values(all).flatMap((value) =>
    value === undefined ? [] : typeof value === 'number' ? [value] : Object.values(value),
  );

/** The sum of boxes; undefined if one of `needed` is missing. `footnotes` count as 0 when missing. */
function total(read: Read, needed: readonly string[], footnotes: readonly string[] = []): number | undefined {
  let sum = 0;
  for (const name of needed) {
    const value = read(name);
    if (value === undefined) return undefined;
    sum += value;
  }
  for (const name of footnotes) sum += read(name) ?? 0;
  return sum;
}

const equal = (a: number | undefined, b: number | undefined): boolean | undefined =>
  a === undefined || b === undefined ? undefined : a === b;
const atMost = (a: number | undefined, b: number | undefined): boolean | undefined =>
  a === undefined || b === undefined ? undefined : a <= b;

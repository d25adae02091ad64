import type { FlowCount, FlowCounts } from './flow';

/**
 * What must hold between the boxes (`../shared/reference/prisma2020.json`): the left boxes together are as many as the
 * right ones, or at most as many. `sum:` adds up a listed box. A rule that needs a box nobody filled in is passed over;
 * boxes under `may` count as 0 then.
 */
type Rule = {
  readonly id: string;
  readonly left: readonly string[];
  readonly leftMay?: readonly string[];
  readonly is: 'equal' | 'at-most';
  readonly right: readonly string[];
  readonly rightMay?: readonly string[];
};

const rules: readonly Rule[] = [
  { id: 'I1', left: ['database_results'], is: 'equal', right: ['sum:database_specific_results'] },
  { id: 'I2', left: ['register_results'], is: 'equal', right: ['sum:register_specific_results'] },
  {
    id: 'I3',
    left: ['database_results', 'register_results'],
    is: 'equal',
    right: ['duplicates', 'excluded_automatic', 'excluded_other', 'records_screened'],
    rightMay: ['records_unscreened', 'records_conflict'],
  },
  {
    id: 'I4',
    left: ['records_screened'],
    is: 'equal',
    right: ['records_excluded', 'dbr_sought_reports'],
  },
  {
    id: 'I5',
    left: ['dbr_sought_reports'],
    is: 'equal',
    right: ['dbr_notretrieved_reports', 'dbr_assessed'],
    rightMay: ['dbr_to_retrieve', 'dbr_to_assess', 'dbr_conflict'],
  },
  { id: 'I6', left: ['sum:dbr_excluded'], is: 'at-most', right: ['dbr_assessed'] },
  {
    id: 'I7',
    left: ['website_results', 'organisation_results', 'citations_results'],
    leftMay: ['other_kind_results'],
    is: 'equal',
    right: ['other_sought_reports'],
    rightMay: ['other_duplicates', 'other_removed', 'other_screened_out', 'other_unscreened'],
  },
  {
    id: 'I8',
    left: ['other_sought_reports'],
    is: 'equal',
    right: ['other_notretrieved_reports', 'other_assessed'],
    rightMay: ['other_to_retrieve', 'other_to_assess', 'other_conflict'],
  },
  { id: 'I9', left: ['sum:other_excluded'], is: 'at-most', right: ['other_assessed'] },
  {
    id: 'I10',
    left: ['dbr_assessed'],
    leftMay: ['other_assessed'],
    is: 'equal',
    right: ['sum:dbr_excluded', 'new_reports'],
    rightMay: ['sum:other_excluded', 'new_reports_of_previous_studies'],
  },
  { id: 'I11', left: ['total_studies'], is: 'equal', right: ['previous_studies', 'new_studies'] },
  {
    id: 'I12',
    left: ['total_reports'],
    is: 'equal',
    right: ['previous_reports', 'new_reports'],
    rightMay: ['new_reports_of_previous_studies'],
  },
];

type Read = (name: string) => number | undefined;

/** Rules that are more than a comparison of sums. */
const special: readonly { readonly id: string; readonly holds: (read: Read) => boolean | undefined }[] = [
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
  const holds = ({ left, leftMay, is, right, rightMay }: Rule): boolean | undefined => {
    const sides = [total(read, left, leftMay), total(read, right, rightMay)] as const;
    return is === 'equal' ? equal(...sides) : atMost(...sides);
  };
  const broken = [
    ...rules.filter((rule) => holds(rule) === false),
    ...special.filter((rule) => rule.holds(read) === false),
  ].map(({ id }) => id);
  return everyCount(all).every((count) => Number.isInteger(count) && count >= 0) ? broken : ['I0', ...broken];
}

/**
 * Which records, reports or studies keep a rule from holding: those that stand more often on one side than on the other.
 * Empty for rules about stated numbers, which nothing stands behind.
 * @param behind the ids behind every box, as in `Flow`
 * @param reportOf the report a record leads to, where sides count different things
 */
export function breakingIds(
  ruleId: string,
  behind: { readonly [box: string]: readonly string[] },
  reportOf: (id: string) => string,
): string[] {
  const rule = rules.find(({ id }) => id === ruleId);
  if (!rule) return [];
  const idsOf = (names: readonly string[] = []): string[] =>
    names.flatMap((name) =>
      name.startsWith('sum:')
        ? Object.entries(behind).flatMap(([box, ids]) => (box.startsWith(`${name.slice(4)}: `) ? ids : []))
        : (behind[name] ?? []),
    );
  const surplus = new Map<string, number>();
  const note = (id: string, by: 1 | -1): void => {
    const report = reportOf(id);
    surplus.set(report, (surplus.get(report) ?? 0) + by);
  };
  const left = [...idsOf(rule.left), ...idsOf(rule.leftMay)];
  const right = [...idsOf(rule.right), ...idsOf(rule.rightMay)];
  for (const id of left) note(id, 1);
  for (const id of right) note(id, -1);
  const breaks = (id: string): boolean => {
    const over = surplus.get(reportOf(id)) ?? 0;
    return rule.is === 'equal' ? over !== 0 : over > 0;
  };
  return [...new Set([...left, ...right].filter(breaks))];
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

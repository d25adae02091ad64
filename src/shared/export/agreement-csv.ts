import type { AuthorId } from '../kernel';
import type { Statistic } from '../reconciliation';
import { agreementOnCategory, type AgreementReport, type AgreementWish } from '../review';
import { csvText } from './delimited-text';

const header = [
  'stage',
  'compared',
  'maybe',
  'scope',
  'first coder',
  'second coder',
  'week',
  'records',
  'statistic',
  'value',
  'standard error',
  'CI 95 low',
  'CI 95 high',
] as const;

type Row = readonly (string | number | null)[];

/**
 * Agreement as a table for a spreadsheet or R: one row a statistic, the cells of every table and every week among them.
 * @param nameOf the name of a coder
 * @param compared what was compared, in words: votes, the label of a criterion, reasons
 * @param labelOf a category in words
 */
export function agreementCsv(
  { categories, pairs, several, weeks }: AgreementReport,
  { stage, maybe }: Pick<AgreementWish, 'stage' | 'maybe'>,
  compared: string,
  nameOf: (coder: AuthorId) => string,
  labelOf: (category: string) => string,
): string {
  const rowsOf = (scope: string, who: readonly [string, string], n: number) => {
    const row = (
      name: string,
      value: number | null | undefined,
      { se, ci95 }: Pick<Statistic, 'se' | 'ci95'> = {},
    ): Row => [
      stage,
      compared,
      maybe,
      scope,
      ...who,
      '',
      n,
      name,
      value ?? null,
      se ?? null,
      ci95?.[0] ?? null,
      ci95?.[1] ?? null,
    ];
    const statistic = (name: string, one: Statistic): Row => row(name, one.value, one);
    return { row, statistic };
  };
  const ofPairs = pairs.flatMap((pair): Row[] => {
    const { result, table } = pair;
    const who = [nameOf(pair.first), nameOf(pair.second)] as const;
    const { row, statistic } = rowsOf('pair', who, result.n);
    const cells = table.flatMap((line, i) =>
      line.map((count, j) =>
        row(`cell: ${labelOf(categories[i] ?? '')} / ${labelOf(categories[j] ?? '')}`, count),
      ),
    );
    const single =
      categories.length > 2
        ? categories.flatMap((category, index): Row[] => {
            const of = agreementOnCategory(pair, index).result;
            const one = rowsOf(`category: ${labelOf(category)}`, who, of.n);
            return [
              one.row('specific agreement', of.specificAgreement[0]),
              one.statistic('Cohen kappa', of.kappa),
              one.statistic('Gwet AC1', of.gwetAc1),
            ];
          })
        : [];
    return [
      row('proportion agreed', result.percentAgreement),
      statistic('Cohen kappa', result.kappa),
      statistic('PABAK', result.pabak),
      statistic('Gwet AC1', result.gwetAc1),
      statistic('Krippendorff alpha', result.alphaNominal),
      ...(result.prevalenceIndex === undefined
        ? []
        : [row('prevalence index', result.prevalenceIndex), row('bias index', result.biasIndex)]),
      ...cells,
      ...single,
    ];
  });
  const together = several
    ? (() => {
        const { row, statistic } = rowsOf('all', ['', ''], several.itemsWithTwoOrMore);
        return [
          row('mean pairwise agreement', several.pairwiseAgreement),
          statistic('Fleiss kappa', several.fleiss),
          statistic('Gwet AC1', several.gwetAc1),
          statistic('Krippendorff alpha', several.alphaNominal),
        ];
      })()
    : [];
  const byWeek = weeks.map(({ monday, n, agreed }): Row => [
    stage,
    compared,
    maybe,
    'week',
    '',
    '',
    monday,
    n,
    'proportion agreed',
    n === 0 ? null : agreed / n,
    null,
    null,
    null,
  ]);
  return csvText([header, ...ofPairs, ...together, ...byWeek]);
}

import type { PoolingSheet } from '../export';
import type { Catalogue } from '../i18n';
import { fillPlan, type DirectionCell } from '../synthesis';
import type { DocumentTable } from './document-table';

type Words = Catalogue['handOff']['directions'];

/**
 * The table of a synthesis without meta-analysis: where the effects of each trial point in each planned outcome, counted
 * below (Campbell et al. 2020; Boon & Thomson 2021).
 */
export function directionDocument(sheet: PoolingSheet, words: Words): DocumentTable {
  const { columns, rows } = fillPlan(sheet).directions;
  const sign = (cell: DirectionCell | null): string =>
    cell ? `${words.signs[cell.direction]} (${cell.results})` : '';
  return {
    title: words.title,
    columns: [words.study, words.participants, words.riskOfBias, ...columns.map(({ label }) => label)],
    rows: [
      ...rows.map((row) => [
        row.study,
        row.participants.known > 0 ? String(row.participants.known) : '',
        row.riskOfBias ?? '',
        ...row.cells.map(sign),
      ]),
      [words.trials, '', '', ...columns.map(({ benefit, harm, mixed }) => `${benefit} / ${harm} / ${mixed}`)],
      [
        words.signTest,
        '',
        '',
        ...columns.map(({ signTestP }) => (signTestP === null ? '' : signTestP.toFixed(3))),
      ],
    ],
    notes: words.notes,
  };
}

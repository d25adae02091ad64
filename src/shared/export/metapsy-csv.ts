import { csvText } from './delimited-text';
import type { PoolingSheet, PoolingSheetRow } from './pooling-sheet';

/**
 * The sheet in the Metapsy data standard (docs.metapsy.org), one row per result. `.g` and `.g_se` are the effects as
 * analysed; missing values are NA, as the standard wants.
 */
const columns: readonly (readonly [
  name: string,
  of: (row: PoolingSheetRow) => string | number | undefined,
])[] = [
  ['study', (row) => row.study],
  ['outcome_category', (row) => row.domain],
  ['condition_arm1', (row) => row.armT],
  ['condition_arm2', (row) => row.comparator],
  ['multi_arm1', () => undefined],
  ['multi_arm2', () => undefined],
  ['outcome_type', (row) => outcomeTypes[row.shape] ?? 'msd'],
  ['instrument', (row) => row.instrument],
  ['outcome_subcategory', (row) => row.outcome || undefined],
  ['time', (row) => row.windowId ?? row.timepoint],
  ['time_weeks', (row) => row.weeks ?? undefined],
  ['.g', (row) => row.estimate],
  ['.g_se', (row) => row.se],
  ['mean_arm1', (row) => row.values['meanT']],
  ['sd_arm1', (row) => row.values['sdT']],
  ['n_arm1', (row) => row.values['nT']],
  ['mean_arm2', (row) => row.values['meanC']],
  ['sd_arm2', (row) => row.values['sdC']],
  ['n_arm2', (row) => row.values['nC']],
  ['mean_change_arm1', (row) => row.values['changeT']],
  ['mean_change_arm2', (row) => row.values['changeC']],
  ['sd_change_arm1', (row) => row.values['sdChangeT']],
  ['sd_change_arm2', (row) => row.values['sdChangeC']],
  ['dich', (row) => (row.shape === 'two-by-two' ? row.outcome || row.instrument : undefined)],
  ['event_arm1', (row) => row.values['eventsT']],
  ['event_arm2', (row) => row.values['eventsC']],
  ['totaln_arm1', (row) => (row.shape === 'two-by-two' ? row.values['nT'] : undefined)],
  ['totaln_arm2', (row) => (row.shape === 'two-by-two' ? row.values['nC'] : undefined)],
  ['precalc_g', (row) => (row.shape.startsWith('generic') ? row.estimate : undefined)],
  ['precalc_g_se', (row) => (row.shape.startsWith('generic') ? row.se : undefined)],
  ['higher_is_better', (row) => (row.higherIsBetter ? 'yes' : 'no')],
  ['RoB_D1', (row) => wordOf(row.riskOfBias['D1'])],
  ['RoB_D2', (row) => wordOf(row.riskOfBias['D2'])],
  ['RoB_D3', (row) => wordOf(row.riskOfBias['D3'])],
  ['RoB_D4', (row) => wordOf(row.riskOfBias['D4'])],
  ['RoB_D5', (row) => wordOf(row.riskOfBias['D5'])],
  ['overall_RoB', (row) => wordOf(row.riskOfBias['overall'])],
];

const outcomeTypes: { readonly [shape: string]: string } = { 'two-by-two': 'dich', 'means-sds': 'msd' };

const wordOf = (judgement: string | undefined): string | undefined =>
  judgement === 'Low' || judgement === 'High' ? `${judgement} risk` : judgement;

export function metapsyCsv(sheet: PoolingSheet): string {
  const extra = [...new Set(sheet.rows.flatMap((row) => Object.keys(row.characteristics)))];
  const header = [...columns.map(([name]) => name), ...extra, '.id'];
  const rows = sheet.rows.map((row) => [
    ...columns.map(([, of]) => {
      const value = of(row);
      return value === undefined || value === '' ? 'NA' : value;
    }),
    ...extra.map((name) => row.characteristics[name] || 'NA'),
    `${row.study} ${row.resultId}`.replaceAll(/[^\p{L}\p{N}]+/gu, '_'),
  ]);
  return csvText([header, ...rows]);
}

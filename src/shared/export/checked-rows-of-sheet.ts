import type { CheckedRow } from '../checks';
import type { PoolingSheetRow } from './pooling-sheet';

/** The rows of a pooling sheet as the checks look at them. A ready effect is what the source states. */
export const checkedRowsOfSheet = (rows: readonly PoolingSheetRow[]): CheckedRow[] =>
  rows.map((row, index): CheckedRow => {
    const ready = row.shape.startsWith('generic');
    return {
      number: index + 1,
      studyId: row.studyId,
      study: row.study,
      resultId: row.resultId,
      domain: row.domain,
      outcome: row.outcome,
      instrument: row.instrument,
      time: row.window || row.timepoint,
      weeks: row.weeks,
      armT: row.armT,
      armC: row.armC,
      shape: row.shape,
      values: row.values,
      decimals: {},
      stated: ready ? { g: row.estimate, se: row.se } : { g: undefined, se: undefined },
      higherIsBetter: row.higherIsBetter,
      range: { min: undefined, max: undefined },
      randomised: { T: undefined, C: undefined },
      duration: row.characteristics['duration_int'] ?? '',
      riskOfBias: row.riskOfBias,
      columnOf: {},
      table: undefined,
    };
  });

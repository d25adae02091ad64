import { emptySheet, type PoolingSheet, type PoolingSheetRow } from '@shared/export';
import type { Protocol } from '@shared/protocol';

/** A row of an invented trial: what a test says, the rest as plain as can be. */
export function inventedRow(given: Partial<PoolingSheetRow> & { readonly study: string }): PoolingSheetRow {
  const { study } = given;
  return {
    studyId: study,
    resultId: [given.instrument, given.armT, given.timepoint].filter(Boolean).join('-') || 'r',
    domainId: null,
    domain: '',
    outcome: '',
    instrument: 'Harbour Scale',
    higherIsBetter: true,
    timepoint: 'post',
    weeks: 12,
    windowId: 'post',
    window: '',
    armT: 'Peers',
    armC: 'Usual care',
    comparator: 'Usual care',
    shape: 'generic-se',
    values: {},
    estimate: 0.2,
    se: 0.15,
    riskOfBias: {},
    characteristics: {},
    ...given,
  };
}

export const inventedSheet = (
  protocol: Protocol,
  rows: readonly PoolingSheetRow[],
  more: Partial<PoolingSheet> = {},
): PoolingSheet => ({ ...emptySheet('Invented', protocol, 1), rows: [...rows], ...more });

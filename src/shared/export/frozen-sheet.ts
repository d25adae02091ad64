import { canonicalJson, hashText } from '../kernel';
import type { PoolingSheetFrozen } from '../review';
import { trialsIn, type PoolingSheet } from './pooling-sheet';

/** A sheet about to go out as a numbered version: its text, always the same for the same sheet, and what is noted of it. */
export function frozenSheet(
  sheet: PoolingSheet,
  sheetVersion: number,
): { readonly text: string; readonly noted: Omit<PoolingSheetFrozen, 'kind' | 'version'> } {
  const { provenance, checks = [], corrections = [] } = sheet;
  const numbered: PoolingSheet = {
    ...sheet,
    provenance: { dataVersion: '', settled: [], ...provenance, sheetVersion },
  };
  // Through JSON: what is undefined is not there.
  const text = canonicalJson(JSON.parse(JSON.stringify(numbered)));
  const sha256 = hashText(text);
  return {
    text,
    noted: {
      sheetVersion,
      sha256,
      rows: sheet.rows.length,
      trials: trialsIn(sheet.rows),
      protocolVersion: sheet.protocolVersion,
      note: '',
      dataVersion: provenance?.dataVersion ?? '',
      outstanding: checks.filter(({ state }) => state === 'outstanding').length,
      corrections: corrections.length,
      snapshot: sha256,
    },
  };
}

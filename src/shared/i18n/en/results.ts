import { plural } from '../text';

/** The pooling screen and the hand-over. */
export const results = {
  title: 'Pooling',
  model: 'Model',
  test: 'Test and interval',
  asProtocol: 'As in the protocol',
  departs: 'Differs from the protocol: shown here only',
  saveFigure: 'Save figure as',
  saveFigureAs: (kind: string) => `Save figure as ${kind}`,
  saveFailed: (name: string) => `${name} could not be saved`,
  leftOut: (count: number) =>
    `${count} ${plural(count, 'result', 'results')} left out: no effect can be computed`,
  emptyTitle: 'Nothing to pool yet',
  emptyText:
    'The sheet fills from final extractions: extract with two coders and settle, or import an existing sheet under Import.',
  toExtraction: 'Go to extraction',
  handOverTitle: 'Hand over',
  handOverIntro: (rows: string, trials: string, version: string) =>
    `The pooling sheet as it stands: ${rows} rows of ${trials} trials, protocol version ${version}.`,
  freeze: 'Freeze this sheet',
  freezeHint: 'Freezing notes what exactly went out: version, rows and a fingerprint of the content.',
  frozen: (version: number) => `Sheet version ${version} is frozen`,
  frozenTitle: 'Frozen versions',
  frozenLine: (version: number, rows: number, trials: number, day: string) =>
    `Version ${version}: ${rows} rows, ${trials} trials, ${day}`,
  fingerprint: 'Fingerprint',
  files: 'Files',
  saved: (name: string) => `${name} is saved`,
  metapsy: 'Pooling sheet, Metapsy standard (CSV)',
  metapsyHint:
    'For metapsyTools, R, Excel. One row per result, effects with positive favouring the intervention.',
  bundle: 'Pooling sheet, complete (JSON)',
  bundleHint: 'For the pooling module: everything, with provenance. Versioned and described by the schema.',
  schema: 'Schema of the JSON (JSON Schema)',
  schemaHint: 'For whoever programs against the bundle.',
  metafor: 'Analysis script (R, metafor)',
  metaforHint: 'Runs as it is beside pooling-sheet.csv and prints the numbers of the pooling screen.',
  save: 'Save',
};

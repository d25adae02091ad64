import { counted, plural } from '../text';

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
    `The pooling sheet as it stands: ${counted(rows, 'row', 'rows')} of ${counted(trials, 'trial', 'trials')}, protocol version ${version}.`,
  freeze: 'Freeze this sheet',
  freezeHint: 'Freezing notes what exactly went out: version, rows and a fingerprint of the content.',
  frozen: (version: number) => `Sheet version ${version} is frozen`,
  frozenTitle: 'Frozen versions',
  fingerprint: 'Fingerprint',
  files: 'Files',
  saved: (name: string) => `${name} is saved`,
  save: 'Save',
};

import { csvText, type PoolingSheet } from '../export';
import type { Catalogue } from '../i18n';

type Words = Catalogue['handOff']['notPooled'];
type Reasons = Catalogue['synthesis']['departures']['notPoolableReasons'];

/** Eligible studies that cannot be pooled, one to a line, for the narrative synthesis. */
export const studiesNotPooledCsv = (sheet: PoolingSheet, words: Words, reasons: Reasons): string =>
  csvText([
    [
      words.study,
      words.reason,
      words.note,
      words.interventions,
      words.comparators,
      words.outcomes,
      words.by,
      words.at,
    ],
    ...(sheet.notPoolable ?? []).map((study) => [
      study.study,
      reasons[study.reason],
      study.note,
      study.interventions.join('; '),
      study.comparators.join('; '),
      study.outcomes.join('; '),
      study.by,
      study.at,
    ]),
  ]);

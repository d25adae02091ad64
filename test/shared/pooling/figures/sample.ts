import type { Translated } from '../../../../src/shared/i18n/text';
import { pooling as english } from '../../../../src/shared/i18n/en/pooling';
import { pooling as dutch } from '../../../../src/shared/i18n/nl/pooling';
import {
  forestOfPool,
  type FigureOptions,
  type ForestData,
  type ForestRequest,
  type ForestStudy,
} from '../../../../src/shared/pooling/figures';

/** Invented trials; nothing here was measured on anybody. */
export const inEnglish: FigureOptions = { texts: english.figures, language: 'en' };
export const inDutch: FigureOptions = { texts: dutch.figures, language: 'nl' };

export const texts = { en: english.figures, nl: dutch.figures } satisfies {
  [language: string]: Translated<typeof english>['figures'];
};

export const domains = [
  { short: 'D1', name: 'Randomisation' },
  { short: 'D2', name: 'Deviations' },
  { short: 'All', name: 'Overall' },
];

export const trials: readonly ForestStudy[] = [
  {
    label: 'Alder & Ash 2009',
    mark: 'alder',
    yi: 0.31,
    vi: 0.031,
    fields: { format: 'group' },
    cells: [12.4, 4.1, 62, 11.1, 4.2, 64],
    riskOfBias: ['low', 'some', 'some'],
  },
  {
    label: 'Birch 2012',
    mark: 'birch',
    yi: 0.12,
    vi: 0.012,
    fields: { format: 'group' },
    cells: [9.8, 3.0, 170, 9.4, 3.3, 165],
    riskOfBias: ['low', 'low', 'low'],
  },
  {
    label: 'Cedar 2015',
    mark: 'cedar',
    yi: -0.05,
    vi: 0.055,
    fields: { format: 'one to one' },
    cells: [102.5, 15.2, 36, 103.3, 16, 37],
    riskOfBias: ['high', 'some', 'high'],
  },
  {
    label: 'Dogwood 2018',
    mark: 'dogwood',
    yi: 0.44,
    vi: 0.04,
    fields: { format: 'one to one' },
    cells: [3.1, 0.9, 51, 2.7, 0.9, 50],
    riskOfBias: ['critical', 'no-information', 'critical'],
  },
  {
    label: 'Elm 2021',
    mark: 'elm',
    yi: 1.9,
    vi: 0.6,
    fields: { format: 'one to one' },
    cells: [7, 2, 5, 4, 2, 5],
    riskOfBias: ['not-applicable', 'low', null],
  },
];

const arms = ['Peer support', 'Usual care'];

export const request = (language: 'en' | 'nl', changes: Partial<ForestRequest> = {}): ForestRequest => ({
  title: 'Personal recovery',
  measure: "Hedges' g",
  scale: 'linear',
  studies: trials,
  method: 'REML',
  test: 'hk',
  columns: arms.flatMap((arm) => [
    { heading: texts[language].mean, arm, decimals: 1 },
    { heading: texts[language].sd, arm, decimals: 1 },
    { heading: texts[language].n, arm },
  ]),
  favours: { left: 'usual care', right: 'peer support' },
  riskOfBias: { domains },
  texts: texts[language],
  language,
  ...changes,
});

export function forest(language: 'en' | 'nl', changes: Partial<ForestRequest> = {}): ForestData {
  const result = forestOfPool(request(language, changes));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

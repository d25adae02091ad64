import type { agreement as english } from '../en/agreement';
import type { Translated } from '../text';

export const agreement: Translated<typeof english> = {
  title: 'Overeenstemming',
  stage: 'Fase',
  first: 'Eerste beoordelaar',
  second: 'Tweede beoordelaar',
  rated: (n) => `Door beiden beoordeeld: ${n}`,
  table: 'Hoe ze stemden',
  both: 'Beiden',
  percent: 'Eens',
  kappa: 'Cohens kappa',
  pabak: 'PABAK',
  ac1: 'Gwets AC1',
  interval: (low, high) => `95%-BI ${low} tot ${high}`,
  noValue: {
    'no-items': 'niets is door beiden beoordeeld',
    'no-variation': 'niet gedefinieerd: beiden stemden steeds hetzelfde',
    'one-category': 'niet gedefinieerd: er is maar één categorie',
  },
  maybeRule:
    'Includeren en misschien tellen hier als één: beide sturen het record door. De oorspronkelijke stemmen tellen; beslechtingen niet.',
  inWords: {
    none: 'Niet meer overeenstemming dan toeval zou geven. Praat over de criteria voor u verdergaat.',
    slight: 'Weinig meer dan toeval. Loop de verschillen samen na en scherp de toelichting aan.',
    fair: 'Enige overeenstemming. Kijk uit welk criterium de verschillen komen.',
    moderate: 'Werkbare overeenstemming. De verschillende records zijn een gesprek waard.',
    good: 'Goede overeenstemming. Beslecht de verschillen en ga verder.',
    veryGood: 'Zeer goede overeenstemming.',
    skewed:
      'Bijna alles werd uitgesloten; dat drukt kappa, ook als beoordelaars zelden verschillen: lees haar samen met AC1.',
  },
  differing: (n) => `Records waarover ze verschillen: ${n}`,
  perCriterion: 'Overeenstemming per criterium',
  criterion: 'Criterium',
  ratedBoth: 'Door beiden beantwoord',
  criterionHint:
    'Ja, nee en onduidelijk zijn hier drie antwoorden. Het criterium met het laagste cijfer is het eerste om over te praten.',
  include: 'Door',
  exclude: 'Excluderen',
  blindTitle: 'Gesloten zolang u blind stemt',
  blindText: 'Overeenstemming zou verraden hoe uw collega stemde. Zij gaat open als uw wachtrij leeg is.',
  emptyTitle: 'Nog te weinig stemmen',
  emptyText: 'Overeenstemming vraagt records waarover twee beoordelaars beiden hebben gestemd.',
};

import type { synthesis as english } from '../en/synthesis';
import { plural, type Translated } from '../text';

export const synthesis: Translated<typeof english> = {
  title: 'Het analyseplan, ingevuld',
  outcome: 'Geplande uitkomst',
  measure: 'Maat',
  rowsTrials: 'Rijen / trials',
  effect: 'Effect [95%-BI]',
  nnt: 'Number needed to treat',
  direction: 'Richting',
  tooFew: (trials, minimum) =>
    `niet gepoold: ${trials} ${plural(trials, 'trial', 'trials')}, gepland vanaf ${minimum}`,
  notPooled: { 'no-rows': 'geen resultaten', narrative: 'in woorden, zoals gepland' },
  nntLine: (value, harm, method) =>
    `${value}${harm ? ' (schade)' : ''}, ${method === 'kraemer-kupfer' ? 'Kraemer & Kupfer' : 'Furukawa & Leucht'}`,
  directions: { benefit: 'voordeel', harm: 'nadeel', mixed: 'wisselend', none: 'geen' },
  directionLine: (direction, benefit, harm) => `${direction} (${benefit} + / ${harm} −)`,
  departures: {
    title: 'Afwijkingen van het plan',
    none: 'Niets wijkt af van het plan.',
    names: {
      method: 'Model',
      test: 'Toets',
      dependence: 'Meer rijen van een trial',
      assumedCorrelation: 'Aangenomen correlatie',
      minimumTrials: 'Minimumaantal trials',
      sharedControls: 'Gedeelde controlegroepen',
    },
    changed: (name, planned, used) => `${name}: gepland ${planned}, gebruikt ${used}.`,
    noPlan: 'Het protocol bevat geen analyseplan; het gebruikelijke plan geldt.',
    notInPlan: (rows, outcomes) =>
      `${rows} ${plural(rows, 'rij valt', 'rijen vallen')} buiten elke geplande analyse: ${outcomes}.`,
    noRows: (label, window) => `${label}${window === '' ? '' : `, ${window}`}: geen resultaten.`,
    fieldEmpty: (label, field) => `${label}: geen studie heeft een waarde voor ‘${field}’.`,
    withoutMeasure: (label, rows, measure) =>
      `${label}: ${rows} ${plural(rows, 'rij geeft', 'rijen geven')} geen ${measure}.`,
    corrected: (rows) => `${rows} ${plural(rows, 'rij wordt', 'rijen worden')} ook gecorrigeerd getoond.`,
  },
};

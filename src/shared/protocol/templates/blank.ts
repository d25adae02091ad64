import type { Protocol } from '../protocol';

/** The defaults of the field and nothing else. */
export const blankProtocol: Protocol = {
  schema: 1,
  title: 'Untitled review',
  question: '',
  background: '',
  criteria: [],
  exclusionReasons: [],
  outcomeDomains: [],
  windows: [],
  comparators: [],
  stages: {
    'title-abstract': { codersNeeded: 2, allowMaybe: true },
    'full-text': { codersNeeded: 2, allowMaybe: false },
    'risk-of-bias': { codersNeeded: 2 },
    extraction: { codersNeeded: 2 },
  },
  riskOfBias: { tool: 'rob2', variant: 'parallel', effect: 'assignment' },
  effect: { measure: 'SMD', varianceFormula: 'LS' },
  pooling: { method: 'REML', test: 'hk', predictionInterval: true },
};

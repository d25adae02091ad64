import type { Protocol } from '../protocol';
import type { ShapeForm } from './shape-forms';

/** The scale an effect ends on: the protocol's measure, or another one where the numbers give no other. */
export type EffectScale = Protocol['effect']['measure'] | 'HR' | 'IRR' | 'IRD' | 'ROM' | 'ZCOR' | 'ready';

/** How a shape reaches the protocol's measure. */
export type AnalysisRoute = {
  /** The shape that is computed; another one where a table of events is turned into a mean difference. */
  readonly shape: string;
  readonly options: { readonly [name: string]: string };
  readonly scale: EffectScale;
  /** Set where a value of one kind is turned into another: the formula's source. */
  readonly converted?: 'log-odds-to-smd' | 'smd-to-log-odds' | 'to-d';
};

type Measure = Protocol['effect']['measure'];

/**
 * How the numbers of a form become an effect in the protocol's measure; undefined where they cannot. Events become a
 * standardised mean difference by the logistic distribution (Chinn 2000), means a log odds ratio likewise; correlations
 * and chi-square become d. Mean differences and risk ratios are never made from anything else.
 * @param ratioType what a reported ratio is, where the form asks
 */
export function routeTo(form: ShapeForm, measure: Measure, ratioType = 'OR'): AnalysisRoute | undefined {
  const shape = form.id;
  const route = (
    scale: EffectScale,
    options: AnalysisRoute['options'] = {},
    converted?: AnalysisRoute['converted'],
  ): AnalysisRoute => ({ shape, options, scale, ...(converted === undefined ? {} : { converted }) });
  const measures = form.options.find(({ name }) => name === 'measure')?.choices ?? [];
  if (form.family === 'ready' && measures.length === 0) return route(measure);
  if (form.family === 'ratio' || shape === 'cluster-ratio-ci') {
    if (ratioType === measure) return route(measure);
    return measure === 'SMD' && ratioType === 'OR' && form.family === 'ratio'
      ? route('SMD', { convertTo: 'smd-logistic' }, 'log-odds-to-smd')
      : undefined;
  }
  // The difference is one of logarithms, which no other result of a review is.
  if (shape === 'lognormal-means') return undefined;
  if (shape === 'crossover') {
    if (measure === 'SMD') return route('SMD', { measure, smallSample: 'exact' });
    return measure === 'MD' ? route('MD', { measure }) : undefined;
  }
  if (shape === 'pre-post-control') {
    if (measure === 'SMD') return route('SMD');
    return measure === 'MD' ? route('MD', { method: 'change-md' }) : undefined;
  }
  if (measures.includes(measure)) return route(measure, { measure });
  if (measure === 'SMD') {
    if (shape === 'two-by-two')
      return { ...route('SMD', { measure: 'OR2DL' }, 'log-odds-to-smd'), shape: 'two-by-two-to-smd' };
    if (measures.includes('OR2DL')) return route('SMD', { measure: 'OR2DL' }, 'log-odds-to-smd');
    if (measures.includes('D')) return route('SMD', { measure: 'D' }, 'to-d');
    if (measures.includes('SMCR')) return route('SMD', { measure: 'SMCR' });
  }
  if (measure === 'MD' && measures.includes('MC')) return route('MD', { measure: 'MC' });
  if (measure === 'OR' && measures.includes('D2ORL'))
    return route('OR', { measure: 'D2ORL' }, 'smd-to-log-odds');
  return undefined;
}

/** What a form gives by itself, where the protocol's measure cannot be had: shown, and left out of the pool. */
export function ownRoute(form: ShapeForm, ratioType = 'OR'): AnalysisRoute {
  const measure = form.options.find(({ name }) => name === 'measure')?.defaultValue;
  const ratios: { readonly [type: string]: EffectScale } = { OR: 'OR', RR: 'RR', HR: 'HR', IRR: 'IRR' };
  const scales: { readonly [measure: string]: EffectScale } = {
    SMD: 'SMD',
    SMCC: 'SMD',
    D: 'SMD',
    OR2DL: 'SMD',
    MD: form.id === 'lognormal-means' ? 'ROM' : 'MD',
    OR: 'OR',
    IRR: 'IRR',
    ZCOR: 'ZCOR',
  };
  const scale =
    form.family === 'ratio' || form.id === 'cluster-ratio-ci'
      ? (ratios[ratioType] ?? 'OR')
      : (scales[String(measure)] ?? 'SMD');
  return { shape: form.id, options: {}, scale };
}

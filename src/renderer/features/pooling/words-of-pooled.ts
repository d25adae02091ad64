import { poolErrorText } from '@shared/pooling';
import type { Analysis, NotPooled, Nnt, Participants, Pooled } from '@shared/synthesis';
import { useFormats, useTexts } from '../../app/app-context';

/** How numbers of an analysis are printed on this screen; ratios as ratios. */
export function usePrinted() {
  const { synthesis: words, pooling } = useTexts();
  const { count, decimal, percent, locale } = useFormats();
  const separator = locale.startsWith('nl') ? ';' : ',';
  const interval = (low: string, high: string): string => `[${low}${separator} ${high}]`;
  const shown = (value: number, { scale }: Pick<Analysis, 'scale'>, digits = 2): string =>
    decimal(scale === 'log' ? Math.exp(value) : value, digits);
  const p = (value: number): string => (value < 0.001 ? `< ${decimal(0.001, 3)}` : decimal(value, 3));
  const numbers = (value: number): string => decimal(Math.abs(value), 1);
  return {
    decimal,
    interval,
    shown,
    p,
    /** After a "p": with the sign between. */
    pIs: (value: number): string => (value < 0.001 ? p(value) : `= ${p(value)}`),
    range: (low: number, high: number, analysis: Pick<Analysis, 'scale'>): string =>
      interval(shown(low, analysis), shown(high, analysis)),
    effect: (
      { estimate, ciLow, ciHigh }: Pick<Pooled, 'estimate' | 'ciLow' | 'ciHigh'>,
      analysis: Pick<Analysis, 'scale'>,
      digits = 2,
    ): string =>
      `${shown(estimate, analysis, digits)} ${interval(shown(ciLow, analysis, digits), shown(ciHigh, analysis, digits))}`,
    why: (error: NotPooled): string =>
      error.why === 'error'
        ? poolErrorText(error.error, pooling.errors)
        : error.why === 'too-few'
          ? words.tooFew(error.trials, error.minimum)
          : words.notPooled[error.why],
    nnt: ({ nnt }: Nnt): string => (nnt < 0 ? words.nntHarm(numbers(nnt)) : numbers(nnt)),
    /** From the benefit end; through infinity to harm where the effect may be none. */
    nntInterval: ({ atBest, atWorst, throughInfinity }: Nnt): string =>
      atBest === null || atWorst === null
        ? ''
        : throughInfinity
          ? words.nntThroughInfinity(numbers(atBest), numbers(atWorst))
          : words.nntInterval(numbers(atBest), numbers(atWorst)),
    participants: ({ known, trialsWithout }: Participants): string =>
      trialsWithout === 0 ? count(known) : known === 0 ? '–' : `≥ ${count(known)}`,
    nntMethod: ({ method, controlEventRate }: Nnt): string =>
      method === 'kraemer-kupfer'
        ? words.nntMethods['kraemer-kupfer']
        : words.nntMethods['furukawa-leucht'](percent(controlEventRate ?? 0)),
  };
}

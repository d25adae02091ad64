import { numberFormat } from '../../figures';
import type { Catalogue } from '../../i18n';
import { poolErrorText } from '../../pooling';
import type { Participants } from '../analysed-rows';
import type { Nnt } from '../nnt';
import type { Pooled } from '../pooled';
import type { Analysis, NotPooled } from '../results';

/** The texts results are told in. */
export type ReportTexts = Pick<Catalogue, 'synthesis' | 'pooling' | 'report' | 'protocol'>;

type Scaled = Pick<Analysis, 'scale'>;

/** How numbers of results are printed in a language, on the screen and in documents alike; ratios as ratios. */
export type Printed = ReturnType<typeof printedIn>;

export function printedIn(
  language: string,
  { synthesis: words, pooling }: Omit<ReportTexts, 'report' | 'protocol'>,
) {
  const decimal = numberFormat(language);
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const separator = decimal(0.5, 1).includes(',') ? ';' : ',';
  const interval = (low: string, high: string): string => `[${low}${separator} ${high}]`;
  const shown = (value: number, { scale }: Scaled, digits = 2): string =>
    decimal(scale === 'log' ? Math.exp(value) : value, digits);
  const p = (value: number): string => (value < 0.001 ? `< ${decimal(0.001, 3)}` : decimal(value, 3));
  const size = (value: number): string => decimal(Math.abs(value), 1);
  return {
    decimal,
    interval,
    shown,
    p,
    count: (value: number): string => whole.format(value),
    /** After a "p": with the sign between. */
    pIs: (value: number): string => (value < 0.001 ? p(value) : `= ${p(value)}`),
    range: (low: number, high: number, analysis: Scaled): string =>
      interval(shown(low, analysis), shown(high, analysis)),
    effect: (
      { estimate, ciLow, ciHigh }: Pick<Pooled, 'estimate' | 'ciLow' | 'ciHigh'>,
      analysis: Scaled,
      digits = 2,
    ): string =>
      `${shown(estimate, analysis, digits)} ${interval(shown(ciLow, analysis, digits), shown(ciHigh, analysis, digits))}`,
    why: (error: NotPooled): string =>
      error.why === 'error'
        ? poolErrorText(error.error, pooling.errors)
        : error.why === 'too-few'
          ? words.tooFew(error.trials, error.minimum)
          : words.notPooled[error.why],
    nnt: ({ nnt }: Nnt): string => (nnt < 0 ? words.nntHarm(size(nnt)) : size(nnt)),
    /** From the benefit end; through infinity to harm where the effect may be none. */
    nntInterval: ({ atBest, atWorst, throughInfinity }: Nnt): string =>
      atBest === null || atWorst === null
        ? ''
        : throughInfinity
          ? words.nntThroughInfinity(size(atBest), size(atWorst))
          : words.nntInterval(size(atBest), size(atWorst)),
    nntMethod: ({ method, controlEventRate }: Pick<Nnt, 'method' | 'controlEventRate'>): string =>
      method === 'kraemer-kupfer'
        ? words.nntMethods['kraemer-kupfer']
        : words.nntMethods['furukawa-leucht'](percent.format(controlEventRate ?? 0)),
    participants: ({ known, trialsWithout }: Participants): string =>
      trialsWithout === 0 ? whole.format(known) : known === 0 ? '–' : `≥ ${whole.format(known)}`,
    trialsAndRows: ({
      trials,
      rows,
    }: {
      readonly trials: number;
      readonly rows: { readonly length: number };
    }): string => (rows.length === trials ? String(trials) : `${trials} (${rows.length})`),
  };
}

import type { FigureOptions } from '../../pooling/figures';
import type { synthesis } from '../../i18n/en/synthesis';
import type { Translated } from '../../i18n/text';
import type { Analysis } from '../results';

/** The words of the analyses in one language. */
export type SynthesisWords = Translated<typeof synthesis>;

/** What a figure of an analysis needs besides its numbers. */
export type AnalysisFigureOptions = FigureOptions & {
  readonly words: SynthesisWords;
  /** What the domains of risk of bias are called, by their ids, where all studies were rated with one tool. */
  readonly domainNames?: ReadonlyMap<string, string>;
};

/** What figures read of an analysis; its corrected version has the same. */
export type DrawnAnalysis = Pick<
  Analysis,
  'outcome' | 'window' | 'measure' | 'scale' | 'instrument' | 'rows' | 'result'
>;

/** "Clinical recovery, Post-test": with the instrument where raw differences were pooled on one. */
export const titleOf = ({
  outcome,
  window,
  instrument,
}: Pick<Analysis, 'outcome' | 'window' | 'instrument'>): string =>
  [outcome.label, window, instrument ?? ''].filter((part) => part !== '').join(', ');

/** The sides of the axis by the sign in which the outcome is printed. */
export const favoursOf = (
  { outcome }: Pick<Analysis, 'outcome'>,
  { words }: AnalysisFigureOptions,
): { readonly left: string; readonly right: string } => {
  const { control, intervention } = words.figures.favours;
  return outcome.sign === 'benefit-negative'
    ? { left: intervention, right: control }
    : { left: control, right: intervention };
};

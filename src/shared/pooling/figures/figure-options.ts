import type { TextWidth } from '../../figures';
import type { pooling } from '../../i18n/en/pooling';
import type { Translated } from '../../i18n/text';

/** The words of a figure in one language. */
export type FigureTexts = Translated<typeof pooling>['figures'];

export type FigureOptions = {
  readonly texts: FigureTexts;
  /** Language tag for numbers, such as `en` or `nl`. */
  readonly language: string;
  /** How wide texts are; an estimate unless given. */
  readonly textWidth?: TextWidth | undefined;
  /** Width of the plot itself in pixels, without the columns beside it. */
  readonly plotWidth?: number | undefined;
};

import type { AnalysisFigureOptions } from '@shared/synthesis/figures';
import { useApp, useTexts } from '../../app/app-context';

/** Words and numbers for figures, in the language of the window. */
export function useFigureOptions(): AnalysisFigureOptions {
  const { synthesis: words, pooling } = useTexts();
  const { settings } = useApp();
  return { texts: pooling.figures, words, language: settings.language };
}

/** Letters and digits of a title, for the name of a file. */
export const fileNameOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');

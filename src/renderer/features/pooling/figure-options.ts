import { useCallback, useMemo } from 'react';
import { ratingsOfReview } from '@shared/export/robvis';
import type { ReviewState } from '@shared/review';
import type { AnalysisFigureOptions } from '@shared/synthesis/figures';
import { useApp, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';

/** Words and numbers for figures, in the language of the window. */
export function useFigureOptions(): AnalysisFigureOptions {
  const { synthesis: words, pooling } = useTexts();
  const { language } = useApp().settings;
  const domainNames = useDerived(
    useCallback(
      (state: ReviewState): ReadonlyMap<string, string> => {
        const [table, ...others] = ratingsOfReview(state, ({ studyId }) => studyId, language);
        // Domains of two tools may share an id.
        if (!table || others.length > 0) return new Map();
        return new Map(table.columns.map(({ id, name }) => [id, name]));
      },
      [language],
    ),
  );
  return useMemo(
    () => ({ texts: pooling.figures, words, language, domainNames }),
    [pooling, words, language, domainNames],
  );
}

/** Letters and digits of a title, for the name of a file. */
export const fileNameOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');

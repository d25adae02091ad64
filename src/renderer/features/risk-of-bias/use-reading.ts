import { useCallback } from 'react';
import { assessmentAsRead } from '@shared/review';
import type { Assessed, AssessmentContent } from '@shared/risk-of-bias';
import { useApp, useReview } from '../../app/app-context';

/** Reads assessments with their tool, in the language of the window. */
export function useReading(): (content: AssessmentContent) => Assessed | undefined {
  const { state } = useReview();
  const { language } = useApp().settings;
  return useCallback((content) => assessmentAsRead(state, content, language), [state, language]);
}

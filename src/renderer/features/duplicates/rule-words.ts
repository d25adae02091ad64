import { useCallback } from 'react';
import type { Catalogue } from '@shared/i18n';
import { useTexts } from '../../app/app-context';

type Words = Catalogue['duplicates'];

const isKey = <T extends object>(words: T, key: string): key is Extract<keyof T, string> => key in words;

/** The words for a rule that joined; its own name where a newer program made it. */
export function useRuleWords(): (why: string) => string {
  const { why: words }: Words = useTexts().duplicates;
  return useCallback((why: string) => (isKey(words, why) ? words[why] : why), [words]);
}

/** The words for what keeps a pair from being certain. */
export function useDoubtWords(): (why: string) => string {
  const { doubt: words }: Words = useTexts().duplicates;
  return useCallback((why: string) => (isKey(words, why) ? words[why] : why), [words]);
}

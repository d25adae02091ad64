import { useMemo } from 'react';
import { printedIn, type Printed } from '@shared/synthesis/report';
import { useApp, useTexts } from '../../app/app-context';

/** How numbers of results are printed, in the language of the window. */
export function usePrinted(): Printed {
  const texts = useTexts();
  const { settings } = useApp();
  return useMemo(() => printedIn(settings.language, texts), [settings.language, texts]);
}

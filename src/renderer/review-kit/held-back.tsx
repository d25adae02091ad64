import { useCallback, useState } from 'react';
import { heldBackIn, type ReviewState } from '@shared/review';
import type { HeldBack, ScreeningStage } from '@shared/screening';
import { useApp, useFormats, useReview, useTexts } from '../app/app-context';
import { useDerived } from '../app/use-derived';
import { Button, EmptyState, NextStep, Notice } from '../ui-kit';
import { UnblindDialog } from './unblind-dialog';

/**
 * What the current coder has to finish before a screen shows what was decided; null where nothing is in the way.
 * `behind`: the last stage the screen rests on.
 */
export function useHeldBack(behind: ScreeningStage): HeldBack | null {
  const { viewer } = useReview();
  const held = useDerived(useCallback((state: ReviewState) => heldBackIn(state, viewer), [viewer]));
  return held === null || (behind === 'title-abstract' && held.stage !== behind) ? null : held;
}

/** Why a screen is closed to somebody who still votes blind, what opens it, and the way to what is left to do. */
export function HeldBackState({ held }: { readonly held: HeldBack }) {
  const { heldBack: words } = useTexts();
  const formats = useFormats();
  return (
    <EmptyState title={words.title[held.stage]} action={<WaysOn held={held} />}>
      {words.text(held.stage, held.waiting, formats.count(held.waiting))}
    </EmptyState>
  );
}

/** The same above what does not depend on the votes of others, and is shown. */
export function HeldBackNotice({ held }: { readonly held: HeldBack }) {
  const { heldBack: words } = useTexts();
  const formats = useFormats();
  return <Notice>{words.partly(held.stage, held.waiting, formats.count(held.waiting))}</Notice>;
}

function WaysOn({ held: { stage } }: { readonly held: HeldBack }) {
  const { heldBack: words } = useTexts();
  const { navigate } = useApp();
  const { viewer } = useReview();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <NextStep onPress={() => navigate({ at: 'review', screen: stage })}>{words.goOn[stage]}</NextStep>
      {viewer.role === 'lead' ? (
        <>
          <Button onPress={() => setAsking(true)}>{words.endBlindness}</Button>
          <Button onPress={() => navigate({ at: 'review', screen: 'protocol' })}>{words.toProtocol}</Button>
        </>
      ) : null}
      {asking ? <UnblindDialog stage={stage} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

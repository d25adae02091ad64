import { useMemo, useState } from 'react';
import type { Batch } from '@shared/records';
import { ScreeningStage } from '@shared/screening';
import { Button } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { EarlierDecisionsDialog } from './earlier-decisions-dialog';
import { useDecisionsCarried } from './use-decisions-carried';

/** The step under which votes from a batch stand; see `VoteCast.together`. */
const stepOf = (batch: Batch): string => `earlier ${batch.eventId}`;

/** Decisions of another program that a batch carries: take them over as votes, or take them back. For the lead. */
export function EarlierDecisions({ batch }: { readonly batch: Batch }) {
  const { imports } = useTexts();
  const { earlier: words } = imports;
  const { state, session, viewer, version } = useReview();
  const { say } = useApp();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const carried = useDecisionsCarried(batch);
  const taken = useMemo(
    () => takenOver(state, stepOf(batch)),
    // The state is updated in place.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [state, version, batch],
  );
  if (viewer.role !== 'lead' || (carried === 0 && taken.size === 0)) return null;
  const total = [...taken.values()].reduce((sum, count) => sum + count, 0);

  const takeBack = async (): Promise<void> => {
    for (const author of taken.keys())
      await session.dispatch(author, { do: 'withdrawTogether', together: stepOf(batch) });
    say({ text: words.takenBack(formats.count(total)) });
  };

  return (
    <>
      {total > 0 ? (
        <Button small kind="quiet" onPress={() => void takeBack()}>
          {words.takeBack(formats.count(total))}
        </Button>
      ) : (
        <Button small onPress={() => setOpen(true)}>
          {words.open(formats.count(carried))}
        </Button>
      )}
      {open ? (
        <EarlierDecisionsDialog batch={batch} step={stepOf(batch)} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

/** How many votes of each author stand under a step. */
function takenOver(state: ReturnType<typeof useReview>['state'], step: string) {
  const counts = new Map<ReturnType<typeof useReview>['viewer']['authorId'], number>();
  for (const stage of ScreeningStage.options) {
    for (const votes of state.screening.votes[stage].values()) {
      for (const vote of votes.values()) {
        if (vote.body.together === step) counts.set(vote.authorId, (counts.get(vote.authorId) ?? 0) + 1);
      }
    }
  }
  return counts;
}

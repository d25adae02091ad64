import { SealedStage } from '@shared/sealing';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import { Button } from '../../ui-kit';
import styles from './team.module.css';

/** How much is sealed in each stage, and the lead's way to end the blindness of one. */
export function SealedStages({ onUnblind }: { readonly onUnblind: (stage: SealedStage) => void }) {
  const { team: words } = useTexts();
  const formats = useFormats();
  const { state, viewer } = useReview();
  const { sealed, unblinded } = state.sealing;
  const countOf = (stage: SealedStage): number => {
    let count = 0;
    for (const [place, authors] of sealed)
      if (place.startsWith(`${stage} `))
        for (const judgement of authors.values()) if (judgement.complete) count += 1;
    return count;
  };
  const lines = SealedStage.options.map((stage) => ({
    stage,
    count: countOf(stage),
    open: unblinded.get(stage),
  }));
  const shown = lines.filter(({ count, open }) => count > 0 || open !== undefined);
  if (shown.length === 0) return <p>{words.dialog.sealedNone}</p>;
  return (
    <ul className={styles['sealed']}>
      {shown.map(({ stage, count, open }) => (
        <li key={stage}>
          {open
            ? words.dialog.unblinded(
                words.stages[stage],
                state.coders.get(open.authorId)?.name ?? '?',
                formats.moment(open.at),
              )
            : words.dialog.sealedCount(words.stages[stage], formats.count(count))}
          {viewer.role === 'lead' && !open ? (
            <Button small onPress={() => onUnblind(stage)}>
              {words.dialog.unblind}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

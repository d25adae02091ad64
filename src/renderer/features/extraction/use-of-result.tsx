import { useState } from 'react';
import type { StudyId } from '@shared/kernel';
import type { ExtractedResult, ResultChoice } from '@shared/extraction';
import { Badge, Button, TextField } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import styles from './extraction.module.css';

/** Whether a final result goes into the sheet and by which rule; a person may decide otherwise, with a reason. */
export function UseOfResult({
  studyId,
  result,
  choice,
  results,
  notPooled,
}: {
  readonly studyId: StudyId;
  readonly result: ExtractedResult;
  readonly choice: ResultChoice | undefined;
  readonly results: readonly ExtractedResult[];
  /** The whole study was said not to be poolable: no result of it goes into the sheet. */
  readonly notPooled: boolean;
}) {
  const { extraction, app } = useTexts();
  const words = extraction.use;
  const { state, viewer, session, dispatch } = useReview();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!choice) return null;
  if (notPooled)
    return (
      <div className={styles['use']}>
        <Badge>{words.notUsed}</Badge>
        <span className={styles['hint']}>{words.studyNotPooled}</span>
      </div>
    );
  const own = state.resultUses.get(studyId)?.get(result.id);
  const other = results.find(({ id }) => id === choice.insteadOf);
  const mayDecide = !session.readOnly && viewer.role !== 'observer';
  const decide = async (use: boolean | null): Promise<void> => {
    const ids = await dispatch({ do: 'decideResultUse', studyId, resultId: result.id, use, reason });
    if (!ids) return;
    setAsking(false);
    setReason('');
  };
  const why = own
    ? words.byHand(own.reason)
    : [words.whys[choice.why], other ? [other.instrument, other.timepoint.label].join(', ') : '']
        .filter(Boolean)
        .join(': ');
  return (
    <div className={styles['use']}>
      <Badge tone={choice.used ? 'include' : 'neutral'}>{choice.used ? words.used : words.notUsed}</Badge>
      {why === '' ? null : <span className={styles['hint']}>{why}</span>}
      {asking ? (
        <>
          <TextField autoFocus label={words.reason} value={reason} onChange={setReason} />
          <Button small disabled={reason.trim() === ''} onPress={() => void decide(!choice.used)}>
            {choice.used ? words.setAside : words.useIt}
          </Button>
          <Button small kind="quiet" onPress={() => setAsking(false)}>
            {app.cancel}
          </Button>
        </>
      ) : mayDecide ? (
        <>
          <Button small kind="quiet" onPress={() => setAsking(true)}>
            {choice.used ? words.setAside : words.useIt}
          </Button>
          {own ? (
            <Button small kind="quiet" onPress={() => void decide(null)}>
              {words.backToRule}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

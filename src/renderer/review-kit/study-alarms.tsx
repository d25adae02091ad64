import { useCallback } from 'react';
import { alarmsOfCoder } from '@shared/export';
import type { StudyId } from '@shared/kernel';
import type { ReviewState } from '@shared/review';
import { useReview, useTexts } from '../app/app-context';
import { useDerived } from '../app/use-derived';
import { AlarmList, AlarmSentence } from './alarm-list';
import styles from './alarm-list.module.css';
import { useCheckedSheet, useStudyLabel } from './use-sheet';

/** The alarms about a final extraction, beside the study, to be answered. Nothing where there are none. */
export function FinalAlarms({ studyId }: { readonly studyId: StudyId }) {
  const { checks: words } = useTexts();
  const { alarms } = useCheckedSheet();
  const own = alarms.filter((alarm) => alarm.studyId === studyId);
  if (own.length === 0) return null;
  return (
    <section className={styles['panel']} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className={styles['hint']}>{words.finalHint}</p>
      <AlarmList alarms={own} withStudy={false} />
    </section>
  );
}

/** The alarms about what the current coder entered for a study; of the other coder's entries nothing is in here. */
export function OwnAlarms({ studyId }: { readonly studyId: StudyId }) {
  const { checks: words } = useTexts();
  const { viewer } = useReview();
  const label = useStudyLabel();
  const alarms = useDerived(
    useCallback(
      (state: ReviewState) => {
        const own = state.extractions.get(studyId)?.get(viewer.authorId)?.body.content;
        return own ? alarmsOfCoder(state, label, studyId, own) : [];
      },
      [label, studyId, viewer.authorId],
    ),
  );
  if (alarms.length === 0) return null;
  return (
    <section className={styles['panel']} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className={styles['hint']}>{words.ownHint}</p>
      <ul>
        {alarms.map((alarm) => (
          <li key={`${alarm.check} ${alarm.resultId} ${alarm.columns.join(' ')}`}>
            <AlarmSentence alarm={alarm} />
          </li>
        ))}
      </ul>
    </section>
  );
}

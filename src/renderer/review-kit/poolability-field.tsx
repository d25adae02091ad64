import { useState } from 'react';
import { isExtractedApart, poolabilityOf, type Study } from '@shared/review';
import { NotPoolableReason } from '@shared/studies';
import { useApp, useFormats, useReview, useTexts } from '../app/app-context';
import { SelectField, TextField } from '../ui-kit';
import styles from './poolability-field.module.css';

const poolable = 'poolable';

/** Whether an eligible study can be pooled, and why not: a state of the study, never an exclusion. */
export function PoolabilityField({ study }: { readonly study: Pick<Study, 'studyId' | 'reports'> }) {
  const { poolability: words } = useTexts();
  const formats = useFormats();
  const { state, viewer, session, dispatch } = useReview();
  const { say } = useApp();
  const said = poolabilityOf(state, study);
  const reason = said && !said.body.poolable ? (said.body.reason ?? 'other') : null;
  const [note, setNote] = useState(said?.body.note ?? '');
  if (isExtractedApart(state, study.studyId) && reason === null)
    return <p className={styles['hint']}>{words.closed}</p>;
  const put = async (next: NotPoolableReason | null, withNote: string): Promise<void> => {
    const { studyId } = study;
    const ids = await dispatch({ do: 'notePoolability', studyId, reason: next, note: withNote });
    const [target] = ids ?? [];
    if (target) say({ text: words.noted, undo: () => void dispatch({ do: 'withdraw', target }) });
  };
  const closed = session.readOnly || viewer.role === 'observer';
  if (closed)
    return (
      <p className={styles['hint']}>
        {words.label}: {reason === null ? words.poolable : words.notPoolable[reason]}
      </p>
    );
  return (
    <div className={styles['poolability']}>
      <SelectField
        label={words.label}
        hint={reason === null ? undefined : words.hint}
        value={reason ?? poolable}
        choices={[
          { value: poolable, label: words.poolable },
          ...NotPoolableReason.options.map((value) => ({ value, label: words.notPoolable[value] })),
        ]}
        onChange={(chosen) => {
          const next = NotPoolableReason.safeParse(chosen);
          void put(next.success ? next.data : null, next.success ? note : '');
        }}
      />
      {reason === null || said === undefined ? null : (
        <>
          <TextField
            label={words.note}
            value={note}
            onChange={setNote}
            onCommit={() => {
              if (note.trim() !== said.body.note) void put(reason, note);
            }}
          />
          <p className={styles['hint']}>
            {words.said(state.coders.get(said.authorId)?.name ?? said.authorId, formats.moment(said.at))}
          </p>
        </>
      )}
    </div>
  );
}

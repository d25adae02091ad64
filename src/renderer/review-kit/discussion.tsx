import { useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { screeningContext } from '@shared/review';
import { discussionOf, isBlind, ScreeningStage, type SignedComment } from '@shared/screening';
import { useFormats, useReview, useTexts } from '../app/app-context';
import { Button, TextField, useKeys } from '../ui-kit';
import styles from './discussion.module.css';

/** What was said about a record at a stage, and a field to say more. Nothing for somebody who is still blind there. */
export function Discussion({
  stage,
  recordId,
  shortcut,
}: {
  readonly stage: ScreeningStage;
  readonly recordId: RecordId;
  /** The key that leads to the field. */
  readonly shortcut?: string;
}) {
  const { discussion: words } = useTexts();
  const { state, viewer, session, dispatch } = useReview();
  const [text, setText] = useState('');
  const field = `discussion-${stage}-${recordId}`;
  const context = screeningContext(state);
  const blind = isBlind(context, stage, viewer);
  const comments = discussionOf(state.screening, stage, context.membersOf(recordId));
  const write = async (): Promise<void> => {
    if (text.trim() === '') return;
    if (await dispatch({ do: 'writeComment', stage, recordId, text })) setText('');
  };
  const goThere = (): void => document.querySelector<HTMLElement>(`#${field} textarea`)?.focus();
  const open = !blind && !session.readOnly && viewer.role !== 'observer';
  useKeys(
    {
      ...(shortcut === undefined ? {} : { [shortcut.toLowerCase()]: goThere }),
      'mod+Enter': () => void write(),
    },
    open,
  );
  if (blind) return null;
  return (
    <section className={styles['discussion']} aria-label={words.title}>
      <h3>{words.title}</h3>
      {comments.length === 0 ? (
        <p className={styles['hint']}>{words.none}</p>
      ) : (
        <Comments comments={comments} />
      )}
      {open ? (
        <form
          id={field}
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            void write();
          }}
        >
          <TextField
            label={shortcut === undefined ? words.say : `${words.say} · ${shortcut}`}
            rows={2}
            value={text}
            onChange={setText}
          />
          <div>
            <Button small shortcut="Ctrl ↵" disabled={text.trim() === ''} onPress={() => void write()}>
              {words.send}
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}

function Comments({ comments }: { readonly comments: readonly SignedComment[] }) {
  const { discussion: words } = useTexts();
  const formats = useFormats();
  const { state, viewer, session, dispatch } = useReview();
  return (
    <ol className={styles['comments']}>
      {comments.map(({ eventId, authorId, at, body }) => (
        <li key={eventId}>
          <p className={styles['who']}>
            <strong>{state.coders.get(authorId)?.name ?? authorId}</strong> {formats.moment(at)}
            {authorId === viewer.authorId && !session.readOnly ? (
              <Button
                small
                kind="quiet"
                label={words.takeBackThis(body.text.slice(0, 40))}
                onPress={() => void dispatch({ do: 'withdraw', target: eventId })}
              >
                {words.takeBack}
              </Button>
            ) : null}
          </p>
          <p className={styles['text']}>{body.text}</p>
        </li>
      ))}
    </ol>
  );
}

/** On the page of a record: what was said about it at either stage, where anything was. */
export function DiscussionsOfRecord({ recordId }: { readonly recordId: RecordId }) {
  const { screening } = useTexts();
  const { state, viewer } = useReview();
  const context = screeningContext(state);
  const stages = ScreeningStage.options.filter(
    (stage) =>
      !isBlind(context, stage, viewer) &&
      discussionOf(state.screening, stage, context.membersOf(recordId)).length > 0,
  );
  return (
    <>
      {stages.map((stage) => (
        <div key={stage} className={styles['onPage']}>
          <p className={styles['hint']}>{screening.titles[stage]}</p>
          <Discussion stage={stage} recordId={recordId} />
        </div>
      ))}
    </>
  );
}

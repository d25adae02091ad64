import { useState } from 'react';
import type { RecordId } from '@shared/kernel';
import type { SecondLook } from '@shared/ranking';
import { readingRules } from '@shared/protocol';
import { currentProtocol, screeningContext } from '@shared/review';
import { hasUpheld, isBlind, readingOf, stageDecision } from '@shared/screening';
import { Button, EmptyState } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { useRanking } from '../../ranking';
import { RecordPage } from '../../review-kit';
import styles from './reading.module.css';

const stage = 'title-abstract';
/** Included records needed before anything can be learned: one per fold. */
const leastIncluded = 5;
const shownAtOnce = 50;

type Look = SecondLook & { readonly id: RecordId };

/** Excluded records that a model finds likely which never saw their votes: each kept excluded or changed. */
export function SecondPart() {
  const { ranking: words, screening } = useTexts();
  const formats = useFormats();
  const { state, viewer, dispatch, session } = useReview();
  const { say } = useApp();
  const context = screeningContext(state);
  const blind = isBlind(context, stage, viewer);
  const ranking = useRanking(stage, !blind);
  const [looks, setLooks] = useState<readonly Look[] | null>(null);
  const [looking, setLooking] = useState(false);
  const [open, setOpen] = useState<RecordId | null>(null);

  if (blind) return <EmptyState title={words.second.blindTitle}>{words.second.blindText}</EmptyState>;
  const read = readingOf(context, stage, viewer);
  const included = read.filter(({ relevant }) => relevant).length;
  if (included < leastIncluded) return <EmptyState title={words.second.title}>{words.second.few}</EmptyState>;

  const look = async (): Promise<void> => {
    setLooking(true);
    const labels = new Map(read.map(({ recordId, relevant }) => [recordId, relevant]));
    const { seed } = readingRules(currentProtocol(state)?.protocol);
    setLooks(await ranking.engine.secondLooks(labels, seed));
    setLooking(false);
  };
  const left = looks?.filter(
    ({ id }) =>
      stageDecision(context, stage, id).status === 'exclude' &&
      !hasUpheld(context, stage, id, viewer.authorId),
  );
  const shown = open ?? left?.[0]?.id ?? null;
  const keep = (id: RecordId): void => {
    setOpen(null);
    void dispatch({ do: 'upholdExclusion', stage, recordId: id }).then((ids) => {
      if (ids) say({ text: words.second.kept });
    });
  };
  const include = (id: RecordId): void => {
    setOpen(null);
    void dispatch({
      do: 'castVote',
      stage,
      recordId: id,
      vote: 'include',
      reasonId: null,
      answers: {},
      overruled: null,
      seconds: null,
      offeredBy: 'likely',
    }).then((ids) => {
      if (ids) say({ text: words.second.changed });
    });
  };

  return (
    <section className={styles['part']} aria-labelledby="second">
      <h2 id="second">{words.second.title}</h2>
      <p className={styles['sentence']}>{words.second.text}</p>
      {left === undefined ? (
        <div className={styles['actions']}>
          <Button kind="primary" disabled={ranking.state !== 'ready' || looking} onPress={() => void look()}>
            {looking ? words.second.looking : words.second.look}
          </Button>
        </div>
      ) : left.length === 0 || shown === null ? (
        <p className={styles['sentence']}>{words.second.none}</p>
      ) : (
        <div className={styles['two']}>
          <ul className={styles['records']}>
            {left.slice(0, shownAtOnce).map(({ id, likeIncluded }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles['pick']}
                  aria-current={id === shown}
                  onClick={() => setOpen(id)}
                >
                  {session.records.get(id)?.title ?? screening.noTitle}
                  <span className={styles['hint']}>
                    {words.second.likeIncluded(formats.percent(likeIncluded))}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <div className={styles['stack']}>
            <div className={styles['actions']}>
              <Button kind="exclude" disabled={session.readOnly} onPress={() => keep(shown)}>
                {words.second.keep}
              </Button>
              <Button kind="include" disabled={session.readOnly} onPress={() => include(shown)}>
                {words.second.vote}
              </Button>
            </div>
            <RecordPage recordId={shown} narrow />
          </div>
        </div>
      )}
    </section>
  );
}

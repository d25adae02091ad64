import { useDeferredValue, useMemo } from 'react';
import type { Protocol } from '@shared/protocol';
import { screeningContext } from '@shared/review';
import { isBlind, movesUnder, ScreeningStage, touchedVotes } from '@shared/screening';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import styles from './protocol.module.css';

/** Records named before the rest is only counted. */
const most = 50;

/** What a change of the protocol would move, and the votes that rest on what changes, before it is saved. */
export function ChangeEffects({ before, draft }: { readonly before: Protocol; readonly draft: Protocol }) {
  const { protocol: words, screening } = useTexts();
  const formats = useFormats();
  const { state, session, viewer, version } = useReview();
  const after = useDeferredValue(draft);
  const effects = useMemo(() => {
    const context = screeningContext(state);
    const blind = ScreeningStage.options.some((stage) => isBlind(context, stage, viewer));
    return {
      blind,
      moves: blind ? [] : movesUnder(context, after),
      touched: touchedVotes(context, before, after, blind ? viewer.authorId : undefined),
    };
    // The state is updated in place.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state, version, viewer, before, after]);
  if (state.origins.size === 0) return null;
  const { blind, moves, touched } = effects;
  const count = formats.count(touched.length);
  const records = [...new Set(touched.map((vote) => vote.body.recordId))];
  return (
    <div className={styles['effects']} aria-live="polite">
      <h3>{words.effectTitle}</h3>
      {blind ? <p className={styles['hint']}>{words.movesBlind}</p> : null}
      {!blind && moves.length === 0 ? <p className={styles['hint']}>{words.movesNone}</p> : null}
      <ul>
        {moves.map((move) => (
          <li key={`${move.stage} ${move.from} ${move.to}`}>
            {screening.titles[move.stage]}:{' '}
            {words.moves(
              formats.count(move.records.length),
              words.statuses[move.from],
              words.statuses[move.to],
            )}
          </li>
        ))}
      </ul>
      {touched.length > 0 ? (
        <details>
          <summary>{blind ? words.touchedOwn(count) : words.touched(count)}</summary>
          <ul>
            {records.slice(0, most).map((id) => (
              <li key={id}>{session.records.get(id)?.title ?? screening.noTitle}</li>
            ))}
            {records.length > most ? (
              <li>{words.touchedMore(formats.count(records.length - most))}</li>
            ) : null}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

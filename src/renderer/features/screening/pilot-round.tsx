import { useCallback, useState } from 'react';
import type { AuthorId } from '@shared/kernel';
import { currentProtocol, pilotReport, screeningContext, type Coder, type ReviewState } from '@shared/review';
import { isBlind, pilotProgress } from '@shared/screening';
import { Button, Checkbox, Notice, TextField, controls } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import { VoteBadge } from '../../review-kit';
import styles from './work.module.css';

/** The sample everybody screens first: drawing it, how far everybody is, how it went, closing it. */
export function PilotRound({ coders }: { readonly coders: readonly Coder[] }) {
  const { work: words } = useTexts();
  const formats = useFormats();
  const { state, viewer } = useReview();
  const { pilot } = state.screening;
  const lead = viewer.role === 'lead';
  return (
    <section className={styles['section']}>
      <h3>{words.pilot}</h3>
      {pilot ? <Standing coders={coders} /> : <p className={styles['hint']}>{words.pilotHint}</p>}
      {pilot?.closed ? (
        <p>
          {words.pilotClosed(formats.day(pilot.closed.at), formats.count(pilot.closed.body.protocolVersion))}{' '}
          {pilot.closed.body.reason}
        </p>
      ) : null}
      {lead && pilot && !pilot.closed ? <ClosePilot /> : null}
      {lead && (!pilot || pilot.closed) ? <DrawPilot coders={coders} /> : null}
    </section>
  );
}

function Standing({ coders }: { readonly coders: readonly Coder[] }) {
  const { work: words, screening } = useTexts();
  const formats = useFormats();
  const { viewer, session } = useReview();
  const derive = useCallback(
    (state: ReviewState) => {
      const context = screeningContext(state);
      const blind = isBlind(context, 'title-abstract', viewer);
      const { pilot } = context;
      return {
        progress: pilot ? pilotProgress(context, pilot) : new Map<AuthorId, number>(),
        size: pilot?.records.size ?? 0,
        report: blind ? undefined : pilotReport(context, currentProtocol(state)?.protocol.pilot),
      };
    },
    [viewer],
  );
  const { progress, size, report } = useDerived(derive);
  const nameOf = (id: AuthorId): string => coders.find((coder) => coder.authorId === id)?.name ?? id;
  return (
    <>
      <p>
        {[...progress]
          .map(([coder, done]) => words.pilotDone(nameOf(coder), formats.count(done), formats.count(size)))
          .join(' · ')}
      </p>
      {report === undefined ? (
        <p className={styles['hint']}>{words.pilotBlind}</p>
      ) : (
        <>
          {report.gateMet === null ? null : (
            <Notice tone={report.gateMet ? 'info' : 'warn'}>
              {report.gateMet ? words.gateMet : words.gateMissed}
            </Notice>
          )}
          <table className={controls['table']}>
            <thead>
              <tr>
                <th>{words.pair}</th>
                <th className={controls['num']}>{words.both}</th>
                <th className={controls['num']}>{words.agreed}</th>
                <th className={controls['num']}>{words.kappa}</th>
              </tr>
            </thead>
            <tbody>
              {report.pairs.map((pair) => (
                <tr key={`${pair.first} ${pair.second}`}>
                  <th scope="row">
                    {nameOf(pair.first)} · {nameOf(pair.second)}
                  </th>
                  <td className={controls['num']}>{formats.count(pair.both)}</td>
                  <td className={controls['num']}>
                    {pair.agreed === null ? '–' : formats.percent(pair.agreed, 1)}
                  </td>
                  <td className={controls['num']}>
                    {pair.kappa === null ? '–' : formats.decimal(pair.kappa, 2)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {report.differing.length > 0 ? (
            <details>
              <summary>{words.differing(formats.count(report.differing.length))}</summary>
              <ul className={styles['differing']}>
                {report.differing.map(({ recordId, votes }) => (
                  <li key={recordId}>
                    <span>{session.records.get(recordId)?.title ?? screening.noTitle}</span>
                    <span className={styles['votes']}>
                      {votes.map((vote) => (
                        <span key={vote.eventId}>
                          {nameOf(vote.authorId)} <VoteBadge vote={vote.body.vote} />
                        </span>
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </>
      )}
    </>
  );
}

function ClosePilot() {
  const { work: words } = useTexts();
  const { dispatch } = useReview();
  const { say } = useApp();
  const [reason, setReason] = useState('');
  const close = async (): Promise<void> => {
    if (await dispatch({ do: 'closePilot', reason })) say({ text: words.pilotIsClosed });
  };
  return (
    <div className={styles['close']}>
      <TextField label={words.closeReason} hint={words.closeHint} value={reason} onChange={setReason} />
      <div>
        <Button kind="primary" onPress={() => void close()}>
          {words.closePilot}
        </Button>
      </div>
    </div>
  );
}

function DrawPilot({ coders }: { readonly coders: readonly Coder[] }) {
  const { work: words } = useTexts();
  const { state, dispatch } = useReview();
  const { say } = useApp();
  const [size, setSize] = useState(String(currentProtocol(state)?.protocol.pilot?.size ?? 50));
  const [seed, setSeed] = useState('1');
  const [chosen, setChosen] = useState<ReadonlySet<AuthorId>>(
    new Set(coders.filter(({ role }) => role === 'coder').map(({ authorId }) => authorId)),
  );
  const draw = async (): Promise<void> => {
    const ids = await dispatch({
      do: 'drawPilot',
      size: digitsOf(size),
      seed: digitsOf(seed),
      coders: [...chosen],
    });
    if (ids) say({ text: words.pilotDrawn });
  };
  return (
    <div className={styles['draw']}>
      <TextField label={words.size} inputMode="numeric" value={size} onChange={setSize} />
      <TextField label={words.seed} inputMode="numeric" value={seed} onChange={setSeed} />
      <div className={styles['chosen']} role="group" aria-label={words.pilotCoders}>
        {coders.map(({ authorId, name }) => (
          <Checkbox
            key={authorId}
            label={name}
            checked={chosen.has(authorId)}
            onChange={(on) =>
              setChosen(new Set(on ? [...chosen, authorId] : [...chosen].filter((id) => id !== authorId)))
            }
          />
        ))}
      </div>
      <Button disabled={chosen.size < 2 || digitsOf(size) === 0} onPress={() => void draw()}>
        {words.drawPilot}
      </Button>
    </div>
  );
}

const digitsOf = (text: string): number => Number(text.replace(/\D/gu, '').slice(0, 6));

import { useCallback, useState, useMemo } from 'react';
import type { LocalId, RecordId } from '@shared/kernel';
import { conflictsCsv } from '@shared/export';
import { openReasons } from '@shared/protocol';
import { currentProtocol, screeningContext, type ReviewState } from '@shared/review';
import {
  coderView,
  conflictsAt,
  discussionOf,
  isBlind,
  staleResolution,
  type Conflict,
  type ScreeningStage,
} from '@shared/screening';
import {
  Button,
  EmptyState,
  NextStep,
  Notice,
  Segments,
  SelectField,
  TextField,
  useKeys,
} from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import { useDerived } from '../../app/use-derived';
import { Discussion, RecordPage, VoteBadge, ReportPane } from '../../review-kit';
import styles from './conflicts.module.css';

type Queue =
  | { readonly blind: true; readonly waiting: number }
  | { readonly blind: false; readonly conflicts: readonly Conflict[] };

/** Where one goes on when nothing is left to settle. */
const after = { 'title-abstract': 'full-text', 'full-text': 'risk-of-bias' } as const;

/** Where coders differ: read first, ask how they voted, settle. */
export function ConflictsScreen() {
  const { conflicts: words, heldBack, screening } = useTexts();
  const formats = useFormats();
  const { navigate } = useApp();
  const { viewer, state, session } = useReview();
  const [stage, setStage] = useState<ScreeningStage>('title-abstract');
  const [chosen, setChosen] = useState<RecordId | null>(null);
  const derive = useCallback(
    (state: ReviewState): Queue => {
      const context = screeningContext(state);
      return isBlind(context, stage, viewer)
        ? { blind: true, waiting: coderView(context, stage, viewer.authorId).queue.length }
        : { blind: false, conflicts: conflictsAt(context, stage) };
    },
    [stage, viewer],
  );
  const queue = useDerived(derive);
  const conflict = queue.blind
    ? undefined
    : (queue.conflicts.find(({ recordId }) => recordId === chosen) ?? queue.conflicts[0]);

  const step = (by: 1 | -1): void => {
    if (queue.blind) return;
    const at = queue.conflicts.findIndex((candidate) => candidate === conflict);
    const next = queue.conflicts[at + by];
    if (next) setChosen(next.recordId);
  };
  useKeys({ ArrowDown: () => step(1), ArrowUp: () => step(-1), j: () => step(1), k: () => step(-1) });
  const save = (): Promise<unknown> =>
    saveText(
      'conflicts.csv',
      'text/csv',
      conflictsCsv(state, (id) => session.records.get(id), viewer.authorId, [stage]),
    );

  return (
    <div className={styles['conflicts']}>
      <header className={styles['head']}>
        <h1>{words.title}</h1>
        <Segments
          label={words.stage}
          value={stage}
          choices={[
            { value: 'title-abstract', label: screening.titles['title-abstract'] },
            { value: 'full-text', label: screening.titles['full-text'] },
          ]}
          onChange={(next) => {
            setStage(next);
            setChosen(null);
          }}
        />
        {queue.blind ? null : (
          <>
            <p className={styles['count']}>{words.intro(formats.count(queue.conflicts.length))}</p>
            <Button small onPress={() => void save()}>
              {words.save}
            </Button>
          </>
        )}
      </header>
      {queue.blind ? (
        <EmptyState
          title={words.blindTitle}
          action={
            <NextStep onPress={() => navigate({ at: 'review', screen: stage })}>{words.blindAction}</NextStep>
          }
        >
          {words.blindText(queue.waiting)}
        </EmptyState>
      ) : conflict === undefined ? (
        <EmptyState
          title={words.emptyTitle}
          action={
            <NextStep onPress={() => navigate({ at: 'review', screen: after[stage] })}>
              {stage === 'title-abstract' ? heldBack.goOn['full-text'] : screening.done.toBias}
            </NextStep>
          }
        >
          {words.emptyText}
        </EmptyState>
      ) : (
        <div className={styles['body']}>
          <ConflictList
            stage={stage}
            conflicts={queue.conflicts}
            current={conflict.recordId}
            onChoose={setChosen}
          />
          <div className={stage === 'full-text' ? styles['report'] : styles['reading']}>
            {stage === 'full-text' ? (
              <ConflictReport key={conflict.recordId} conflict={conflict} />
            ) : (
              <RecordPage recordId={conflict.recordId} discussion={false} />
            )}
          </div>
          <Settlement key={conflict.recordId} stage={stage} conflict={conflict} />
        </div>
      )}
    </div>
  );
}

function ConflictList({
  stage,
  conflicts,
  current,
  onChoose,
}: {
  readonly stage: ScreeningStage;
  readonly conflicts: readonly Conflict[];
  readonly current: RecordId;
  readonly onChoose: (id: RecordId) => void;
}) {
  const { conflicts: words, discussion, screening } = useTexts();
  const { session, state } = useReview();
  const context = screeningContext(state);
  const marksOf = (recordId: RecordId): string[] => {
    const said = discussionOf(state.screening, stage, context.membersOf(recordId)).length;
    return [
      ...(staleResolution(context, stage, recordId) ? [words.reopenedMark] : []),
      ...(said > 0 ? [discussion.count(said)] : []),
    ];
  };
  return (
    <ol className={styles['list']}>
      {conflicts.slice(0, shownAtOnce).map(({ recordId, about }) => (
        <li key={recordId}>
          <button
            type="button"
            className={styles['entry']}
            aria-current={recordId === current}
            onClick={() => onChoose(recordId)}
          >
            <span className={styles['entryTitle']}>
              {session.records.get(recordId)?.title ?? screening.noTitle}
            </span>
            <span className={styles['entryAbout']}>
              {[about === 'reason' ? words.aboutReason : words.aboutDecision, ...marksOf(recordId)].join(
                ' · ',
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** The report two people differ on; what they quoted is marked once somebody has asked to see the votes. */
function ConflictReport({ conflict: { recordId, votes } }: { readonly conflict: Conflict }) {
  const { state, viewer } = useReview();
  const revealed = state.screening.revealed['full-text'].get(recordId)?.has(viewer.authorId) ?? false;
  const marks = useMemo(
    () =>
      revealed
        ? votes.flatMap(({ body }) => Object.values(body.answers).flatMap(({ place }) => place ?? []))
        : [],
    [revealed, votes],
  );
  const reports = useMemo(() => [recordId], [recordId]);
  return <ReportPane reports={reports} marks={marks} />;
}

const shownAtOnce = 200;

function Settlement({ stage, conflict }: { readonly stage: ScreeningStage; readonly conflict: Conflict }) {
  const { conflicts: words, screening } = useTexts();
  const { state, session, viewer, dispatch } = useReview();
  const { say } = useApp();
  const locked = session.readOnly || viewer.role === 'observer';
  const [decision, setDecision] = useState<'include' | 'exclude' | null>(null);
  const [reasonId, setReasonId] = useState<LocalId>('');
  const [method, setMethod] = useState<'consensus' | 'adjudication'>(
    conflict.votes.some((vote) => vote.authorId === viewer.authorId) ? 'consensus' : 'adjudication',
  );
  const [rationale, setRationale] = useState('');
  const formats = useFormats();
  const { recordId, votes } = conflict;
  const revealed = state.screening.revealed[stage].get(recordId)?.has(viewer.authorId) ?? false;
  const protocol = currentProtocol(state)?.protocol;
  const reasons = protocol ? openReasons(protocol) : [];
  const needsReason = decision === 'exclude' && stage === 'full-text' && reasonId === '';
  const reveal = (): void => void dispatch({ do: 'revealVotes', stage, recordId });
  useKeys(
    locked
      ? {}
      : {
          h: revealed ? undefined : reveal,
          i: () => setDecision('include'),
          e: () => setDecision('exclude'),
          Enter: () => {
            if (decision !== null && !needsReason) void settle();
          },
          ...(decision === 'exclude'
            ? Object.fromEntries(
                reasons.slice(0, 9).map(({ id }, at) => [String(at + 1), () => setReasonId(id)]),
              )
            : {}),
        },
  );
  if (!protocol) return null;
  const nameOf = (authorId: string): string =>
    [...state.coders.values()].find((coder) => coder.authorId === authorId)?.name ?? authorId;
  const reasonOf = (id: LocalId | null): string | undefined =>
    protocol.exclusionReasons.find((reason) => reason.id === id)?.label;
  const stale = staleResolution(screeningContext(state), stage, recordId);
  async function settle(): Promise<void> {
    if (decision === null) return;
    const ids = await dispatch({
      do: 'resolveConflict',
      stage,
      recordId,
      decision,
      reasonId: decision === 'exclude' && reasonId !== '' ? reasonId : null,
      method,
      rationale,
    });
    const settled = ids?.[0];
    if (settled) say({ text: words.settled, undo: () => void dispatch({ do: 'withdraw', target: settled }) });
  }

  return (
    <aside className={styles['settle']}>
      <p>{conflict.about === 'reason' ? words.aboutReason : words.aboutDecision}</p>
      {stale ? <Notice>{words.reopened(nameOf(stale.authorId), formats.moment(stale.at))}</Notice> : null}
      {revealed ? (
        <ul className={styles['votes']}>
          {votes.map((vote) => (
            <li key={vote.eventId}>
              <div className={styles['vote']}>
                <strong>{nameOf(vote.authorId)}</strong>
                <VoteBadge vote={vote.body.vote} reason={reasonOf(vote.body.reasonId)} />
              </div>
              <ul className={styles['answers']}>
                {protocol.criteria.map((criterion) => {
                  const answer = vote.body.answers[criterion.id]?.answer;
                  return answer === undefined ? null : (
                    <li key={criterion.id}>
                      {criterion.label}: {screening[answer]}
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p>{words.voted(votes.map((vote) => nameOf(vote.authorId)).join(', '))}</p>
          {locked ? (
            <p className={styles['hint']}>
              {session.readOnly ? screening.noVote.readOnly : screening.noVote.observer}
            </p>
          ) : (
            <>
              <Button shortcut="H" onPress={reveal}>
                {words.reveal}
              </Button>
              <p className={styles['hint']}>{words.revealHint}</p>
            </>
          )}
        </>
      )}
      {locked ? null : (
        <>
          <div className={styles['decide']}>
            <span className={styles['label']}>{words.settleAs}</span>
            <div className={styles['buttons']}>
              <Button
                kind="include"
                shortcut="I"
                pressed={decision === 'include'}
                onPress={() => setDecision('include')}
              >
                <span aria-hidden="true">✓</span> {screening.include}
              </Button>
              <Button
                kind="exclude"
                shortcut="E"
                pressed={decision === 'exclude'}
                onPress={() => setDecision('exclude')}
              >
                <span aria-hidden="true">✕</span> {screening.exclude}
              </Button>
            </div>
          </div>
          {decision === 'exclude' ? (
            <SelectField
              label={screening.reason}
              value={reasonId}
              choices={[
                { value: '', label: screening.noReason },
                ...reasons.map(({ id, label }, at) => ({
                  value: id as string,
                  label: at < 9 ? `${at + 1} · ${label}` : label,
                })),
              ]}
              onChange={setReasonId}
            />
          ) : null}
          <SelectField
            label={words.method}
            value={method}
            choices={[
              { value: 'consensus', label: words.consensus },
              { value: 'adjudication', label: words.adjudication },
            ]}
            onChange={setMethod}
          />
          <TextField label={words.rationale} rows={2} value={rationale} onChange={setRationale} />
          <Button
            kind="primary"
            shortcut="Enter"
            disabled={decision === null || needsReason}
            onPress={() => void settle()}
          >
            {words.settle}
          </Button>
        </>
      )}
      <Discussion stage={stage} recordId={recordId} shortcut="C" />
    </aside>
  );
}

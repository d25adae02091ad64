import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AuthorId, LocalId, RecordId } from '@shared/kernel';
import { currentProtocol, screeningContext, type ReviewState } from '@shared/review';
import {
  coderView,
  everyState,
  pilotProgress,
  proposeVote,
  othersVoted,
  votesOn,
  type CoderView,
  type Proposal,
  type ScreeningContext,
  type ScreeningStage,
  type ShownLines,
  type SignedVote,
  type Vote,
  type VoteCast,
} from '@shared/screening';
import type { Protocol } from '@shared/protocol';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import { useCoderList } from './use-coder-list';
import type { RecordOrder } from './use-record-order';

type Answers = VoteCast['answers'];
type Quoted = Pick<Answers[string], 'quote' | 'place'>;

/** What the coder has begun on one record and not voted yet. */
type Work = {
  readonly id: RecordId | null;
  readonly answers: Answers;
  /** Taken for criteria that are not answered yet. */
  readonly quotes?: { readonly [criterionId: string]: Quoted };
  readonly focused: number;
  readonly asking: {
    readonly what: 'reason' | 'overrule';
    readonly vote: Vote;
    readonly reasonId: LocalId | null;
  } | null;
};

/** One coder at one stage: the record in focus, the answers so far, and everything that can be done with them. */
export type ScreeningDesk = {
  readonly view: CoderView;
  readonly protocol: Protocol;
  /** Whether it is known what comes next; false while a long queue is worked out. */
  readonly ready: boolean;
  readonly current: RecordId | null;
  readonly own: SignedVote | undefined;
  readonly others: number;
  readonly done: number;
  readonly waiting: number;
  /** The criteria that are asked; none where the team has switched them off. */
  readonly criteria: Protocol['criteria'];
  readonly answers: Answers;
  /** Keeps the text selected in the record with the criterion in focus. */
  readonly quoteSelection: () => void;
  readonly proposal: Proposal;
  readonly focusedCriterion: number;
  readonly focusCriterion: (index: number) => void;
  readonly answer: (criterionId: LocalId, value: 'yes' | 'no' | 'unclear') => void;
  /** Words of the report and where they stand, by criterion; they go with the answer once there is one. */
  readonly quotes: { readonly [criterionId: string]: Quoted };
  readonly quote: (criterionId: LocalId, taken: Quoted) => void;
  /** At most `count` records that come after the one in focus. */
  readonly coming: (count: number) => readonly RecordId[];
  /** Casts a vote, or asks for what is missing first. */
  readonly vote: (vote: Vote, reasonId?: LocalId | null) => void;
  /** Something the coder must say before the vote counts. */
  readonly asking: 'reason' | 'overrule' | null;
  readonly overrule: (why: string) => void;
  readonly stopAsking: () => void;
  /** Whether the record in focus was put aside for later. */
  readonly parked: boolean;
  readonly parkedCount: number;
  /** How far this coder is in a pilot round under way; null outside one. */
  readonly pilot: { readonly done: number; readonly size: number } | null;
  readonly park: () => void;
  /** Shows the article in the browser. */
  readonly openDoi: () => void;
  readonly undo: () => void;
  readonly step: (by: 1 | -1) => void;
  readonly goTo: (id: RecordId) => void;
};

/** This coder's view of a stage. */
export function useCoderView(stage: ScreeningStage): CoderView {
  const { viewer } = useReview();
  const derive = useCallback(
    (review: ReviewState) => coderView(screeningContext(review), stage, viewer.authorId),
    [stage, viewer.authorId],
  );
  return useDerived(derive);
}

/**
 * `arranged`: all reports in the coder's order; it may change while a record is read, which stays in focus then, unless
 * `arrangement` says that the coder asked for it. `walk`: the lines of the list, where the list is shown; steps and votes
 * then go from line to line instead of through what waits.
 */
export function useScreeningDesk(
  stage: ScreeningStage,
  view: CoderView,
  arranged: readonly RecordId[],
  walk: ShownLines | null,
  { arrangement, order }: Pick<RecordOrder, 'arrangement' | 'order'>,
  start: RecordId | null = null,
): ScreeningDesk | null {
  const { viewer, dispatch, state, session } = useReview();
  const { say } = useApp();
  const { screening } = useTexts();
  const formats = useFormats();
  const protocol = currentProtocol(state)?.protocol;

  const [visited, setVisited] = useState<readonly RecordId[]>([]);
  const [chosen, setChosen] = useState<RecordId | null>(start);
  const queue = useCoderList(stage, arranged, waitingOnly, parkedLast);
  const [work, setWork] = useState<Work | null>(null);
  /** The record offered last: it stays in focus when a new order arrives while it is being read. */
  const [held, setHeld] = useState<{ readonly id: RecordId | undefined; readonly arrangement: string }>();
  const isParked = (id: RecordId): boolean =>
    state.screening.parked[stage].get(id)?.has(viewer.authorId) ?? false;
  const stays =
    held?.id !== undefined &&
    !isParked(held.id) &&
    // Until the queue of another order is there, the one before it says nothing of what comes first.
    (!queue.ready ||
      ((held.arrangement === arrangement || work !== null) && queue.placeOf(held.id) !== undefined));
  const offered = stays ? held.id : queue.lines[0]?.entry.recordId;
  if (queue.ready && (held?.id !== offered || held?.arrangement !== arrangement))
    setHeld({ id: offered, arrangement });
  const current = chosen ?? (walk ? walk.lines[0]?.entry.recordId : offered) ?? null;

  const members = useMemo(
    () => (current === null ? [] : screeningContext(state).membersOf(current)),
    [current, state],
  );
  const standing = current === null ? [] : votesOn(state.screening, stage, members);
  const own = standing.find((vote) => vote.authorId === viewer.authorId);
  // What belongs to a record starts anew with the next one.
  const here: Work =
    work !== null && work.id === current
      ? work
      : { id: current, answers: own?.body.answers ?? {}, focused: 0, asking: null };
  const { answers, asking } = here;

  const openedAt = useRef(0);
  /** The record whose vote is being saved: a second key before the next record is shown was not meant for this one. */
  const casting = useRef<RecordId | null>(null);
  useEffect(() => {
    casting.current = null;
    openedAt.current = performance.now();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- both start anew with each record
  }, [current]);

  if (!protocol) return null;
  const rules = protocol.stages[stage];
  const criteria = rules.askCriteria === false ? noCriteria : protocol.criteria;
  const proposal = proposeVote({ ...protocol, criteria }, answers, rules.allowMaybe);
  const keepQuote = (criterionId: LocalId, taken: Quoted): void => {
    const given = answers[criterionId];
    if (given) setWork({ ...here, answers: { ...answers, [criterionId]: { ...given, ...taken } } });
    else setWork({ ...here, quotes: { ...here.quotes, [criterionId]: taken } });
  };

  const moveOn = (from: RecordId): void => {
    setVisited((before) => [...before.filter((id) => id !== from), from]);
    setHeld(undefined);
    setChosen(walk ? neighbour(walk, from, 1) : null);
    setWork(null);
  };

  const cast = async (
    id: RecordId,
    vote: Vote,
    reasonId: LocalId | null,
    overruled: string | null,
  ): Promise<void> => {
    if (casting.current === id) return;
    casting.current = id;
    const seconds = Math.min(86_400, Math.round((performance.now() - openedAt.current) / 100) / 10);
    const ids = await dispatch({
      do: 'castVote',
      stage,
      recordId: id,
      vote,
      reasonId,
      answers,
      overruled,
      seconds,
      offeredBy: walk === null ? order.by : 'picked',
    });
    if (ids) moveOn(id);
    else casting.current = null;
  };

  const vote = (choice: Vote, reasonId?: LocalId | null): void => {
    if (current === null || session.readOnly) return;
    const reason = choice === 'exclude' ? (reasonId ?? proposal.reasonId) : null;
    if (choice === 'exclude' && reason === null && stage === 'full-text') {
      setWork({ ...here, asking: { what: 'reason', vote: choice, reasonId: null } });
      return;
    }
    if (proposal.vote !== null && proposal.vote !== choice) {
      setWork({ ...here, asking: { what: 'overrule', vote: choice, reasonId: reason } });
      return;
    }
    void cast(current, choice, reason, null);
  };

  const position = current === null ? -1 : visited.indexOf(current);

  return {
    view,
    protocol,
    ready: queue.ready,
    current,
    own,
    others: othersVoted(state.screening, stage, members, viewer.authorId),
    done: view.done,
    waiting: view.queue.length,
    criteria,
    answers,
    quoteSelection() {
      const criterion = criteria[here.focused];
      const quote = selectedInRecord();
      if (criterion === undefined) return;
      if (quote === '') say({ text: screening.nothingSelected });
      else keepQuote(criterion.id, { quote, place: undefined });
    },
    proposal,
    focusedCriterion: here.focused,
    focusCriterion: (index) => {
      if (index !== here.focused) setWork({ ...here, focused: index });
    },
    answer(criterionId, value) {
      if (current === null) return;
      const index = criteria.findIndex((criterion) => criterion.id === criterionId);
      setWork({
        ...here,
        answers: {
          ...answers,
          [criterionId]: { ...answers[criterionId], ...here.quotes?.[criterionId], answer: value },
        },
        focused: Math.min(index + 1, criteria.length - 1),
      });
    },
    quotes: { ...here.quotes, ...answers },
    quote: keepQuote,
    coming: (count) =>
      queue.lines
        .slice(0, count + 1)
        .map((line) => line.entry.recordId)
        .filter((id) => id !== current)
        .slice(0, count),
    vote,
    asking: asking?.what ?? null,
    overrule(why) {
      if (current !== null && asking) void cast(current, asking.vote, asking.reasonId, why);
    },
    stopAsking: () => setWork({ ...here, asking: null }),
    parked: current !== null && isParked(current),
    pilot: pilotOf(screeningContext(state), stage, viewer.authorId),
    // What is parked stands last.
    parkedCount: queue.lines.length - 1 - queue.lines.findLastIndex((line) => !line.parked),
    park() {
      if (current === null || session.readOnly) return;
      const parked = !isParked(current);
      void dispatch({ do: 'parkRecord', stage, recordId: current, parked }).then((ids) => {
        if (ids && parked) moveOn(current);
      });
    },
    openDoi() {
      const doi = current === null ? undefined : session.records.get(current)?.doi;
      const { concord } = window;
      if (doi === undefined) say({ text: screening.noDoi });
      else if (!concord) window.open(`https://doi.org/${doi}`, '_blank', 'noopener');
      else {
        void concord.openDoi({ doi }).then((opened) => {
          if (!opened.ok) say({ text: screening.doiFailed, tone: 'error' });
        });
      }
    },
    undo() {
      const target = own ?? lastVote(view.entries);
      if (!target) {
        say({ text: screening.nothingToUndo });
        return;
      }
      const { together } = target.body;
      const takeBack =
        together === undefined
          ? ({ do: 'withdraw', target: target.eventId } as const)
          : ({ do: 'withdrawTogether', together } as const);
      const count = view.entries.filter(({ own: cast }) => cast?.body.together === together).length;
      void dispatch(takeBack).then((ids) => {
        if (!ids) return;
        setChosen(target.body.recordId);
        setWork({
          id: target.body.recordId,
          answers: target.body.answers,
          focused: 0,
          asking: null,
        });
        say({
          text: together === undefined ? screening.undone : screening.bulkUndone(formats.count(count)),
        });
      });
    },
    step(by) {
      if (walk) {
        if (current !== null) setChosen(neighbour(walk, current, by));
        return;
      }
      if (by === -1) {
        const before = position === -1 ? visited.at(-1) : visited[position - 1];
        if (before !== undefined) setChosen(before);
        return;
      }
      const after = position === -1 ? undefined : visited[position + 1];
      if (after !== undefined) setChosen(after);
      else if (position !== -1) setChosen(null);
      else if (current !== null) {
        const next = queue.lines[(queue.placeOf(current) ?? -1) + 1];
        if (next !== undefined) setChosen(next.entry.recordId);
      }
    },
    goTo: setChosen,
  };
}

const noCriteria: Protocol['criteria'] = [];
const waitingOnly = { ...everyState, state: 'waiting' } as const;
const parkedLast = { by: 'parked', descending: false } as const;

function pilotOf(
  context: ScreeningContext,
  stage: ScreeningStage,
  coder: AuthorId,
): { readonly done: number; readonly size: number } | null {
  const { pilot } = context;
  if (stage !== 'title-abstract' || !pilot?.open || !pilot.coders.includes(coder)) return null;
  return { done: pilotProgress(context, pilot).get(coder) ?? 0, size: pilot.records.size };
}

/** The text selected on the page of the record, in one line; empty where the selection is elsewhere. */
function selectedInRecord(): string {
  const selection = window.getSelection();
  const inside = selection?.anchorNode?.parentElement?.closest('article');
  return inside ? (selection?.toString().replace(/\s+/gu, ' ').trim().slice(0, 5_000) ?? '') : '';
}

/** The line after or before; where there is none, the one at hand. */
function neighbour({ lines, placeOf }: ShownLines, from: RecordId, by: 1 | -1): RecordId | null {
  const at = placeOf(from) ?? -1;
  return (lines[at + by] ?? lines[Math.max(0, at)])?.entry.recordId ?? null;
}

/** The coder's most recent vote at this stage. */
function lastVote(entries: readonly { readonly own: SignedVote | undefined }[]): SignedVote | undefined {
  let last: SignedVote | undefined;
  for (const { own } of entries) {
    if (own && (!last || last.eventId < own.eventId)) last = own;
  }
  return last;
}

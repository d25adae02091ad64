import { doAtOnce, mayStop, type AuthorId, type RecordId, type Work } from '../kernel';
import {
  heldBack,
  isBlind,
  prepareStage,
  ScreeningStage,
  type HeldBack,
  type ScreeningSlice,
  type SignedVote,
  type Viewer,
} from '../screening';
import type { KnownEvent } from './body';
import { screeningContext } from './contexts';
import type { ReviewState } from './review-state';
import { noteChanges, screeningChanges } from './slices/screening';

/**
 * What one person may see of a review: the whole of it, or, while that person still votes blind, a review without what
 * others said at that stage and after it. There others have voted, and when, as under a seal; how is not in it. Whatever
 * is worked out from it (queues, counts, studies, sheets, files) is therefore the same however the others voted. Where the
 * protocol opens later stages as records are decided, the review is shown whole and the screens that compare votes stay
 * closed (`isBlind`).
 */
export function seenBy(state: ReviewState, viewer: Viewer): ReviewState {
  return doAtOnce(seeing(state, viewer));
}

/** The same as work, and what screens ask of it first. */
export function* seeing(state: ReviewState, viewer: Viewer): Work<ReviewState> {
  const held = yield* holding(state, viewer);
  return held === null ? state : yield* without(state, viewer.authorId, held.stage);
}

/** Works out what every screen asks of what a viewer sees, so that none has to wait. */
export function* preparing(state: ReviewState, viewer: Viewer): Work<void> {
  const context = screeningContext(yield* seeing(state, viewer));
  for (const stage of ScreeningStage.options) yield* prepareStage(context, stage, viewer.authorId);
}

/** What keeps later stages closed to a person; null where nothing does. */
export function heldBackIn(state: ReviewState, viewer: Viewer): HeldBack | null {
  return doAtOnce(holding(state, viewer));
}

function* holding(shown: ReviewState, viewer: Viewer): Work<HeldBack | null> {
  // The same is held back of the whole and of what is shown of it; of the whole it is known already.
  const state = shown.whole ?? shown;
  if (viewer.role === 'observer' || viewer.role === 'adjudicator') return null;
  if (screeningContext(state).opensAsDecided) return null;
  // Asked of what the person sees, which says the same of the own queue: so one view of 50,000 records serves for both.
  for (const stage of ScreeningStage.options) {
    const context = screeningContext(yield* without(state, viewer.authorId, stage));
    for (const each of ScreeningStage.options) yield* prepareStage(context, each, viewer.authorId);
    const held = heldBack(context, viewer);
    if (held?.stage === stage) return held;
  }
  return null;
}

/**
 * Whether what an event says is closed to a person: it is another's, at a stage where the person still votes blind. That it
 * was made, by whom and when, is not.
 */
export function isClosedTo(state: ReviewState, { authorId, body }: KnownEvent, viewer: Viewer): boolean {
  if (authorId === viewer.authorId) return false;
  switch (body.kind) {
    case 'noteWritten':
    case 'recordLabelled':
      return !body.shared && isBlind(screeningContext(state), body.stage, viewer);
    case 'voteCast':
    case 'votesRevealed':
    case 'commentWritten':
    case 'conflictResolved':
    case 'exclusionUpheld':
      return isBlind(screeningContext(state), body.stage, viewer);
    case 'poolabilityNoted':
      return isBlind(screeningContext(state), 'full-text', viewer) && !state.studiesAdded.has(body.studyId);
    default:
      return false;
  }
}

/** The state without what others said from a stage on. The same object as long as the state is. */
function* without(state: ReviewState, viewer: AuthorId, from: ScreeningStage): Work<ReviewState> {
  const hiding = yield* hidingOf(state.screening, viewer, from);
  yield* hiding.follow();
  if (hiding.last?.of !== state)
    hiding.last = { of: state, seen: { ...state, screening: hiding.slice, whole: state } };
  return state.poolability.size === 0 ? hiding.last.seen : withoutPoolability(hiding.last.seen);
}

/** That a study was said to be eligible tells of its report's votes, but for studies that came in beside the reports. */
function withoutPoolability(seen: ReviewState): ReviewState {
  const kept = [...seen.poolability].filter(([studyId]) => seen.studiesAdded.has(studyId));
  return { ...seen, poolability: new Map(kept) };
}

const hidings = new WeakMap<ScreeningSlice, Map<string, Hiding>>();

function* hidingOf(slice: ScreeningSlice, viewer: AuthorId, from: ScreeningStage): Work<Hiding> {
  const changed = screeningChanges(slice) !== undefined;
  const known = hidings.get(slice) ?? new Map<string, Hiding>();
  const key = `${from} ${viewer}`;
  let hiding = changed ? known.get(key) : undefined;
  if (hiding) return hiding;
  hiding = new Hiding(slice, viewer, from);
  yield* hiding.hideAll();
  // Somebody may have asked meanwhile, who could not wait.
  const meanwhile = changed ? hidings.get(slice)?.get(key) : undefined;
  if (meanwhile) return meanwhile;
  known.set(key, hiding);
  hidings.set(slice, known);
  return hiding;
}

type Votes = Map<RecordId, ReadonlyMap<AuthorId, SignedVote>>;
type Seals = Map<RecordId, ReadonlyMap<AuthorId, string>>;

/** A slice made from another without what others said from a stage on, kept up to date by the changes that one notes. */
class Hiding {
  last: { readonly of: ReviewState; readonly seen: ReviewState } | undefined;
  readonly slice: ScreeningSlice;
  readonly #whole: ScreeningSlice;
  readonly #viewer: AuthorId;
  readonly #hidden: { stage: ScreeningStage; votes: Votes; seals: Seals; seen: number }[];
  readonly #changed: { [Stage in ScreeningStage]: RecordId[] } = { 'title-abstract': [], 'full-text': [] };

  constructor(whole: ScreeningSlice, viewer: AuthorId, from: ScreeningStage) {
    this.#whole = whole;
    this.#viewer = viewer;
    const stages = ScreeningStage.options.slice(ScreeningStage.options.indexOf(from));
    const changes = screeningChanges(whole);
    this.#hidden = stages.map((stage) => ({
      stage,
      votes: new Map(),
      seals: new Map(),
      seen: changes?.[stage].length ?? 0,
    }));
    this.slice = this.#makeSlice();
    if (changes) {
      // A stage that is not hidden notes its changes as before.
      const hides = (stage: ScreeningStage): boolean => stages.includes(stage);
      noteChanges(this.slice, {
        annotated: changes.annotated,
        'title-abstract': hides('title-abstract')
          ? this.#changed['title-abstract']
          : changes['title-abstract'],
        'full-text': hides('full-text') ? this.#changed['full-text'] : changes['full-text'],
      });
    }
  }

  /** Hides everything there is; what changes meanwhile is taken in with what has changed since. */
  *hideAll(): Work<void> {
    for (const { stage } of this.#hidden) {
      const ids = [...this.#whole.votes[stage].keys(), ...this.#whole.sealedVotes[stage].keys()];
      for (const [turn, id] of [...new Set(ids)].entries()) {
        if (mayStop(turn)) yield;
        this.#hide(stage, id);
      }
    }
  }

  /** Takes in what has changed since. */
  *follow(): Work<void> {
    const changes = screeningChanges(this.#whole);
    if (!changes) return;
    for (const hidden of this.#hidden) {
      for (let id = changes[hidden.stage][hidden.seen]; id; id = changes[hidden.stage][hidden.seen]) {
        hidden.seen += 1;
        this.#hide(hidden.stage, id);
        this.#changed[hidden.stage].push(id);
        if (mayStop(hidden.seen)) yield;
      }
    }
  }

  #hide(stage: ScreeningStage, id: RecordId): void {
    const hidden = this.#hidden.find((candidate) => candidate.stage === stage);
    if (!hidden) return;
    const seals = new Map(this.#whole.sealedVotes[stage].get(id));
    const own = this.#whole.votes[stage].get(id)?.get(this.#viewer);
    for (const [author, { at }] of this.#whole.votes[stage].get(id) ?? [])
      if (author !== this.#viewer) seals.set(author, at);
    if (own) hidden.votes.set(id, new Map([[this.#viewer, own]]));
    else hidden.votes.delete(id);
    if (seals.size > 0) hidden.seals.set(id, seals);
    else hidden.seals.delete(id);
  }

  #makeSlice(): ScreeningSlice {
    const whole = this.#whole;
    const [votes, sealedVotes] = [{ ...whole.votes }, { ...whole.sealedVotes }];
    const [voteHistory, opened] = [{ ...whole.voteHistory }, { ...whole.opened }];
    const [resolutions, revealed, upheld, comments] = [
      { ...whole.resolutions },
      { ...whole.revealed },
      { ...whole.upheld },
      { ...whole.comments },
    ];
    for (const hidden of this.#hidden) {
      votes[hidden.stage] = hidden.votes;
      sealedVotes[hidden.stage] = hidden.seals;
      // Whom agreement is closed to needs no history, not even the own one.
      voteHistory[hidden.stage] = new Map();
      opened[hidden.stage] = new Map();
      resolutions[hidden.stage] = new Map();
      revealed[hidden.stage] = new Map();
      upheld[hidden.stage] = new Map();
      comments[hidden.stage] = new Map();
    }
    return {
      ...whole,
      votes,
      sealedVotes,
      voteHistory,
      opened,
      resolutions,
      revealed,
      upheld,
      comments,
      // One thing at a time, replaced as the review goes on.
      get pilot() {
        return whole.pilot;
      },
      get allocation() {
        return whole.allocation;
      },
    };
  }
}

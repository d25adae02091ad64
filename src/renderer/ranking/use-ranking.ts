import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RecordId } from '@shared/kernel';
import { readingRules } from '@shared/protocol';
import { rankedText } from '@shared/ranking';
import { currentProtocol, screeningContext, type Coder, type ReviewState } from '@shared/review';
import { knownRelevant, readingOf, type ScreeningContext, type ScreeningStage } from '@shared/screening';
import { useReview } from '../app/app-context';
import type { ReviewSession } from '../ledger/review-session';
import { RankingEngine, type EngineBasis, type EngineSnapshot } from './ranking-engine';

/** One engine per review and person: an order learned from one person's votes is never shown to another. */
const engines = new WeakMap<ReviewSession, Map<string, RankingEngine>>();

function engineOf(session: ReviewSession, key: string): RankingEngine {
  const ofSession = engines.get(session) ?? new Map<string, RankingEngine>();
  engines.set(session, ofSession);
  let engine = ofSession.get(key);
  if (!engine) {
    // Only the person at work needs a worker with an index in memory.
    for (const other of ofSession.values()) other.close();
    ofSession.clear();
    engine = new RankingEngine();
    ofSession.set(key, engine);
  }
  return engine;
}

/** How long a vote waits before the order is learned anew, in ms: what is on the screen comes first. */
const patience = 60;

export type Ranking = EngineSnapshot & { readonly engine: RankingEngine };

/** The order "most likely first" of the current coder at a stage; learns in the background while `wanted`. */
export function useRanking(stage: ScreeningStage, wanted: boolean): Ranking {
  const { session, state, version, viewer } = useReview();
  const engine = engineOf(session, `${viewer.authorId} ${stage}`);
  const snapshot = useSyncExternalStore(
    engine.subscribe,
    useCallback(() => engine.snapshot, [engine]),
  );
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setTimeout(() => {
      const context = screeningContext(state);
      engine.follow(
        {
          key: textsKey(state, context.reports),
          ids: context.reports,
          textOf: (id) => textOf(session, id),
        },
        basisKey(context, stage),
        () => basisOf(state, context, stage, viewer),
      );
    }, patience);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the state is updated in place; `version` tells when
  }, [engine, session, stage, state, version, viewer, wanted]);
  return useMemo(() => ({ ...snapshot, engine }), [snapshot, engine]);
}

/** Numbers the contexts: a new one comes with other records, another protocol or a replay. */
const contextNumbers = new WeakMap<ScreeningContext, number>();
let contextsSeen = 0;

/** Changes with everything an order rests on; cheap, because it is asked for after every vote. */
function basisKey(context: ScreeningContext, stage: ScreeningStage): string {
  let number = contextNumbers.get(context);
  if (number === undefined) {
    contextsSeen += 1;
    number = contextsSeen;
    contextNumbers.set(context, number);
  }
  return [number, context.changed?.[stage].length ?? 0, context.slice.namings.length].join(' ');
}

function basisOf(
  state: ReviewState,
  context: ScreeningContext,
  stage: ScreeningStage,
  viewer: Coder,
): EngineBasis {
  const { seed, everyNth } = readingRules(currentProtocol(state)?.protocol);
  return {
    read: new Map(readingOf(context, stage, viewer).map(({ recordId, relevant }) => [recordId, relevant])),
    known: [...knownRelevant(context)],
    likeText: startingWords(state),
    seed,
    everyNth,
  };
}

/** The question and the criteria: what to look for before anybody has read anything. */
function startingWords(state: ReviewState): string {
  const protocol = currentProtocol(state)?.protocol;
  if (!protocol) return '';
  const criteria = protocol.criteria.map(
    ({ label, question, guidance }) => `${label} ${question} ${guidance.yes}`,
  );
  return [protocol.title, protocol.question, ...criteria].join(' ');
}

/** Changes with everything that changes a text: which records there are, corrections, completions. */
const textsKey = (state: ReviewState, reports: readonly RecordId[]): string =>
  [
    reports.length,
    reports[0],
    reports.at(-1),
    state.records.batches.length,
    state.records.decisions.length,
    state.records.rules.length,
    state.records.edits.length,
    state.records.completions.length,
  ].join(' ');

/** The text the model reads: title, abstract and keywords of the record that stands for the report. */
export function textOf(session: ReviewSession, id: RecordId): string {
  const record = session.records.get(id);
  return record === undefined
    ? ''
    : rankedText(record.title ?? '', record.abstract ?? '', record.keywords.join(' '));
}

import type { RecordId } from '../kernel';
import type { Criterion, Protocol } from '../protocol';
import type { ScreeningContext } from './context';
import { decideStage, stageRules, type StageDecision } from './decision';
import { ScreeningStage } from './events';
import type { SignedVote } from './slice';

/** Records that would stand elsewhere under other rules. */
export type Move = {
  readonly stage: ScreeningStage;
  readonly from: StageDecision['status'];
  readonly to: StageDecision['status'];
  readonly records: readonly RecordId[];
};

/**
 * What would move at each stage if a protocol came into force, before it does: every report whose status would change,
 * by where it stands and where it would stand. It depends on how everybody voted: not for somebody who is blind.
 */
export function movesUnder(context: ScreeningContext, protocol: Protocol): Move[] {
  const moves = new Map<
    string,
    { stage: ScreeningStage; from: Move['from']; to: Move['to']; records: RecordId[] }
  >();
  for (const stage of ScreeningStage.options) {
    const { isSetAside } = context.rules[stage];
    const after = { ...stageRules(protocol, stage), ...(isSetAside ? { isSetAside } : {}) };
    for (const id of context.reports) {
      const members = context.membersOf(id);
      const from = decideStage(context.slice, stage, context.rules[stage], members).status;
      const to = decideStage(context.slice, stage, after, members).status;
      if (from === to) continue;
      const key = `${stage} ${from} ${to}`;
      const move = moves.get(key) ?? { stage, from, to, records: [] };
      move.records.push(id);
      moves.set(key, move);
    }
  }
  return [...moves.values()];
}

/** Criteria that mean something else in another version of the protocol, and those that are new or gone. */
export function changedCriteria(before: Protocol, after: Protocol): readonly Criterion[] {
  const old = new Map(before.criteria.map((criterion) => [criterion.id, JSON.stringify(criterion)]));
  const kept = new Set(after.criteria.map((criterion) => criterion.id));
  return [
    ...after.criteria.filter((criterion) => old.get(criterion.id) !== JSON.stringify(criterion)),
    ...before.criteria.filter((criterion) => !kept.has(criterion.id)),
  ];
}

/**
 * The standing votes whose answers rest on a criterion that changed, was added or dropped. A vote without answers rests
 * on none in particular and is touched by any change of the criteria. Only those of `author` where one is given: what a
 * blind coder may be told.
 */
export function touchedVotes(
  context: ScreeningContext,
  before: Protocol,
  after: Protocol,
  author?: string,
): SignedVote[] {
  const changed = changedCriteria(before, after);
  if (changed.length === 0) return [];
  const touched: SignedVote[] = [];
  for (const stage of ScreeningStage.options) {
    for (const votes of context.slice.votes[stage].values()) {
      for (const vote of votes.values()) {
        if (author !== undefined && vote.authorId !== author) continue;
        const { answers } = vote.body;
        const answered = Object.keys(answers).length > 0;
        const isNew = (criterion: Criterion): boolean =>
          !before.criteria.some((known) => known.id === criterion.id);
        if (!answered || changed.some((criterion) => isNew(criterion) || answers[criterion.id] !== undefined))
          touched.push(vote);
      }
    }
  }
  return touched;
}

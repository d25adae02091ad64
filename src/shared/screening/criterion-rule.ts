import type { LocalId } from '../kernel';
import { reasonOfCriterion, type CriterionAnswer, type Protocol } from '../protocol';
import type { Vote } from './events';

export type Answers = { readonly [criterionId: string]: { readonly answer: CriterionAnswer } | undefined };

/** What the criterion answers say, before anybody overrules them. */
export type Proposal = {
  /** null while criteria are unanswered and none fails. */
  readonly vote: Vote | null;
  /** The first criterion, in protocol order, answered "no". */
  readonly failing: LocalId | null;
  /** The exclusion reason tied to that criterion. */
  readonly reasonId: LocalId | null;
  readonly unanswered: readonly LocalId[];
};

/**
 * The rule that turns criterion answers into a vote: one "no" excludes with the first failing criterion's reason, even
 * while others are unanswered; all "yes" includes; all answered with some "unclear" is maybe, or include where the
 * stage has no maybe (an unclear record must not be lost before somebody reads the full text).
 */
export function proposeVote(protocol: Protocol, answers: Answers, allowMaybe: boolean): Proposal {
  let failing: LocalId | null = null;
  let unclear = false;
  const unanswered: LocalId[] = [];
  for (const criterion of protocol.criteria) {
    const answer = answers[criterion.id]?.answer;
    if (answer === undefined) unanswered.push(criterion.id);
    else if (answer === 'no') failing ??= criterion.id;
    else if (answer === 'unclear') unclear = true;
  }
  const reasonId = failing === null ? null : (reasonOfCriterion(protocol, failing)?.id ?? null);
  if (failing !== null) return { vote: 'exclude', failing, reasonId, unanswered };
  if (unanswered.length > 0 || protocol.criteria.length === 0) {
    return { vote: null, failing, reasonId, unanswered };
  }
  return { vote: unclear && allowMaybe ? 'maybe' : 'include', failing, reasonId, unanswered };
}

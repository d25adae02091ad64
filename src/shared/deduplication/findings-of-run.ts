import type { RecordId } from '../kernel';
import type { DuplicateRule, DuplicatesFound, RecordPair } from '../records';
import type { FoundDuplicates } from './find-duplicates';
import { doubtOf, joinRuleOf } from './judge-pair';

/** What a run found, as the ledger keeps it. */
export type RunFindings = Required<Pick<DuplicatesFound, 'groups' | 'backing' | 'questions' | 'related'>>;

/** Each join with its rule, each question with what keeps it from being certain. */
export const findingsOfRun = ({
  certain,
  backing,
  probable,
  related,
}: FoundDuplicates<RecordId>): RunFindings => ({
  groups: certain.map(({ a, b, judgement }) => ({ records: [a, b], why: joinRuleOf(judgement) })),
  backing: backing.map(({ a, b, judgement }) => ({ records: [a, b], why: joinRuleOf(judgement) })),
  questions: probable.map(({ a, b, judgement }) => ({
    records: [a, b],
    score: Number(judgement.score.toFixed(4)),
    why: doubtOf(judgement),
  })),
  related: related.map(({ a, b, relation }) => ({ records: [a, b], relation })),
});

/** The findings in portions, each of at most so many of every kind; together they are the findings, in order. */
export function* portionsOf(findings: RunFindings, size: number): Generator<RunFindings> {
  const { groups, backing, questions, related } = findings;
  const most = Math.max(groups.length, backing.length, questions.length, related.length);
  for (let from = 0; from < most; from += size) {
    yield {
      groups: groups.slice(from, from + size),
      backing: backing.slice(from, from + size),
      questions: questions.slice(from, from + size),
      related: related.slice(from, from + size),
    };
  }
}

/** Without the questions and relations that earlier runs told already. */
export function onlyNew(findings: RunFindings, earlier: readonly DuplicateRule[]): RunFindings {
  const told = new Set(
    earlier.flatMap(({ found }) =>
      [...(found.questions ?? []), ...(found.related ?? [])].map(({ records }) => keyOf(records)),
    ),
  );
  const isNew = ({ records }: { readonly records: RecordPair }): boolean => !told.has(keyOf(records));
  return {
    groups: findings.groups,
    backing: findings.backing,
    questions: findings.questions.filter(isNew),
    related: findings.related.filter(isNew),
  };
}

const keyOf = ([a, b]: RecordPair): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

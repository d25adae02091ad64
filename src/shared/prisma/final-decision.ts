import type { FlowDecision } from './flow';

export type FinalDecision = 'include' | 'exclude' | 'conflict' | 'partial' | 'none';

/** How votes become a decision for the diagram: a resolution first, then conflict, then whether votes are enough. */
export function finalDecision(
  {
    votes = [],
    resolved,
    screenedBy,
  }: {
    votes?: readonly FlowDecision[];
    resolved?: 'include' | 'exclude' | null;
    screenedBy?: 'automation' | null;
  },
  screenersNeeded: number,
): FinalDecision {
  if (resolved) return resolved;
  if (votes.length === 0) return 'none';
  const excludes = votes.filter((vote) => vote === 'exclude').length;
  if (excludes > 0 && excludes < votes.length) return 'conflict';
  if (votes.length < (screenedBy === 'automation' ? 1 : screenersNeeded)) return 'partial';
  return excludes > 0 ? 'exclude' : 'include';
}

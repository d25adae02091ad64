import { overallOf, type OverallEvaluation, type OverallPolicy } from './evaluate';
import type { Judgement } from './rob2';
import { rob2Overall } from './tools';

/** RoB 2's overall proposal from domain judgements in any order; null while one is missing. */
export function evaluateOverall(
  domains: readonly (Judgement | null)[],
  policy: OverallPolicy = {},
): OverallEvaluation {
  return overallOf(
    { overall: rob2Overall },
    domains.map((judgement, index) => ({ id: String(index), judgement })),
    policy,
  );
}

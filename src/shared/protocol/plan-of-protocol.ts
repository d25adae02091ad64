import { plannedOutcome, usualPlan, type AnalysisPlan } from './analysis-plan';
import type { Protocol } from './protocol';

/** The plan a protocol states, or where it states none the usual one over all its outcome domains. */
export const planOfProtocol = (protocol: Pick<Protocol, 'analysis' | 'outcomeDomains'>): AnalysisPlan =>
  protocol.analysis ?? {
    ...usualPlan,
    outcomes: protocol.outcomeDomains.map(({ id, label }) => plannedOutcome({ id, label, domainId: id })),
  };

import type { RatingTool, ToolDomain } from '../protocol';
import type { AssessmentContent } from './assessment-content';
import {
  evaluateDomain,
  overallOf,
  type DomainEvaluation,
  type NoProposal,
  type OverallPolicy,
} from './evaluate';

/** What a coder judges beside what the tool proposes. */
export type Judged = {
  readonly suggested: string | null;
  /** Why there is no proposal. */
  readonly gap: NoProposal | null;
  /** The coder's own judgement, or null while there is none. */
  readonly judgement: string | null;
  /** What counts: the coder's judgement, else the proposal. */
  readonly standing: string | null;
  /** A judgement other than the proposal, or one that has to say what it rests on, without a reason. */
  readonly needsReason: boolean;
};

/** A domain as a coder stands in it: what the answers say, what the coder judges. */
export type AssessedDomain = Judged & {
  readonly domain: ToolDomain;
  readonly evaluation: DomainEvaluation;
};

export type Assessed = {
  readonly tool: RatingTool;
  readonly domains: readonly AssessedDomain[];
  readonly overall: Judged & {
    readonly considerHigh: boolean;
    /** The tool's guidance leaves room for another overall judgement here. */
    readonly confirm: boolean;
    /** Milder than the worst domain, which the guidance of the tools does not expect. */
    readonly belowWorst: boolean;
  };
  /** Every asked question is answered, every domain and the overall judged, and every reason given. */
  readonly complete: boolean;
};

/** Reads an assessment with its tool: proposals and judgements side by side. */
export function assess(content: AssessmentContent, tool: RatingTool, policy?: OverallPolicy): Assessed {
  const order = tool.judgements.map(({ id }) => id);
  const answers = Object.fromEntries(Object.entries(content.answers).map(([id, { answer }]) => [id, answer]));
  const required = tool.supportRequired === true;
  const domains = tool.domains.map((domain): AssessedDomain => {
    const evaluation = evaluateDomain(domain, answers, content.deviations, order);
    return { domain, evaluation, ...judged(content, domain.id, evaluation, order, required) };
  });
  const proposal = overallOf(
    tool,
    domains.map(({ domain, standing }) => ({ id: domain.id, judgement: standing })),
    policy,
  );
  const overallOrder = (tool.overall.judgements ?? tool.judgements).map(({ id }) => id);
  const own = judged(content, 'overall', proposal, overallOrder, tool.overall.judgements !== undefined);
  const overall = {
    ...own,
    considerHigh: proposal.flags.includes('consider-high'),
    confirm: proposal.flags.includes('confirm'),
    belowWorst:
      !tool.overall.keyDomains &&
      tool.overall.rules.length > 0 &&
      own.standing !== null &&
      domains.some(
        ({ standing }) => standing !== null && order.indexOf(standing) > order.indexOf(own.standing ?? ''),
      ),
  };
  const complete =
    overall.standing !== null &&
    !overall.needsReason &&
    domains.every(
      ({ evaluation, standing, needsReason }) => evaluation.complete && standing !== null && !needsReason,
    );
  return { tool, domains, overall, complete };
}

function judged(
  content: AssessmentContent,
  id: string,
  { suggested, gap }: { readonly suggested: string | null; readonly gap: NoProposal | null },
  known: readonly string[],
  supportRequired: boolean,
): Judged {
  const given = content.judgements[id];
  const judgement = given !== undefined && known.includes(given.judgement) ? given.judgement : null;
  const differs = judgement !== null && suggested !== null && judgement !== suggested;
  const unsaid = (given?.reason ?? '').trim() === '' && (given?.quote ?? '').trim() === '';
  return {
    suggested,
    gap,
    judgement,
    standing: judgement ?? suggested,
    needsReason:
      (differs && (given?.reason ?? '').trim() === '') || (supportRequired && judgement !== null && unsaid),
  };
}

/** Domain id, or `overall`, to the judgement that counts; domains without one are left out. */
export function standingJudgements(assessed: Assessed): { [domain: string]: string } {
  const standing: { [domain: string]: string } = {};
  for (const { domain, standing: judgement } of assessed.domains)
    if (judgement !== null) standing[domain.id] = judgement;
  if (assessed.overall.standing !== null) standing['overall'] = assessed.overall.standing;
  return standing;
}

import type { AssessmentContent } from './assessment-content';
import { evaluateDomain, evaluateOverall, type DomainEvaluation, type OverallPolicy } from './evaluate';
import { domainsOf, Judgement, type Domain } from './tool';

/** A domain as a coder stands in it: what the answers say, what the coder judges. */
export type AssessedDomain = {
  readonly domain: Domain;
  readonly evaluation: DomainEvaluation;
  /** The coder's own judgement, or null while there is none. */
  readonly judgement: Judgement | null;
  /** What counts: the coder's judgement, else the proposal. */
  readonly standing: Judgement | null;
  /** A judgement other than the proposal, without a reason. */
  readonly needsReason: boolean;
};

export type Assessed = {
  readonly domains: readonly AssessedDomain[];
  readonly overall: {
    readonly suggested: Judgement | null;
    readonly judgement: Judgement | null;
    readonly standing: Judgement | null;
    readonly considerHigh: boolean;
    readonly needsReason: boolean;
  };
  /** Every domain and the overall has a standing judgement and every departure has its reason. */
  readonly complete: boolean;
};

/** Reads an assessment with the tool: proposals and judgements side by side. */
export function assess(content: AssessmentContent, policy?: OverallPolicy): Assessed {
  const definitions = domainsOf(content.variant ?? 'parallel', content.effect ?? 'assignment') ?? [];
  const answers = Object.fromEntries(Object.entries(content.answers).map(([id, { answer }]) => [id, answer]));
  const domains = definitions.map((domain): AssessedDomain => {
    const evaluation = evaluateDomain(domain, answers, content.deviations);
    return { domain, evaluation, ...judged(content, domain.id, evaluation.suggested) };
  });
  const proposal = evaluateOverall(
    domains.map(({ standing }) => standing),
    policy,
  );
  const overall = {
    suggested: proposal.suggested,
    considerHigh: proposal.flags.includes('consider-high'),
    ...judged(content, 'overall', proposal.suggested),
  };
  const complete =
    overall.standing !== null &&
    !overall.needsReason &&
    domains.every((domain) => domain.standing !== null && !domain.needsReason);
  return { domains, overall, complete };
}

function judged(
  content: AssessmentContent,
  id: string,
  suggested: Judgement | null,
): { judgement: Judgement | null; standing: Judgement | null; needsReason: boolean } {
  const given = content.judgements[id];
  const parsed = Judgement.safeParse(given?.judgement);
  const judgement = parsed.success ? parsed.data : null;
  const differs = judgement !== null && suggested !== null && judgement !== suggested;
  return {
    judgement,
    standing: judgement ?? suggested,
    needsReason: differs && (given?.reason ?? '').trim() === '',
  };
}

/** Where two coders' assessments of one target differ: questions by their counting answers, domains and overall. */
export type AssessmentDifference =
  | {
      readonly about: 'question';
      readonly id: string;
      readonly first: string | null;
      readonly second: string | null;
    }
  | {
      readonly about: 'domain';
      readonly id: string;
      readonly first: Judgement | null;
      readonly second: Judgement | null;
    };

export function compareAssessments(
  first: AssessmentContent,
  second: AssessmentContent,
): AssessmentDifference[] {
  const [a, b] = [assess(first), assess(second)];
  const differences: AssessmentDifference[] = [];
  for (const [index, left] of a.domains.entries()) {
    const right = b.domains[index];
    if (!right || right.domain.id !== left.domain.id) continue;
    for (const { id } of left.domain.questions) {
      const [x, y] = [left.evaluation.normalised[id] ?? null, right.evaluation.normalised[id] ?? null];
      if (x !== y) differences.push({ about: 'question', id, first: x, second: y });
    }
    if (left.standing !== right.standing) {
      differences.push({ about: 'domain', id: left.domain.id, first: left.standing, second: right.standing });
    }
  }
  if (a.overall.standing !== b.overall.standing) {
    differences.push({
      about: 'domain',
      id: 'overall',
      first: a.overall.standing,
      second: b.overall.standing,
    });
  }
  return differences;
}

/** Words of sheets and exports for a judgement, in English and Dutch; undefined where the word is not one of them. */
export function judgementOfWord(word: string): Judgement | undefined {
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/[^a-z+?-]+/gu, ' ')
    .trim();
  if (/^(?:low|low risk|l|laag|laag risico|\+)$/u.test(plain)) return 'Low';
  if (/^(?:some concerns?|sc|s|some|unclear|enige zorgen|enige twijfel|\?)$/u.test(plain))
    return 'Some concerns';
  if (/^(?:high|high risk|h|hoog|hoog risico|-)$/u.test(plain)) return 'High';
  return undefined;
}

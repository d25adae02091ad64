import { judgements, type Condition, type Domain, type Judgement } from './tool';

export type RawAnswers = { readonly [questionId: string]: string | null | undefined };

/** An answer that does not count: left over from before its question was skipped, or not one of the allowed ones. */
export type AnswerIssue = { readonly question: string; readonly issue: 'stale' | 'not-allowed' };

export type DomainEvaluation = {
  /** The answers as they count; null where a question is open. Skipped questions are NA. */
  readonly normalised: { readonly [questionId: string]: string | null };
  readonly issues: readonly AnswerIssue[];
  readonly complete: boolean;
  /** The tool's proposal; null while the domain is incomplete. */
  readonly suggested: Judgement | null;
  /** The one judgement every way of completing the domain leads to, or null. */
  readonly determinate: Judgement | null;
  /** The rules that decided. */
  readonly rules: readonly string[];
};

/**
 * Applies a tool to a coder's answers. Questions are gone through in order; a question that is not asked is NA whatever
 * was stored for it, so a skipped answer can never reach a rule.
 */
export function evaluateDomain(
  domain: Domain,
  answers: RawAnswers,
  deviations: readonly string[] = [],
): DomainEvaluation {
  const normalised: { [questionId: string]: string | null } = {};
  const issues: AnswerIssue[] = [];
  for (const question of domain.questions) {
    const given = answers[question.id] ?? null;
    if (!holds(question.askIf, normalised, deviations)) {
      if (given !== null && given !== 'NA') issues.push({ question: question.id, issue: 'stale' });
      normalised[question.id] = 'NA';
    } else if (given !== null && (given === 'NA' || !question.answers.includes(given))) {
      issues.push({ question: question.id, issue: 'not-allowed' });
      normalised[question.id] = null;
    } else normalised[question.id] = given;
  }
  const complete = Object.values(normalised).every((answer) => answer !== null);
  const decided = complete ? judge(domain, normalised, deviations) : null;
  return {
    normalised,
    issues,
    complete,
    suggested: decided?.judgement ?? null,
    determinate: decided?.judgement ?? onlyOutcome(domain, normalised, deviations),
    rules: decided?.rules ?? [],
  };
}

function judge(
  domain: Domain,
  answers: RawAnswers,
  deviations: readonly string[],
): { judgement: Judgement; rules: string[] } | null {
  let worst: Judgement | null = null;
  const rules: string[] = [];
  for (const part of domain.parts) {
    const rule = part.rules.find(({ when }) => holds(when, answers, deviations));
    if (!rule) return null;
    rules.push(rule.id);
    if (worst === null || judgements.indexOf(rule.then) > judgements.indexOf(worst)) worst = rule.then;
  }
  return worst === null ? null : { judgement: worst, rules };
}

/** Tries every way of answering the open questions; Y and PY, N and PN always lead the same way. */
function onlyOutcome(domain: Domain, fixed: RawAnswers, deviations: readonly string[]): Judgement | null {
  const outcomes = new Set<Judgement | null>();
  const explore = (index: number, answers: { [questionId: string]: string }): void => {
    if (outcomes.size > 1) return;
    const question = domain.questions[index];
    if (!question) {
      outcomes.add(judge(domain, answers, deviations)?.judgement ?? null);
      return;
    }
    const asked = holds(question.askIf, answers, deviations);
    const given = fixed[question.id];
    const ways = !asked
      ? ['NA']
      : given && given !== 'NA'
        ? [given]
        : ['Y', 'N', 'NI'].filter((way) => question.answers.includes(way));
    for (const way of ways) explore(index + 1, { ...answers, [question.id]: way });
  };
  explore(0, {});
  const [only] = outcomes;
  return outcomes.size === 1 ? (only ?? null) : null;
}

function holds(condition: Condition | null, answers: RawAnswers, deviations: readonly string[]): boolean {
  if (condition === null) return true;
  if ('q' in condition) return condition.in.includes(answers[condition.q] ?? '');
  if ('deviation' in condition) return deviations.includes(condition.deviation);
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, deviations));
  return condition.any.some((part) => holds(part, answers, deviations));
}

export type OverallPolicy = {
  /** This many domains with some concerns make the result High; null leaves it to the coder. */
  readonly autoHighAt: number | null;
};

export type OverallEvaluation = {
  readonly suggested: Judgement | null;
  /** `consider-high`: no domain High, but two or more with some concerns. */
  readonly flags: readonly 'consider-high'[];
};

/** The overall proposal from the coder's domain judgements; null while one is missing. */
export function evaluateOverall(
  domains: readonly (Judgement | null)[],
  policy: OverallPolicy = { autoHighAt: null },
): OverallEvaluation {
  if (domains.length === 0 || domains.some((judgement) => judgement === null))
    return { suggested: null, flags: [] };
  if (domains.includes('High')) return { suggested: 'High', flags: [] };
  const concerns = domains.filter((judgement) => judgement === 'Some concerns').length;
  if (policy.autoHighAt !== null && concerns >= policy.autoHighAt) return { suggested: 'High', flags: [] };
  return {
    suggested: concerns === 0 ? 'Low' : 'Some concerns',
    flags: concerns >= 2 ? ['consider-high'] : [],
  };
}

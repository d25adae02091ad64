import type { RatingTool, RiskOfBiasRules, ToolCondition, ToolDomain } from '../protocol';
import { judgements as rob2Judgements } from './rob2';

export type RawAnswers = { readonly [questionId: string]: string | null | undefined };

/** An answer that does not count: left over from before its question was skipped, or not one of the allowed ones. */
export type AnswerIssue = { readonly question: string; readonly issue: 'stale' | 'not-allowed' };

/**
 * Why there is no proposal: a question is open; the tool has no rule here and the judgement is the rater's; or, in a
 * team's own tool, no rule takes these answers.
 */
export type NoProposal = 'open' | 'left-to-rater' | 'no-rule-holds';

export type DomainEvaluation = {
  /** The answers as they count; null where a question is open. Skipped questions are NA. */
  readonly normalised: { readonly [questionId: string]: string | null };
  readonly issues: readonly AnswerIssue[];
  readonly complete: boolean;
  /** The tool's proposal; null while the domain is incomplete, or where it has none. */
  readonly suggested: string | null;
  /** Null exactly where there is a proposal. */
  readonly gap: NoProposal | null;
  /** The one judgement every way of completing the domain leads to, or null. */
  readonly determinate: string | null;
  /** The rules that decided. */
  readonly rules: readonly string[];
};

/**
 * Applies a tool to a coder's answers. Questions are gone through in order; a question that is not asked is NA whatever
 * was stored for it, so a skipped answer can never reach a rule.
 * @param order the tool's judgements, best first: of several parts the worst counts
 */
export function evaluateDomain(
  domain: ToolDomain,
  answers: RawAnswers,
  deviations: readonly string[] = [],
  order: readonly string[] = rob2Judgements,
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
  const decided = complete ? judge(domain, normalised, deviations, order) : null;
  const suggested = decided?.judgement ?? null;
  return {
    normalised,
    issues,
    complete,
    suggested,
    gap: suggested === null ? gapOf(domain, complete) : null,
    determinate: suggested ?? onlyOutcome(domain, normalised, deviations, order),
    rules: decided?.rules ?? [],
  };
}

function gapOf(domain: ToolDomain, complete: boolean): NoProposal {
  if (!complete) return 'open';
  return domain.parts.some(({ rules }) => rules.length > 0) && !isPartlyRuled(domain)
    ? 'no-rule-holds'
    : 'left-to-rater';
}

/** A published tool may state a rule for a few answers only and leave the others to the rater; it names that part `stated`. */
const isPartlyRuled = (domain: ToolDomain): boolean => domain.parts.every(({ id }) => id === 'stated');

function judge(
  domain: ToolDomain,
  answers: RawAnswers,
  deviations: readonly string[],
  order: readonly string[],
): { judgement: string; rules: string[] } | null {
  let worst: string | null = null;
  const rules: string[] = [];
  for (const part of domain.parts) {
    const rule = part.rules.find(({ when }) => holds(when, answers, deviations));
    if (!rule) return null;
    rules.push(rule.id);
    if (worst === null || order.indexOf(rule.then) > order.indexOf(worst)) worst = rule.then;
  }
  return worst === null ? null : { judgement: worst, rules };
}

/** More ways than this of completing a domain are not tried. */
const MOST_WAYS = 20_000;

/** Tries every way of answering the open questions. */
function onlyOutcome(
  domain: ToolDomain,
  fixed: RawAnswers,
  deviations: readonly string[],
  order: readonly string[],
): string | null {
  const outcomes = new Set<string | null>();
  let tried = 0;
  const explore = (index: number, answers: { [questionId: string]: string }): void => {
    if (outcomes.size > 1 || tried > MOST_WAYS) return;
    const question = domain.questions[index];
    if (!question) {
      tried += 1;
      outcomes.add(judge(domain, answers, deviations, order)?.judgement ?? null);
      return;
    }
    const asked = holds(question.askIf, answers, deviations);
    const given = fixed[question.id];
    const ways = !asked
      ? ['NA']
      : given && given !== 'NA'
        ? [given]
        : waysOf(domain, question.id, question.answers);
    for (const way of ways) explore(index + 1, { ...answers, [question.id]: way });
  };
  explore(0, {});
  const [only] = outcomes;
  return outcomes.size === 1 && tried <= MOST_WAYS ? (only ?? null) : null;
}

/** One answer of each kind: where no condition tells PY from Y, or PN from N, trying one of the two will do. */
function waysOf(domain: ToolDomain, id: string, answers: readonly string[]): string[] {
  const conditions = [
    ...domain.questions.flatMap(({ askIf }) => (askIf ? [askIf] : [])),
    ...domain.parts.flatMap(({ rules }) => rules.map(({ when }) => when)),
  ];
  const alike = (a: string, b: string): boolean =>
    answers.includes(a) && answers.includes(b) && conditions.every((one) => treatsAlike(one, id, a, b));
  return answers.filter(
    (way) => way !== 'NA' && !(way === 'PY' && alike('Y', 'PY')) && !(way === 'PN' && alike('N', 'PN')),
  );
}

function treatsAlike(condition: ToolCondition, id: string, a: string, b: string): boolean {
  if ('q' in condition) return condition.q !== id || condition.in.includes(a) === condition.in.includes(b);
  if ('deviation' in condition) return true;
  return ('all' in condition ? condition.all : condition.any).every((part) => treatsAlike(part, id, a, b));
}

function holds(condition: ToolCondition | null, answers: RawAnswers, deviations: readonly string[]): boolean {
  if (condition === null) return true;
  if ('q' in condition) return condition.in.includes(answers[condition.q] ?? '');
  if ('deviation' in condition) return deviations.includes(condition.deviation);
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, deviations));
  return condition.any.some((part) => holds(part, answers, deviations));
}

export type OverallPolicy = {
  /** This many domains with the judgement of which several may be worse make the result worse; null leaves it to the coder. */
  readonly autoHighAt?: number | null | undefined;
  /** Ids of the domains that count, where the tool lets a review name them; absent: all. */
  readonly keyDomains?: readonly string[] | undefined;
};

/** What the protocol says about overall judgements. */
export const policyOf = ({ severalAt, keyDomains }: RiskOfBiasRules): OverallPolicy => ({
  autoHighAt: severalAt,
  keyDomains,
});

/** `consider-high`: several domains raise concerns that may add up. `confirm`: the tool's guidance leaves room here. */
export type OverallFlag = 'consider-high' | 'confirm';

export type OverallEvaluation = {
  readonly suggested: string | null;
  readonly gap: NoProposal | null;
  readonly flags: readonly OverallFlag[];
};

/** The overall proposal of a tool from the coder's domain judgements; open while one that counts is missing. */
export function overallOf(
  tool: Pick<RatingTool, 'overall'>,
  domains: readonly { readonly id: string; readonly judgement: string | null }[],
  policy: OverallPolicy = {},
): OverallEvaluation {
  const { rules, keyDomains, several } = tool.overall;
  const counting =
    keyDomains && policy.keyDomains && policy.keyDomains.length > 0
      ? domains.filter(({ id }) => policy.keyDomains?.includes(id))
      : domains;
  const judged = counting.map(({ judgement }) => judgement);
  if (judged.length === 0 || judged.includes(null)) return { suggested: null, gap: 'open', flags: [] };
  if (rules.length === 0) return { suggested: null, gap: 'left-to-rater', flags: [] };
  const rule = rules.find(
    ({ any, all }) =>
      (any === undefined || judged.includes(any)) &&
      (all === undefined || judged.every((one) => one === all)),
  );
  if (!rule) return { suggested: null, gap: 'no-rule-holds', flags: [] };
  const concerns = several ? judged.filter((one) => one === several.judgement).length : 0;
  const add = several !== undefined && rule.then === several.judgement && concerns >= 2;
  if (add && policy.autoHighAt && concerns >= policy.autoHighAt)
    return { suggested: several.then, gap: null, flags: [] };
  return {
    suggested: rule.then,
    gap: null,
    flags: [...(add ? (['consider-high'] as const) : []), ...(rule.confirm ? (['confirm'] as const) : [])],
  };
}

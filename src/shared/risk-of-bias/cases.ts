import { z } from '../kernel/schema';
import { err, ok, type Result } from '../kernel/result';
import { evaluateDomain, overallOf } from './evaluate';
import { domainsOf, Judgement } from './rob2';
import { evaluateOverall } from './rob2-overall';
import { rob2Overall } from './tools';

const Case = z.looseObject({
  id: z.string(),
  kind: z.string(),
  variant: z.string().optional(),
  effect: z.enum(['assignment', 'adhering']).optional(),
  domain: z.string().optional(),
  deviations: z.array(z.string()).optional(),
  answers: z.record(z.string(), z.string().nullable()).optional(),
  domains: z.record(z.string(), Judgement.nullable()).optional(),
  policy: z.looseObject({ autoHighAt: z.number().nullable().optional() }).optional(),
});
const CasesFile = z.union([
  z.looseObject({ vectors: z.array(Case) }),
  z.looseObject({ cases: z.array(Case) }),
]);

export type Rob2Answer =
  { readonly id: string; readonly got: unknown } | { readonly id: string; readonly error: string };

/** Answers a file of RoB 2 cases in the layout of the reference vectors (`vectors` or `cases`). */
export function answerRob2Cases(
  file: unknown,
): Result<
  { readonly cases: readonly Rob2Answer[] },
  { readonly code: 'not-a-cases-file'; readonly detail: string }
> {
  const parsed = CasesFile.safeParse(file);
  if (!parsed.success) return err({ code: 'not-a-cases-file', detail: z.prettifyError(parsed.error) });
  const { data } = parsed;
  const cases =
    'vectors' in data && Array.isArray(data.vectors) ? data.vectors : 'cases' in data ? data.cases : [];
  return ok({ cases: z.array(Case).parse(cases).map(answerCase) });
}

function answerCase(one: z.infer<typeof Case>): Rob2Answer {
  const { id, kind, policy } = one;
  const rules = { autoHighAt: policy?.autoHighAt ?? null };
  if (kind === 'overall') return { id, got: evaluateOverall(Object.values(one.domains ?? {}), rules) };
  const domains = domainsOf(one.variant ?? 'parallel', one.effect ?? 'assignment');
  if (!domains) return { id, error: 'not-supported' };
  if (kind === 'domain') {
    const domain = domains.find((candidate) => candidate.id === one.domain);
    return domain
      ? { id, got: evaluateDomain(domain, one.answers ?? {}, one.deviations) }
      : { id, error: 'unknown-domain' };
  }
  if (kind === 'assessment') {
    const judged = domains.map((domain) => ({
      id: domain.id,
      judgement: evaluateDomain(domain, one.answers ?? {}, one.deviations).suggested,
    }));
    const overall = overallOf({ overall: rob2Overall }, judged, rules);
    return {
      id,
      got: {
        domains: Object.fromEntries(judged.map(({ id: domainId, judgement }) => [domainId, judgement])),
        overall: overall.suggested,
        flags: overall.flags,
      },
    };
  }
  return { id, error: 'not-supported' };
}

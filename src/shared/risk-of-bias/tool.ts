import { z } from '../kernel/schema';
import rob2Data from './tools/rob2.json';

/**
 * A risk-of-bias tool as data: questions, when each is asked, and rules from answers to a proposed judgement. RoB 2
 * (Sterne et al. 2019) with its question numbers; the wording is ours, the official one may not be changed.
 */

export type Condition =
  | { readonly q: string; readonly in: readonly string[] }
  | { readonly deviation: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.object({ q: z.string(), in: z.array(z.string()) }),
    z.object({ deviation: z.string() }),
    z.object({ all: z.array(Condition) }),
    z.object({ any: z.array(Condition) }),
  ]),
);

const Question = z.object({
  id: z.string(),
  ask: z.string(),
  help: z.string().optional(),
  answers: z.array(z.string()),
  askIf: Condition.nullable(),
  reassuring: z.string().optional(),
  mayBeNA: z.boolean().optional(),
});
export type Question = z.infer<typeof Question>;

export const judgements = ['Low', 'Some concerns', 'High'] as const;
export const Judgement = z.enum(judgements);
export type Judgement = z.infer<typeof Judgement>;

const Domain = z.object({
  id: z.string(),
  effect: z.enum(['assignment', 'adhering']).optional(),
  short: z.string(),
  name: z.string(),
  question: z.string(),
  questions: z.array(Question),
  parts: z.array(
    z.object({
      id: z.string(),
      rules: z.array(z.object({ id: z.string(), when: Condition, then: Judgement })),
    }),
  ),
});
export type Domain = z.infer<typeof Domain>;

const Rob2 = z.object({
  answers: z.record(z.string(), z.object({ label: z.string(), group: z.string() })),
  directions: z.array(z.string()),
  variants: z.record(
    z.string(),
    z.object({
      label: z.string(),
      domains: z.record(z.string(), z.array(z.string())),
      definitions: z.array(Domain),
    }),
  ),
});

export type EffectOfInterest = 'assignment' | 'adhering';
export type Rob2Variant = 'parallel' | 'cluster' | 'crossover';

export const rob2 = Rob2.parse(rob2Data);

/** The domains of a variant for an effect of interest, in order; undefined where the tool has no such variant. */
export function domainsOf(variant: string, effect: EffectOfInterest): Domain[] | undefined {
  const definition = rob2.variants[variant];
  const ids = definition?.domains[effect];
  if (!definition || !ids) return undefined;
  return ids.flatMap(
    (id) =>
      definition.definitions.find(
        (domain) => domain.id === id && (domain.effect === undefined || domain.effect === effect),
      ) ?? [],
  );
}

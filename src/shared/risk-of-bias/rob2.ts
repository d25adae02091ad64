import { z } from '../kernel/schema';
import { ToolDomain } from '../protocol';
import rob2Data from './tools/rob2.json';

/**
 * RoB 2 (Sterne et al. 2019) with its question numbers, for parallel-group, cluster and cross-over trials; the wording
 * is ours, the official one may not be changed.
 */

export const judgements = ['Low', 'Some concerns', 'High'] as const;
export const Judgement = z.enum(judgements);
export type Judgement = z.infer<typeof Judgement>;

export type EffectOfInterest = 'assignment' | 'adhering';
export const rob2Variants = ['parallel', 'cluster', 'crossover'] as const;
export type Rob2Variant = (typeof rob2Variants)[number];

const Rob2 = z.object({
  variants: z.record(
    z.string(),
    z.object({
      domains: z.record(z.string(), z.array(z.string())),
      definitions: z.array(ToolDomain),
    }),
  ),
});

export const rob2 = Rob2.parse(rob2Data);

/** The domains of a variant for an effect of interest, in order; undefined where the tool has no such variant. */
export function domainsOf(variant: string, effect: EffectOfInterest): ToolDomain[] | undefined {
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

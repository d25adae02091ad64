import { z } from '../kernel/schema';

/** What one coder says about the risk of bias of one result or study: answers and judgements, stored apart. */
export const AssessmentContent = z.object({
  tool: z.string().max(80),
  variant: z.string().max(80).optional(),
  effect: z.enum(['assignment', 'adhering']).optional(),
  /** RoB 2, adhering to intervention: the deviations the review looks at. */
  deviations: z.array(z.string().max(80)).optional(),
  answers: z.record(
    z.string().max(40),
    z.object({
      answer: z.string().max(20),
      support: z.string().max(5_000).optional(),
      quote: z.string().max(5_000).optional(),
      page: z.string().max(40).optional(),
    }),
  ),
  /** By domain id, and `overall`. */
  judgements: z.record(
    z.string().max(40),
    z.object({
      judgement: z.string().max(40),
      /** Why the judgement differs from what the tool proposes. */
      reason: z.string().max(5_000).optional(),
      direction: z.string().max(40).optional(),
    }),
  ),
});
export type AssessmentContent = z.infer<typeof AssessmentContent>;

import { z } from '../kernel/schema';
import { LocalId } from '../kernel';

/** A code for passages of a report: a recovery process, a training method, anything the team looks for in words. */
export const Code = z.object({
  id: LocalId,
  label: z.string().min(1).max(500),
  definition: z.string().max(20_000),
});
export type Code = z.infer<typeof Code>;

/** Codes that belong together, such as the five recovery processes of CHIME (Leamy et al. 2011). */
export const CodeGroup = z.object({
  id: LocalId,
  label: z.string().min(1).max(500),
  codes: z.array(Code).max(100),
});
export type CodeGroup = z.infer<typeof CodeGroup>;

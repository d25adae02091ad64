import { z } from '../kernel/schema';
import { LocalId } from '../kernel';

/**
 * An instrument with which coders rate risk of bias, as data: domains, questions, when each is asked, and rules from
 * answers to a proposed judgement. The published tools and a team's own are the same kind of thing.
 */

const Words = z.string().max(5_000);
const Name = z.string().min(1).max(200);
/** May be empty while it is being written; `reviewTool` says so. */
const Label = z.string().max(200);

export type ToolCondition =
  | { readonly q: string; readonly in: readonly string[] }
  | { readonly deviation: string }
  | { readonly all: readonly ToolCondition[] }
  | { readonly any: readonly ToolCondition[] };

export const ToolCondition: z.ZodType<ToolCondition> = z.lazy(() =>
  z.union([
    z.object({ q: z.string(), in: z.array(z.string()) }),
    z.object({ deviation: z.string() }),
    z.object({ all: z.array(ToolCondition) }),
    z.object({ any: z.array(ToolCondition) }),
  ]),
);

export const ToolQuestion = z.object({
  id: LocalId,
  ask: Words,
  help: Words.optional(),
  /** Codes of the answers it takes. `NA` is never chosen: it stands for a question that is not asked. */
  answers: z.array(z.string().min(1).max(20)).min(1).max(20),
  /** Null: always asked. */
  askIf: ToolCondition.nullable(),
  reassuring: z.string().optional(),
  mayBeNA: z.boolean().optional(),
});
export type ToolQuestion = z.infer<typeof ToolQuestion>;

/** Rules are tried in order, the first that holds decides its part; of several parts the worst counts. */
export const ToolPart = z.object({
  id: LocalId,
  rules: z.array(z.object({ id: LocalId, when: ToolCondition, then: Name })).max(200),
});
export type ToolPart = z.infer<typeof ToolPart>;

export const ToolDomain = z.object({
  id: LocalId,
  /** RoB 2: the definition holds for this effect of interest only. */
  effect: z.enum(['assignment', 'adhering']).optional(),
  short: z.string().max(80),
  name: Label,
  question: Words,
  /** Per judgement, when it is the right one; for tools whose judgements are the rater's. */
  criteria: z.record(z.string(), Words).optional(),
  questions: z.array(ToolQuestion).max(60),
  /** Empty: the tool has no rule, the judgement is the rater's. */
  parts: z.array(ToolPart).max(10),
});
export type ToolDomain = z.infer<typeof ToolDomain>;

/** How a judgement is drawn: colour and sign of the robvis conventions. */
export const judgementSigns = [
  'low',
  'some',
  'high',
  'critical',
  'no-information',
  'not-applicable',
] as const;
export type JudgementSign = (typeof judgementSigns)[number];

export const ToolJudgement = z.object({
  id: Name,
  label: Label,
  sign: z.enum(judgementSigns),
});
export type ToolJudgement = z.infer<typeof ToolJudgement>;

/** `any`: one key domain has it; `all`: every one has; neither: always. */
export const OverallRule = z.object({
  any: Name.optional(),
  all: Name.optional(),
  then: Name,
  /** The guidance leaves room here: the rater is asked to look again. */
  confirm: z.boolean().optional(),
});
export type OverallRule = z.infer<typeof OverallRule>;

export const RatingTool = z.object({
  id: LocalId,
  name: Label,
  /** Where it comes from, and whose words these are. */
  source: Words.optional(),
  answers: z
    .array(
      z.object({
        code: z.string().min(1).max(20),
        label: Label,
        /** A team's own tool: the judgement this answer stands for in its rules. */
        judgement: Name.optional(),
      }),
    )
    .max(20),
  /** Best first. */
  judgements: z.array(ToolJudgement).min(1).max(12),
  domains: z.array(ToolDomain).min(1).max(40),
  overall: z.object({
    /** Where the overall is another kind of thing than a domain's judgement (JBI: include or exclude). */
    judgements: z.array(ToolJudgement).max(12).optional(),
    /** Empty: the rater's own. */
    rules: z.array(OverallRule).max(20),
    /** The review may name the domains that count. */
    keyDomains: z.boolean(),
    /** The judgement of which several may together be worse, and what they then make. */
    several: z.object({ judgement: Name, then: Name }).optional(),
  }),
  /** Every judgement has to say what it rests on (RoB 1). */
  supportRequired: z.boolean().optional(),
  /** A domain is one question, and its answer is the judgement (JBI). */
  byAnswer: z.boolean().optional(),
  /** Whether the direction in which bias points can be predicted. */
  directions: z.boolean(),
});
export type RatingTool = z.infer<typeof RatingTool>;

import { z } from '../kernel/schema';
import { LocalId } from '../kernel';
import { VoteRouting } from './vote-routing';
import { RiskOfBiasRules } from './risk-of-bias-rules';
import { AnalysisPlan } from './analysis-plan';
import { CodeGroup } from './codebook';
import { ExtractionPlan } from './extraction-plan';
import { HighlightList } from './highlights';
import { ReadingRules } from './reading-rules';
import { effectMeasures, poolingMethods, poolingTests, varianceFormulas } from './measures';

/**
 * The protocol of a review: everything that makes this review this review. It is data; a template is a protocol
 * nobody has edited yet. Saving it makes a new version in the ledger, older ones stay readable.
 */

const Text = z.string().max(20_000);
const Label = z.string().min(1).max(500);

export const CriterionAnswer = z.enum(['yes', 'no', 'unclear']);
export type CriterionAnswer = z.infer<typeof CriterionAnswer>;

/** An eligibility criterion, phrased so that "yes" keeps the record in. */
export const Criterion = z.object({
  id: LocalId,
  label: Label,
  question: Text,
  guidance: z.object({ yes: Text, no: Text, unclear: Text }),
});
export type Criterion = z.infer<typeof Criterion>;

/** Reasons stand in the order in which they are counted: the first that applies is the report's one reason. */
export const ExclusionReason = z.object({
  id: LocalId,
  label: Label,
  /** The criterion whose "no" gives this reason. */
  criterionId: LocalId.optional(),
  /** The reason it was merged into: no longer offered, and votes that give it count as that one. */
  mergedInto: LocalId.optional(),
});
export type ExclusionReason = z.infer<typeof ExclusionReason>;

export const Instrument = z.object({
  id: LocalId,
  name: Label,
  /** Whether a higher score is better for the person. */
  higherIsBetter: z.boolean(),
  min: z.number().optional(),
  max: z.number().optional(),
});
export type Instrument = z.infer<typeof Instrument>;

export const OutcomeDomain = z.object({
  id: LocalId,
  label: Label,
  definition: Text,
  instruments: z.array(Instrument),
});
export type OutcomeDomain = z.infer<typeof OutcomeDomain>;

/** A window groups exact timepoints; weeks after randomisation or, where the protocol says so, after baseline. */
export const TimeWindow = z.object({
  id: LocalId,
  label: Label,
  fromWeeks: z.number().min(0).nullable(),
  toWeeks: z.number().min(0).nullable(),
});
export type TimeWindow = z.infer<typeof TimeWindow>;

export const Comparator = z.object({ id: LocalId, label: Label });
export type Comparator = z.infer<typeof Comparator>;

export const ScreeningStageRules = z.object({
  codersNeeded: z.number().int().min(1).max(9),
  allowMaybe: z.boolean(),
  /** Absent: the usual routing. */
  routing: VoteRouting.optional(),
  /** False: one keystroke a record, criteria are not asked. Absent: they are. */
  askCriteria: z.boolean().optional(),
});
export type ScreeningStageRules = z.infer<typeof ScreeningStageRules>;

/** What a pilot round must reach before the rest begins: each for every pair of its coders. */
export const PilotGate = z.object({
  /** Records in the sample, as a proposal. */
  size: z.number().int().min(1).max(2_000),
  minKappa: z.number().min(-1).max(1).nullable(),
  minPercent: z.number().min(0).max(100).nullable(),
});
export type PilotGate = z.infer<typeof PilotGate>;

export const Protocol = z.object({
  schema: z.literal(1),
  title: Label,
  question: Text,
  background: Text,
  criteria: z.array(Criterion).max(40),
  exclusionReasons: z.array(ExclusionReason).max(100),
  outcomeDomains: z.array(OutcomeDomain).max(60),
  windows: z.array(TimeWindow).max(40),
  comparators: z.array(Comparator).max(60),
  stages: z.object({
    'title-abstract': ScreeningStageRules,
    'full-text': ScreeningStageRules,
    'risk-of-bias': z.object({ codersNeeded: z.number().int().min(1).max(9) }),
    extraction: z.object({ codersNeeded: z.number().int().min(1).max(9) }),
  }),
  riskOfBias: RiskOfBiasRules,
  effect: z.object({ measure: z.enum(effectMeasures), varianceFormula: z.enum(varianceFormulas) }),
  pooling: z.object({
    method: z.enum(poolingMethods),
    test: z.enum(poolingTests),
    predictionInterval: z.boolean(),
  }),
  /** Absent in protocols from before there were plans; the usual plan then holds. */
  analysis: AnalysisPlan.optional(),
  /** Absent: the usual reading. */
  reading: ReadingRules.optional(),
  /** Whether pairs the rules are certain of are joined at once or after a person looked. Absent: at once. */
  duplicates: z.object({ certain: z.enum(['at-once', 'after-look']) }).optional(),
  /** When later stages show a coder what was decided. Absent: when the coder has finished the stage. */
  laterStages: z.object({ open: z.enum(['when-finished', 'as-decided']) }).optional(),
  /** Whether the lead holds the keys of all coders, to open their sealed work with a reason everybody sees. Absent: no. */
  keyEscrow: z.boolean().optional(),
  /** Codes for passages of reports, where the review works with words. */
  codebook: z.array(CodeGroup).max(40).optional(),
  /** Absent in protocols from before there was one: values without structure, compared exactly. */
  extraction: ExtractionPlan.optional(),
  /** Absent: a pilot has no gate. */
  pilot: PilotGate.optional(),
  /** What the version before this update included; absent: this is no update. */
  previousReview: z
    .object({
      studies: z.number().int().min(0).max(1_000_000),
      reports: z.number().int().min(0).max(1_000_000),
    })
    .optional(),
  /** Words marked while screening. */
  highlights: z.array(HighlightList).max(60).optional(),
});
export type Protocol = z.infer<typeof Protocol>;

/**
 * Whether later stages show records as they are decided, also to somebody who still votes blind: they learn from it which
 * of the records they kept the others kept too.
 */
export const opensAsDecided = (protocol: Protocol | undefined): boolean =>
  protocol?.laterStages?.open === 'as-decided';

/** The reason a failing criterion gives, if the protocol ties one to it. */
export const reasonOfCriterion = (protocol: Protocol, criterionId: LocalId): ExclusionReason | undefined => {
  const tied = protocol.exclusionReasons.find((reason) => reason.criterionId === criterionId);
  if (tied === undefined) return undefined;
  const counted = countedReason(protocol, tied.id);
  return protocol.exclusionReasons.find((reason) => reason.id === counted);
};

/** The reasons a coder can still give, in order. */
export const openReasons = (protocol: Protocol): readonly ExclusionReason[] =>
  protocol.exclusionReasons.filter((reason) => reason.mergedInto === undefined);

/** The reason that counts for a given one: the end of its chain of mergers; itself where that chain is a circle. */
export function countedReason(protocol: Pick<Protocol, 'exclusionReasons'>, id: LocalId): LocalId {
  const seen = new Set<LocalId>([id]);
  let at = id;
  for (;;) {
    const next = protocol.exclusionReasons.find((reason) => reason.id === at)?.mergedInto;
    if (next === undefined || !protocol.exclusionReasons.some((reason) => reason.id === next)) return at;
    if (seen.has(next)) return id;
    seen.add(next);
    at = next;
  }
}

/** The window an exact timepoint falls into; the first that holds it. */
export function windowOfWeeks(protocol: Protocol, weeks: number): TimeWindow | undefined {
  return protocol.windows.find(
    (window) =>
      (window.fromWeeks === null || weeks >= window.fromWeeks) &&
      (window.toWeeks === null || weeks <= window.toWeeks),
  );
}

export type ProtocolProblem = {
  readonly code:
    | 'title-missing'
    | 'question-missing'
    | 'no-criteria'
    | 'no-reasons'
    | 'reason-without-criterion'
    | 'criterion-without-reason'
    | 'no-outcome-domains'
    | 'repeated-id'
    | 'window-reversed'
    | 'windows-overlap';
  /** The label or id concerned. */
  readonly subject: string;
};

/** What a team should look at before it starts; none of it stops anybody. */
export function reviewProtocol(protocol: Protocol): ProtocolProblem[] {
  const problems: ProtocolProblem[] = [];
  if (protocol.title.trim() === '') problems.push({ code: 'title-missing', subject: '' });
  if (protocol.question.trim() === '') problems.push({ code: 'question-missing', subject: '' });
  if (protocol.criteria.length === 0) problems.push({ code: 'no-criteria', subject: '' });
  if (protocol.exclusionReasons.length === 0) problems.push({ code: 'no-reasons', subject: '' });
  if (protocol.outcomeDomains.length === 0) problems.push({ code: 'no-outcome-domains', subject: '' });
  const criterionIds = new Set(protocol.criteria.map((criterion) => criterion.id));
  for (const reason of protocol.exclusionReasons) {
    if (reason.criterionId && !criterionIds.has(reason.criterionId)) {
      problems.push({ code: 'reason-without-criterion', subject: reason.label });
    }
  }
  for (const criterion of protocol.criteria) {
    if (!reasonOfCriterion(protocol, criterion.id)) {
      problems.push({ code: 'criterion-without-reason', subject: criterion.label });
    }
  }
  for (const list of [
    protocol.criteria,
    protocol.exclusionReasons,
    protocol.outcomeDomains,
    protocol.windows,
  ]) {
    const seen = new Set<string>();
    for (const { id, label } of list) {
      if (seen.has(id)) problems.push({ code: 'repeated-id', subject: label });
      seen.add(id);
    }
  }
  for (const [index, window] of protocol.windows.entries()) {
    const { fromWeeks, toWeeks } = window;
    if (fromWeeks !== null && toWeeks !== null && fromWeeks > toWeeks) {
      problems.push({ code: 'window-reversed', subject: window.label });
    }
    const before = protocol.windows.slice(0, index);
    if (before.some((other) => overlaps(other, window))) {
      problems.push({ code: 'windows-overlap', subject: window.label });
    }
  }
  return problems;
}

const overlaps = (a: TimeWindow, b: TimeWindow): boolean =>
  (a.fromWeeks ?? 0) <= (b.toWeeks ?? Infinity) && (b.fromWeeks ?? 0) <= (a.toWeeks ?? Infinity);

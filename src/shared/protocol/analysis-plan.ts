import { z } from '../kernel/schema';
import { LocalId } from '../kernel';
import { effectMeasures } from './measures';

/**
 * The analysis plan: which results a review will report, and how, written down before anybody sees the numbers. The
 * results page is this plan filled in; whatever differs from it is marked there.
 */

const Label = z.string().min(1).max(500);

export const synthesisKinds = ['pool', 'narrative'] as const;
export type SynthesisKind = (typeof synthesisKinds)[number];

/** One planned outcome: a domain, or some outcomes of it, in each of its windows. */
export const PlannedOutcome = z.object({
  id: LocalId,
  label: Label,
  /** Outcome domain of the protocol; null takes rows of every domain. */
  domainId: LocalId.nullable(),
  /** Words of which the row's outcome or instrument holds one ("hope"); empty takes the whole domain. */
  outcomes: z.array(z.string().min(1).max(300)).max(60),
  /** Windows analysed one by one; empty takes every window that has rows. */
  windowIds: z.array(LocalId).max(40),
  synthesis: z.enum(synthesisKinds),
  /** Further measures shown beside the protocol's one. Mean differences are pooled per instrument only. */
  alsoAs: z.array(z.enum(effectMeasures)).max(4),
  /** How the sign is printed: positive, or (symptom scores) negative where the intervention is better. */
  sign: z.enum(['benefit-positive', 'benefit-negative']),
});
export type PlannedOutcome = z.infer<typeof PlannedOutcome>;

/**
 * A column of the sheet that divides or explains results: a study characteristic by its id, or one of `comparator`,
 * `armT`, `instrument`, `outcome`, `window`, `riskOfBias`.
 */
const Field = z.string().min(1).max(80);

export const PlannedSubgroup = z.object({
  id: LocalId,
  label: Label,
  field: Field,
  /** Levels by the values they take in; a level without values takes all others. Empty: every value is a level. */
  levels: z.array(z.object({ label: Label, values: z.array(z.string().max(300)).max(60) })).max(30),
});
export type PlannedSubgroup = z.infer<typeof PlannedSubgroup>;

export const PlannedModerator = z.object({ id: LocalId, label: Label, field: Field });
export type PlannedModerator = z.infer<typeof PlannedModerator>;

/**
 * What is done with several effects of one trial: pooled as if independent, averaged per trial with an assumed
 * correlation, a three-level model, or correlated and hierarchical effects with robust errors.
 */
export const dependenceHandlings = ['independent', 'aggregate', 'three-level', 'robust'] as const;
export type DependenceHandling = (typeof dependenceHandlings)[number];

export const sensitivityKinds = [
  'without-high-risk',
  'without-imputed',
  'without-outliers',
  'common-effect',
  'independent',
  'aggregate',
  'three-level',
  'robust',
] as const;
export type SensitivityKind = (typeof sensitivityKinds)[number];

export const AnalysisPlan = z.object({
  outcomes: z.array(PlannedOutcome).max(120),
  /** Fewer trials than this are described, not pooled; the same holds for every subgroup. */
  minimumTrials: z.number().int().min(1).max(50),
  dependence: z.enum(dependenceHandlings),
  /** Correlation of effects of one trial where it has to be assumed, 0..1. */
  assumedCorrelation: z.number().min(0).max(1),
  /** Divide a control group among the arms compared with it, or leave each comparison as it is reported. */
  sharedControls: z.enum(['split', 'keep']),
  subgroups: z.array(PlannedSubgroup).max(40),
  subgroupVariance: z.enum(['separate', 'common']),
  /** The subgroup by which the forest plot is divided; null for one list. */
  forestBy: LocalId.nullable(),
  moderators: z.array(PlannedModerator).max(40),
  sensitivity: z.array(z.enum(sensitivityKinds)).max(sensitivityKinds.length),
  /**
   * Outliers: effects whose interval does not touch the pooled one (Cuijpers et al.), or whose studentised deleted
   * residual is beyond ±1.96 (Viechtbauer & Cheung 2010).
   */
  outlierRule: z.enum(['interval', 'residual']),
  /** Tests of small-study effects are made from this many trials on; ten by the Cochrane Handbook 13.3.5.4. */
  smallStudyMinimum: z.number().int().min(3).max(100),
  nnt: z.object({
    method: z.enum(['none', 'kraemer-kupfer', 'furukawa-leucht']),
    /** Share of controls with a good outcome, assumed; furukawa-leucht alone needs it. */
    controlEventRate: z.number().gt(0).lt(1),
  }),
});
export type AnalysisPlan = z.infer<typeof AnalysisPlan>;

/** What a plan starts from: the defaults of the field. Outcomes are added to it. */
export const usualPlan: AnalysisPlan = {
  outcomes: [],
  minimumTrials: 2,
  dependence: 'independent',
  assumedCorrelation: 0.6,
  sharedControls: 'keep',
  subgroups: [],
  subgroupVariance: 'separate',
  forestBy: null,
  moderators: [],
  sensitivity: ['without-high-risk', 'without-imputed', 'without-outliers', 'three-level'],
  outlierRule: 'interval',
  smallStudyMinimum: 10,
  nnt: { method: 'kraemer-kupfer', controlEventRate: 0.2 },
};

/** A planned outcome with the usual choices. */
export const plannedOutcome = (
  given: Pick<PlannedOutcome, 'id' | 'label' | 'domainId'> & Partial<PlannedOutcome>,
): PlannedOutcome => ({
  outcomes: [],
  windowIds: [],
  synthesis: 'pool',
  alsoAs: [],
  sign: 'benefit-positive',
  ...given,
});

import { z } from '../kernel/schema';
import { DocumentPlace } from '../documents';
import { LocalId } from '../kernel';

/**
 * What one coder extracted from one study. Values are kept as printed in the paper beside the number they were read
 * as, with the place they stand: nothing is converted before it is stored.
 */

/** A value as the paper prints it. `value` is null while the text is empty or cannot be read as a number. */
export const Cell = z.object({
  text: z.string().max(2_000),
  value: z.number().nullable(),
  page: z.string().max(40).optional(),
  quote: z.string().max(5_000).optional(),
  /** Where in a kept document it stands: selected words, or a box drawn on the page. */
  place: DocumentPlace.optional(),
  /** Assumed rather than reported: a correlation, an intracluster correlation, an SD from elsewhere. */
  assumed: z.boolean().optional(),
});
export type Cell = z.infer<typeof Cell>;

export const Arm = z.object({
  id: LocalId,
  label: z.string().max(300),
  role: z.enum(['intervention', 'comparator']),
  /** A comparator of the protocol, where one fits. */
  comparatorId: LocalId.nullable(),
  /** Participants randomised to the arm. */
  randomised: Cell.nullable(),
});
export type Arm = z.infer<typeof Arm>;

/** An outcome x instrument x timepoint x comparison with the numbers a report gives for it. */
export const ExtractedResult = z.object({
  id: LocalId,
  /** Outcome domain of the protocol; null while not assigned. */
  domainId: LocalId.nullable(),
  /** What exactly was measured ("depression", "quality of life"). */
  outcome: z.string().max(300),
  /** Instrument as named in the paper. */
  instrument: z.string().max(300),
  /** An instrument of the protocol, where it is one; its direction then counts. */
  instrumentId: LocalId.nullable(),
  higherIsBetter: z.boolean(),
  timepoint: z.object({
    label: z.string().max(120),
    /** Weeks after randomisation; null where the report does not say. */
    weeks: z.number().min(0).nullable(),
    windowId: LocalId.nullable(),
  }),
  armT: LocalId,
  armC: LocalId,
  /** A shape of `src/shared/effect-size`: which numbers are given. */
  shape: z.string().max(60),
  /** The numbers, by the field names of the shape (`meanT`, `armT.q1`); choices have a text and no number. */
  input: z.record(z.string().max(60), Cell),
  note: z.string().max(5_000),
  /** Choices of the analyst that differ from the shape's defaults. */
  options: z.record(z.string().max(40), z.string().max(40)).optional(),
  /** How the report's sign is meant, where scores do not say so by themselves; absent: as usual for the shape. */
  signAs: z.enum(['difference', 'benefit']).optional(),
  /** In a cluster trial: the report's own analysis heeded the clusters. */
  heedsClusters: z.boolean().optional(),
});
export type ExtractedResult = z.infer<typeof ExtractedResult>;

/** How people came into the arms. Clusters that an analysis did not heed call for a design effect. */
export const StudyDesign = z.object({
  kind: z.enum(['individual', 'cluster', 'cross-over']),
  /** Mean number of people in a cluster. */
  clusterSize: Cell.nullable(),
  icc: Cell.nullable(),
});
export type StudyDesign = z.infer<typeof StudyDesign>;

export const ExtractionContent = z.object({
  /** Study characteristics by field id ("country", "year", "format" ...). */
  characteristics: z.record(z.string().max(80), z.string().max(5_000)),
  arms: z.array(Arm).max(40),
  results: z.array(ExtractedResult).max(400),
  design: StudyDesign.optional(),
  /** The event that settled the structure these values were typed into; absent where there was none. */
  structure: z.string().max(80).optional(),
});
export type ExtractionContent = z.infer<typeof ExtractionContent>;

export const emptyExtraction: ExtractionContent = { characteristics: {}, arms: [], results: [] };

import { z } from '../kernel/schema';
import { hashText, LocalId } from '../kernel';
import { Arm, StudyDesign, type ExtractedResult, type ExtractionContent } from './content';

/**
 * What a study is made of before any result is typed: its arms, which of them are compared, what was measured with which
 * instrument and when. Settled between coders first, so that their values lie in the same cells.
 */

export const Comparison = z.object({ id: LocalId, armT: LocalId, armC: LocalId });
export type Comparison = z.infer<typeof Comparison>;

export const MeasuredInstrument = z.object({
  id: LocalId,
  /** As named in the report. */
  name: z.string().max(300),
  /** An instrument of the protocol, where it is one. */
  instrumentId: LocalId.nullable(),
  domainId: LocalId.nullable(),
  /** What exactly is measured ("depression"), where the instrument does not say so. */
  outcome: z.string().max(300),
  higherIsBetter: z.boolean(),
  /** Range of the scores as the study used it. */
  min: z.number().nullable(),
  max: z.number().nullable(),
});
export type MeasuredInstrument = z.infer<typeof MeasuredInstrument>;

export const Timepoint = z.object({
  id: LocalId,
  label: z.string().max(120),
  /** Exact: weeks after randomisation; null where the report does not say. */
  weeks: z.number().min(0).nullable(),
  windowId: LocalId.nullable(),
});
export type Timepoint = z.infer<typeof Timepoint>;

export const StudyStructure = z.object({
  design: StudyDesign,
  arms: z.array(Arm).max(40),
  comparisons: z.array(Comparison).max(100),
  instruments: z.array(MeasuredInstrument).max(100),
  timepoints: z.array(Timepoint).max(40),
  /** Which instrument was measured when; every comparison has these results. */
  measured: z.array(z.object({ instrument: LocalId, timepoint: LocalId })).max(2_000),
});
export type StudyStructure = z.infer<typeof StudyStructure>;

export const emptyStructure: StudyStructure = {
  design: { kind: 'individual', clusterSize: null, icc: null },
  arms: [
    { id: 'a1', label: '', role: 'intervention', comparatorId: null, randomised: null },
    { id: 'a2', label: '', role: 'comparator', comparatorId: null, randomised: null },
  ],
  comparisons: [{ id: 'c1', armT: 'a1', armC: 'a2' }],
  instruments: [],
  timepoints: [],
  measured: [],
};

const short = (text: string): string => hashText(text).slice(0, 12);

/** The same comparison, instrument and time give the same result id, whoever settles the structure and how often. */
export const resultIdOf = (comparison: string, instrument: string, timepoint: string): LocalId =>
  `r-${short(`${comparison}\u0000${instrument}\u0000${timepoint}`)}`;

export const structureId = (kind: 'a' | 'c' | 'i' | 't', key: string): LocalId => `${kind}-${short(key)}`;

/** The cells to fill: a result for every comparison, instrument and time that was measured. Nothing in them yet. */
export function resultsOfStructure(structure: StudyStructure): ExtractedResult[] {
  const results: ExtractedResult[] = [];
  const instruments = new Map(structure.instruments.map((instrument) => [instrument.id, instrument]));
  const timepoints = new Map(structure.timepoints.map((timepoint) => [timepoint.id, timepoint]));
  for (const comparison of structure.comparisons) {
    for (const { instrument: instrumentKey, timepoint: timepointKey } of structure.measured) {
      const instrument = instruments.get(instrumentKey);
      const timepoint = timepoints.get(timepointKey);
      if (!instrument || !timepoint) continue;
      results.push({
        id: resultIdOf(comparison.id, instrument.id, timepoint.id),
        domainId: instrument.domainId,
        outcome: instrument.outcome,
        instrument: instrument.name,
        instrumentId: instrument.instrumentId,
        higherIsBetter: instrument.higherIsBetter,
        timepoint: { label: timepoint.label, weeks: timepoint.weeks, windowId: timepoint.windowId },
        armT: comparison.armT,
        armC: comparison.armC,
        shape: 'means-sds',
        input: {},
        note: '',
      });
    }
  }
  return results;
}

/**
 * A coder's values laid into a settled structure: results it has keep their numbers, new ones are empty, those it no
 * longer has are left out (the earlier save keeps them).
 * @param settled the event that settled the structure
 */
export function fitToStructure(
  content: ExtractionContent | undefined,
  structure: StudyStructure,
  settled: string,
): ExtractionContent {
  const typed = new Map(content?.results.map((result) => [result.id, result]));
  return {
    characteristics: content?.characteristics ?? {},
    design: structure.design,
    arms: structure.arms,
    results: resultsOfStructure(structure).map((empty) => {
      const own = typed.get(empty.id);
      if (!own) return empty;
      const { shape, input, note, options, signAs, heedsClusters } = own;
      return {
        ...empty,
        shape,
        input,
        note,
        ...(options === undefined ? {} : { options }),
        ...(signAs === undefined ? {} : { signAs }),
        ...(heedsClusters === undefined ? {} : { heedsClusters }),
      };
    }),
    structure: settled,
  };
}

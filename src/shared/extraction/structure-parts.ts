import type { LocalId } from '../kernel';
import type { AlignedKind, AlignedPair } from './align-structure';
import type { Side } from './compare-extractions';
import type { Arm } from './content';
import { plain } from './plain-text';
import type { MeasuredInstrument, StudyStructure, Timepoint } from './structure';

/** The parts of a structure as they are compared: fields with their values as texts, and links in terms of pairs. */

const same = (a: string, b: string): boolean => plain(a) === plain(b);

export type Fields = readonly (readonly [field: string, value: string])[];

const armFields = (arm: Arm): Fields => [
  ['label', arm.label.trim()],
  ['role', arm.role],
  ['comparatorId', arm.comparatorId ?? ''],
  ['randomised', String(arm.randomised?.value ?? arm.randomised?.text ?? '')],
];
const instrumentFields = (instrument: MeasuredInstrument): Fields => [
  ['name', instrument.name.trim()],
  ['domainId', instrument.domainId ?? ''],
  ['outcome', instrument.outcome.trim()],
  ['higherIsBetter', String(instrument.higherIsBetter)],
  ['min', String(instrument.min ?? '')],
  ['max', String(instrument.max ?? '')],
];
const timepointFields = (timepoint: Timepoint): Fields => [
  ['weeks', String(timepoint.weeks ?? '')],
  ['windowId', timepoint.windowId ?? ''],
  ['label', timepoint.label.trim()],
];
export const designFields = ({ design }: StudyStructure): Fields => [
  ['kind', design.kind],
  ['clusterSize', String(design.clusterSize?.value ?? '')],
  ['icc', String(design.icc?.value ?? '')],
];

/** Names that mean the same are no difference. */
export const sameField = (field: string, a: string, b: string): boolean =>
  field === 'label' || field === 'name' || field === 'outcome' ? same(a, b) : a === b;

/** The parts of one kind with the fields in which two of them may differ. */
export function partsOf(
  structure: StudyStructure,
  kind: AlignedKind,
): Map<LocalId, { name: string; fields: Fields }> {
  switch (kind) {
    case 'arm':
      return new Map(structure.arms.map((arm) => [arm.id, { name: arm.label, fields: armFields(arm) }]));
    case 'instrument':
      return new Map(
        structure.instruments.map((one) => [
          one.id,
          { name: [one.name, one.outcome].filter(Boolean).join(', '), fields: instrumentFields(one) },
        ]),
      );
    case 'timepoint':
      return new Map(
        structure.timepoints.map((one) => [one.id, { name: one.label, fields: timepointFields(one) }]),
      );
  }
}

export const pairKey = ({ kind, first, second }: AlignedPair): string =>
  `${kind}:${first ?? ''}:${second ?? ''}`;

/** The pair a part of one side belongs to. */
const pairOf = (
  alignment: readonly AlignedPair[],
  side: Side,
  kind: AlignedKind,
  id: LocalId,
): string | undefined => {
  const found = alignment.find((pair) => pair.kind === kind && pair[side] === id);
  return found && pairKey(found);
};

/** Comparisons and measurements in terms of pairs, so that both sides speak of the same things. */
export function linkKeys(structure: StudyStructure, side: Side, alignment: readonly AlignedPair[]) {
  const link = (kinds: readonly [AlignedKind, AlignedKind], ids: readonly [LocalId, LocalId]): string[] => {
    const [a, b] = [pairOf(alignment, side, kinds[0], ids[0]), pairOf(alignment, side, kinds[1], ids[1])];
    return a === undefined || b === undefined ? [] : [`${a}\u0000${b}`];
  };
  return {
    comparisons: new Set(
      structure.comparisons.flatMap(({ armT, armC }) => link(['arm', 'arm'], [armT, armC])),
    ),
    measured: new Set(
      structure.measured.flatMap(({ instrument, timepoint }) =>
        link(['instrument', 'timepoint'], [instrument, timepoint]),
      ),
    ),
  };
}

export function namesOf(
  first: StudyStructure,
  second: StudyStructure,
  alignment: readonly AlignedPair[],
): Map<string, string> {
  const names = new Map<string, string>();
  for (const pair of alignment) {
    const a = pair.first === null ? undefined : partsOf(first, pair.kind).get(pair.first);
    const b = pair.second === null ? undefined : partsOf(second, pair.kind).get(pair.second);
    names.set(pairKey(pair), a?.name || b?.name || '');
  }
  return names;
}

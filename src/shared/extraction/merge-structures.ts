import type { LocalId } from '../kernel';
import { proposeAlignment, type AlignedKind, type AlignedPair } from './align-structure';
import type { Side } from './compare-extractions';
import type { Arm } from './content';
import { plain } from './plain-text';
import { linkKeys, pairKey } from './structure-parts';
import { structureId, type MeasuredInstrument, type StudyStructure, type Timepoint } from './structure';

export type StructureChoices = { readonly [line: string]: Side | undefined };

const letters = { arm: 'a', instrument: 'i', timepoint: 't' } as const;

/** The structure of the only coder, with the ids a settled one has. */
export const settledAlone = (structure: StudyStructure): StudyStructure =>
  mergeStructures(structure, structure, proposeAlignment(structure, structure), {});

/**
 * The settled structure: what both say alike, and for every difference the chosen side; unchosen lines keep the first.
 * Its ids come from what its parts are, so that settling again gives parts that did not change the ids they had.
 */
export function mergeStructures(
  first: StudyStructure,
  second: StudyStructure,
  alignment: readonly AlignedPair[],
  choices: StructureChoices,
): StudyStructure {
  const side = (line: string): Side => choices[line] ?? 'first';
  const ids = new Map<string, LocalId>();
  const taken = new Set<LocalId>();
  const idFor = (kind: AlignedKind, key: string): LocalId => {
    for (let copy = 1; ; copy += 1) {
      const id = structureId(letters[kind], copy === 1 ? key : `${key}#${copy}`);
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
  const merged = <Part extends { readonly id: LocalId }>(
    kind: AlignedKind,
    own: readonly Part[],
    others: readonly Part[],
    fields: readonly (keyof Part & string)[],
    identityOf: (part: Part) => string,
  ): Part[] =>
    alignment
      .filter((pair) => pair.kind === kind)
      .flatMap((pair): Part[] => {
        const key = pairKey(pair);
        const a = own.find(({ id }) => id === pair.first);
        const b = others.find(({ id }) => id === pair.second);
        const keep = a && b ? true : side(`${kind}|${key}|present`) === (a ? 'first' : 'second');
        const base = a ?? b;
        if (!base || !keep) return [];
        const part = { ...base };
        if (a && b)
          for (const field of fields)
            if (side(`${kind}|${key}|${field}`) === 'second') part[field] = b[field];
        const id = idFor(kind, identityOf(part));
        ids.set(key, id);
        return [{ ...part, id }];
      });
  const arms = merged(
    'arm',
    first.arms,
    second.arms,
    ['label', 'role', 'comparatorId', 'randomised'],
    armIdentity,
  );
  const instruments = merged(
    'instrument',
    first.instruments,
    second.instruments,
    ['name', 'domainId', 'outcome', 'higherIsBetter', 'min', 'max'],
    instrumentIdentity,
  ).map((one) => withInstrumentId(one, [...first.instruments, ...second.instruments]));
  const timepoints = merged(
    'timepoint',
    first.timepoints,
    second.timepoints,
    ['weeks', 'windowId', 'label'],
    timepointIdentity,
  );
  const links = (kind: 'comparison' | 'measured'): [LocalId, LocalId][] => {
    const [own, others] = [linkKeys(first, 'first', alignment), linkKeys(second, 'second', alignment)];
    const pick = kind === 'comparison' ? 'comparisons' : 'measured';
    return [...new Set([...own[pick], ...others[pick]])].flatMap((key): [LocalId, LocalId][] => {
      const both = own[pick].has(key) && others[pick].has(key);
      const has: Side = own[pick].has(key) ? 'first' : 'second';
      if (!both && side(`${kind}|${key}|present`) !== has) return [];
      const [a = '', b = ''] = key.split('\u0000');
      const [one, other] = [ids.get(a), ids.get(b)];
      return one === undefined || other === undefined ? [] : [[one, other]];
    });
  };
  const from = (field: string): StudyStructure['design'] =>
    (side(`design||${field}`) === 'second' ? second : first).design;
  return {
    design: { kind: from('kind').kind, clusterSize: from('clusterSize').clusterSize, icc: from('icc').icc },
    arms,
    comparisons: links('comparison').map(([armT, armC]) => ({
      id: structureId('c', `${armT}\u0000${armC}`),
      armT,
      armC,
    })),
    instruments,
    timepoints,
    measured: links('measured').map(([instrument, timepoint]) => ({ instrument, timepoint })),
  };
}

/** What makes a part the one it is, as text. */
const armIdentity = ({ role, label }: Arm): string => `${role} ${plain(label)}`;
const instrumentIdentity = ({ instrumentId, name, outcome }: MeasuredInstrument): string =>
  `${instrumentId ?? plain(name)} ${plain(outcome)}`;
const timepointIdentity = ({ weeks, windowId, label }: Timepoint): string =>
  weeks === null ? `${windowId ?? ''} ${plain(label)}` : String(weeks);

/** The protocol's instrument goes with the chosen name. */
function withInstrumentId(
  one: MeasuredInstrument,
  sources: readonly MeasuredInstrument[],
): MeasuredInstrument {
  const source = sources.find(({ name }) => name === one.name);
  return source ? { ...one, instrumentId: source.instrumentId } : one;
}

import { alignedKinds, type AlignedKind, type AlignedPair } from './align-structure';
import { designFields, linkKeys, namesOf, pairKey, partsOf, sameField, type Fields } from './structure-parts';
import type { StudyStructure } from './structure';

/** One line in which two structures differ. */
export type StructureDifference = {
  /** What a choice refers to. */
  readonly line: string;
  readonly kind: AlignedKind | 'design' | 'comparison' | 'measured';
  /** Of what the difference is: names as the coders gave them. */
  readonly subject: string;
  /** Which field; `present` where one coder has it and the other has not. */
  readonly field: string;
  readonly first: string | null;
  readonly second: string | null;
};

/** Lays two structures side by side. What both say alike is not in the list. */
export function compareStructures(
  first: StudyStructure,
  second: StudyStructure,
  alignment: readonly AlignedPair[],
): StructureDifference[] {
  const differences: StructureDifference[] = [];
  const fieldsDiffer = (
    kind: StructureDifference['kind'],
    key: string,
    subject: string,
    a: Fields,
    b: Fields,
  ): void => {
    for (const [index, [field, value]] of a.entries()) {
      const other = b[index]?.[1] ?? '';
      if (!sameField(field, value, other))
        differences.push({
          line: `${kind}|${key}|${field}`,
          kind,
          subject,
          field,
          first: value || null,
          second: other || null,
        });
    }
  };
  fieldsDiffer('design', '', '', designFields(first), designFields(second));
  for (const kind of alignedKinds) {
    const [own, others] = [partsOf(first, kind), partsOf(second, kind)];
    for (const pair of alignment.filter((candidate) => candidate.kind === kind)) {
      const a = pair.first === null ? undefined : own.get(pair.first);
      const b = pair.second === null ? undefined : others.get(pair.second);
      const key = pairKey(pair);
      if (a && b) fieldsDiffer(kind, key, a.name || b.name, a.fields, b.fields);
      else
        differences.push({
          line: `${kind}|${key}|present`,
          kind,
          subject: a?.name ?? b?.name ?? '',
          field: 'present',
          first: a ? a.name : null,
          second: b ? b.name : null,
        });
    }
  }
  const names = namesOf(first, second, alignment);
  const alone = (
    kind: 'comparison' | 'measured',
    own: ReadonlySet<string>,
    others: ReadonlySet<string>,
  ): void => {
    for (const key of new Set([...own, ...others])) {
      if (own.has(key) && others.has(key)) continue;
      const subject = key
        .split('\u0000')
        .map((part) => names.get(part) ?? part)
        .join(' · ');
      differences.push({
        line: `${kind}|${key}|present`,
        kind,
        subject,
        field: 'present',
        first: own.has(key) ? subject : null,
        second: others.has(key) ? subject : null,
      });
    }
  };
  const [ownKeys, otherKeys] = [linkKeys(first, 'first', alignment), linkKeys(second, 'second', alignment)];
  alone('comparison', ownKeys.comparisons, otherKeys.comparisons);
  alone('measured', ownKeys.measured, otherKeys.measured);
  return differences;
}

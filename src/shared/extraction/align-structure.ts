import type { LocalId } from '../kernel';
import { plain } from './plain-text';
import type { StudyStructure } from './structure';

/** The parts of a structure that have to be the same ones before their fields can be compared. */
export const alignedKinds = ['arm', 'instrument', 'timepoint'] as const;
export type AlignedKind = (typeof alignedKinds)[number];

/** What one coder calls this is what the other calls that; null where one has no such thing. */
export type AlignedPair = {
  readonly kind: AlignedKind;
  readonly first: LocalId | null;
  readonly second: LocalId | null;
};

const same = (a: string, b: string): boolean => plain(a) === plain(b);

/**
 * Proposes which parts are the same: arms by name, then by role in order; instruments by the protocol's instrument or
 * their name within a domain; timepoints by week, then by window. A coder may pair them otherwise.
 */
export function proposeAlignment(first: StudyStructure, second: StudyStructure): AlignedPair[] {
  return [
    ...paired('arm', first.arms, second.arms, [
      (a, b) => plain(a.label) !== '' && a.role === b.role && same(a.label, b.label),
      (a, b) => a.role === b.role && a.comparatorId !== null && a.comparatorId === b.comparatorId,
      (a, b) => a.role === b.role,
    ]),
    ...paired('instrument', first.instruments, second.instruments, [
      (a, b) => a.instrumentId !== null && a.instrumentId === b.instrumentId && same(a.outcome, b.outcome),
      (a, b) => plain(a.name) !== '' && same(a.name, b.name) && same(a.outcome, b.outcome),
      (a, b) => a.instrumentId !== null && a.instrumentId === b.instrumentId,
      (a, b) => plain(a.name) !== '' && same(a.name, b.name),
    ]),
    ...paired('timepoint', first.timepoints, second.timepoints, [
      (a, b) => a.weeks !== null && a.weeks === b.weeks,
      (a, b) => a.windowId !== null && a.windowId === b.windowId,
      (a, b) => plain(a.label) !== '' && same(a.label, b.label),
    ]),
  ];
}

/** Pairs by the first rule that fits, rule by rule; what fits none stays alone. */
function paired<Part extends { readonly id: LocalId }>(
  kind: AlignedKind,
  first: readonly Part[],
  second: readonly Part[],
  rules: readonly ((a: Part, b: Part) => boolean)[],
): AlignedPair[] {
  const partner = new Map<LocalId, LocalId>();
  const taken = new Set<LocalId>();
  for (const rule of rules) {
    for (const a of first) {
      if (partner.has(a.id)) continue;
      const b = second.find((candidate) => !taken.has(candidate.id) && rule(a, candidate));
      if (!b) continue;
      partner.set(a.id, b.id);
      taken.add(b.id);
    }
  }
  return [
    ...first.map(({ id }) => ({ kind, first: id, second: partner.get(id) ?? null })),
    ...second.filter(({ id }) => !taken.has(id)).map(({ id }) => ({ kind, first: null, second: id })),
  ];
}

/** Makes two parts one, or takes a pair apart; whoever was paired with either stands alone again. */
export function repair(
  alignment: readonly AlignedPair[],
  kind: AlignedKind,
  first: LocalId,
  second: LocalId | null,
): AlignedPair[] {
  const others = alignment.flatMap((pair): AlignedPair[] => {
    if (pair.kind !== kind) return [pair];
    if (pair.first === first)
      return pair.second === null || pair.second === second ? [] : [{ ...pair, first: null }];
    if (second !== null && pair.second === second)
      return pair.first === null ? [] : [{ ...pair, second: null }];
    return [pair];
  });
  return [...others, { kind, first, second }];
}

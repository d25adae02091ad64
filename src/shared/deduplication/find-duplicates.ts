import { candidatePairs } from './candidates';
import type { Citation } from './citation';
import { findingKey, judgePair, type Judgement, type Relation } from './judge-pair';
import { HeldOnce, normalise, type NormalCitation } from './normal';
import { withoutSharedDois } from './shared-dois';

/** Two records and what the rules say of them; `a` is the smaller id. */
export type JudgedPair<Id extends string = string> = {
  readonly a: Id;
  readonly b: Id;
  readonly judgement: Judgement;
};

export type RelatedPair<Id extends string = string> = {
  readonly a: Id;
  readonly b: Id;
  readonly relation: Relation;
};

export type FoundDuplicates<Id extends string = string> = {
  /** Records of one work beyond doubt, two or more a group, each group and the list in order of id; those of before too. */
  readonly groups: readonly (readonly Id[])[];
  /** Pairs that prove the groups: enough to connect each, the strongest; none for what stood together before. */
  readonly certain: readonly JudgedPair<Id>[];
  /** Further pairs that are certain within those groups: with them the rest stands when one record goes. */
  readonly backing: readonly JudgedPair<Id>[];
  /** Questions for a person: one pair for two groups (or records) that may be one, strongest first. */
  readonly probable: readonly JudgedPair<Id>[];
  /** What is no duplicate, but belongs together. */
  readonly related: readonly RelatedPair<Id>[];
  readonly compared: number;
};

/** The name and version of these rules, for the ledger and the methods section. */
export const duplicateMethod = 'concord-duplicates-2';

export type FindOptions<Id extends string> = {
  /** What people decided: pairs that are not to be joined or asked about again, nor are groups that hold such a pair. */
  readonly apart?: (a: Id, b: Id) => boolean;
  /** Groups that stand already. They stay as they are; only what is added to them is found. */
  readonly together?: readonly (readonly Id[])[];
  /** Called now and then with the share done, from 0 to 1. */
  readonly progress?: (share: number) => void;
};

/** The share of the whole that normalising the records takes, about. */
export const normalisingShare = 0.4;

/**
 * Finds the records that describe the same work. The answer does not depend on the order of the records, and running it
 * again on what it left gives nothing new. Near linear in the number of records.
 */
export function findDuplicates<Id extends string>(
  citations: readonly Citation<Id>[],
  options: FindOptions<Id> = {},
): FoundDuplicates<Id> {
  const normal: NormalCitation<Id>[] = [];
  const heldOnce = new HeldOnce();
  for (const [position, citation] of citations.entries()) {
    normal.push(normalise(citation, heldOnce));
    if (position % 2_000 === 0) options.progress?.((normalisingShare * position) / citations.length);
  }
  return findAmong(normal, options);
}

/**
 * The same among records that were normalised as they came, so that a large review is not held twice. Progress is told from
 * `normalisingShare` on.
 */
export function findAmong<Id extends string>(
  citations: readonly NormalCitation<Id>[],
  options: FindOptions<Id> = {},
): FoundDuplicates<Id> {
  const { progress } = options;
  const normal = withoutSharedDois([...citations].sort(byId));
  const certain: JudgedPair<Id>[] = [];
  const probable: JudgedPair<Id>[] = [];
  const related: RelatedPair<Id>[] = [];
  let compared = 0;
  const heldOnce = new JudgementsHeldOnce();
  for (const [x, y] of candidatePairs(normal)) {
    const a = normal[x];
    const b = normal[y];
    if (a === undefined || b === undefined) continue;
    compared += 1;
    if (compared % 5_000 === 0)
      progress?.(normalisingShare + 0.5 * Math.min(1, compared / (usualPairs * normal.length)));
    if (options.apart?.(a.id, b.id)) continue;
    const judged = judgePair(a, b);
    if (judged.relation !== null) related.push({ a: a.id, b: b.id, relation: judged.relation });
    if (judged.band === 'no') continue;
    const pair = { a: a.id, b: b.id, judgement: heldOnce.judgement(judged) };
    if (judged.band === 'certain') certain.push(pair);
    else probable.push(pair);
  }
  progress?.(0.9);
  const byRecord = new Map(normal.map((citation) => [citation.id, citation]));
  const joined = joinPairs(byRecord, certain, probable, options);
  return { ...joined, related: withoutDetours(related, joined.groups, byRecord), compared };
}

/** Of the pairs that are found, thousands are judged alike: what was said of the first is said of all. */
class JudgementsHeldOnce {
  private readonly known = new Map<string, Judgement>();

  /** The same judgement. */
  judgement(judgement: Judgement): Judgement {
    const { band, findings, veto, relation } = judgement;
    const said = findings.map((finding) => `${findingKey(finding)} ${finding.weight}`);
    const key = [band, veto?.code, veto?.band, relation, ...said].join(';');
    const known = this.known.get(key);
    if (known === undefined) this.known.set(key, judgement);
    return known ?? judgement;
  }
}

/**
 * The related pairs without those of register entries that follow from others: of a trial with two entries and ten reports
 * each is named once with what connects it, not all with all.
 */
function withoutDetours<Id extends string>(
  related: readonly RelatedPair<Id>[],
  groups: readonly (readonly Id[])[],
  citations: ReadonlyMap<Id, NormalCitation<Id>>,
): readonly RelatedPair<Id>[] {
  const parent = new Map<Id, Id>();
  const rootOf = (id: Id): Id => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(id, root);
    return root;
  };
  for (const group of groups) for (const id of group) if (group[0] !== undefined) parent.set(id, group[0]);
  const isEntry = (id: Id): boolean => citations.get(id)?.register.entry !== undefined;
  const order = ({ a, b, relation }: RelatedPair<Id>): string =>
    `${relation === 'reports' && (isEntry(a) || isEntry(b)) ? (isEntry(a) && isEntry(b) ? 1 : 2) : 0} ${a} ${b}`;
  const sorted = related.map((pair) => ({ pair, at: order(pair) })).sort((x, y) => (x.at < y.at ? -1 : 1));
  return sorted.flatMap(({ pair, at }) => {
    const [x, y] = [rootOf(pair.a), rootOf(pair.b)];
    if (!at.startsWith('0') && x === y) return [];
    if (pair.relation === 'reports') parent.set(x, y);
    return [pair];
  });
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const strongestFirst = (x: JudgedPair, y: JudgedPair): number =>
  y.judgement.score - x.judgement.score || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1);

/** Pairs compared per record, about, for telling progress. */
const usualPairs = 5;

/** Larger groups are checked by this many of their records. */
const mostChecked = 12;

/**
 * Joins certain pairs, strongest first. Two groups with a certain pair between them stay apart if any record of the one is
 * certainly no copy of one of the other: then a record that fits both is a question for a person.
 */
function joinPairs<Id extends string>(
  citations: ReadonlyMap<Id, NormalCitation<Id>>,
  certain: readonly JudgedPair<Id>[],
  probable: readonly JudgedPair<Id>[],
  { apart, together = [] }: FindOptions<Id>,
): Pick<FoundDuplicates<Id>, 'groups' | 'certain' | 'backing' | 'probable'> {
  const groupOf = new Map<Id, Id[]>();
  const membersOf = (id: Id): Id[] => groupOf.get(id) ?? [id];
  for (const group of together) {
    const known = group.filter((id) => citations.has(id)).sort();
    for (const id of known) groupOf.set(id, known);
  }
  const stoodTogether = new Map(groupOf);
  const used: JudgedPair<Id>[] = [];
  const backing: JudgedPair<Id>[] = [];
  const asked: JudgedPair<Id>[] = [...probable];
  const keptApart = (left: readonly Id[], right: readonly Id[]): boolean =>
    apart !== undefined && left.some((x) => right.some((y) => apart(x, y)));
  const contradicts = (left: readonly Id[], right: readonly Id[]): boolean =>
    left.slice(0, mostChecked).some((x) =>
      right.slice(0, mostChecked).some((y) => {
        const a = citations.get(x);
        const b = citations.get(y);
        return a !== undefined && b !== undefined && judgePair(a, b).band === 'no';
      }),
    );
  for (const pair of [...certain].sort(strongestFirst)) {
    const left = membersOf(pair.a);
    const right = membersOf(pair.b);
    if (left === right) {
      const before = stoodTogether.get(pair.a);
      if (before === undefined || before !== stoodTogether.get(pair.b)) backing.push(pair);
      continue;
    }
    if (keptApart(left, right)) continue;
    if (contradicts(left, right)) {
      asked.push(pair);
      continue;
    }
    const joined = [...left, ...right].sort();
    for (const id of joined) groupOf.set(id, joined);
    used.push(pair);
  }
  return {
    groups: [...new Set(groupOf.values())].sort((x, y) => ((x[0] ?? '') < (y[0] ?? '') ? -1 : 1)),
    certain: used,
    backing,
    probable: onePerQuestion(asked, membersOf, keptApart),
  };
}

/** One pair for each two groups: whoever answers it answers for the groups. */
function onePerQuestion<Id extends string>(
  pairs: readonly JudgedPair<Id>[],
  membersOf: (id: Id) => readonly Id[],
  keptApart: (left: readonly Id[], right: readonly Id[]) => boolean,
): JudgedPair<Id>[] {
  const asked = new Set<string>();
  const questions: JudgedPair<Id>[] = [];
  for (const pair of [...pairs].sort(strongestFirst)) {
    const left = membersOf(pair.a);
    const right = membersOf(pair.b);
    if (left === right || keptApart(left, right)) continue;
    const key = [left[0] ?? pair.a, right[0] ?? pair.b].sort().join(' ');
    if (asked.has(key)) continue;
    asked.add(key);
    questions.push(pair);
  }
  return questions;
}

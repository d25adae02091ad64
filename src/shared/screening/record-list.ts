import { mayStop, type AuthorId, type RecordId, type Work } from '../kernel';
import { byline, matchesQuery, readQuery, type CitationRecord } from '../records';
import type { BlindEntry } from './context';
import type { ScreeningStage } from './events';
import { sortedBy, titleKey } from './order';
import type { ScreeningSlice } from './slice';

/**
 * The list view of a stage, in two steps: what depends on the records alone (words, source, year), which stays the same
 * from vote to vote, and what depends on the coder's own work. Nothing here is made from how others voted.
 */

export type RecordFacts = {
  readonly record: CitationRecord | undefined;
  /** The databases the report was found in, once each. */
  readonly sources: readonly string[];
};
export type FactsLookup = (id: RecordId) => RecordFacts;

export type RecordFilter = {
  /** Words, "phrases" and fields, as `readQuery` reads them. */
  readonly text: string;
  readonly source: string | null;
  readonly fromYear: number | null;
  readonly toYear: number | null;
};

export const everyRecord: RecordFilter = { text: '', source: null, fromYear: null, toYear: null };

/** The reports a filter lets through, in their order. A record without a year is in no span of years. */
export function* filterRecords(
  ids: readonly RecordId[],
  filter: RecordFilter,
  factsOf: FactsLookup,
): Work<readonly RecordId[]> {
  const query = readQuery(filter.text);
  const { source, fromYear, toYear } = filter;
  if (query.length === 0 && source === null && fromYear === null && toYear === null) return ids;
  const passesFilter = (id: RecordId): boolean => {
    const { record, sources } = factsOf(id);
    const year = record?.year;
    if (source !== null && !sources.includes(source)) return false;
    if (fromYear !== null && !(year !== undefined && year >= fromYear)) return false;
    if (toYear !== null && !(year !== undefined && year <= toYear)) return false;
    return query.length === 0 || (record !== undefined && matchesQuery(record, query));
  };
  const through: RecordId[] = [];
  for (const [turn, id] of ids.entries()) {
    if (mayStop(turn)) yield;
    if (passesFilter(id)) through.push(id);
  }
  return through;
}

export const recordColumns = ['title', 'authors', 'year', 'journal', 'source'] as const;
export type RecordColumn = (typeof recordColumns)[number];
export const ownColumns = ['vote', 'labels', 'note', 'others'] as const;
export type OwnColumn = (typeof ownColumns)[number];
export type ListColumn = RecordColumn | OwnColumn;

const recordKey: {
  readonly [C in RecordColumn]: (facts: RecordFacts) => string | number | undefined;
} = {
  title: ({ record }) => titleKey(record?.title),
  authors: ({ record }) => titleKey(byline(record?.authors ?? [])),
  year: ({ record }) => record?.year,
  journal: ({ record }) => titleKey(record?.journal ?? record?.journalAbbreviation),
  source: ({ sources }) => titleKey(sources.join(', ')),
};

/** Sorted by a column of the record; those with nothing in it last either way, equals as they were. */
export function sortRecords(
  ids: readonly RecordId[],
  column: RecordColumn,
  descending: boolean,
  factsOf: FactsLookup,
): Work<readonly RecordId[]> {
  return sortedBy(ids, (id) => recordKey[column](factsOf(id)), descending);
}

/** Where a report stands for one coder. `passed`: no vote of theirs, and no longer offered because enough others voted. */
export const ownStates = ['waiting', 'include', 'maybe', 'exclude', 'passed'] as const;
export type OwnState = (typeof ownStates)[number];

export type ReadableNote = {
  readonly authorId: AuthorId;
  readonly text: string;
  readonly shared: boolean;
};

export type ReadableLabel = { readonly label: string; readonly own: boolean; readonly shared: boolean };

/** What a coder may read on a report beside votes: own notes, labels and the mark "for later", and what others shared. */
export type Annotations = {
  readonly notes: readonly ReadableNote[];
  readonly labels: readonly ReadableLabel[];
  readonly parked: boolean;
};

/** A line of a coder's list: what the coder knows of a report from their own work. */
export type OwnLine = {
  readonly entry: BlindEntry;
  readonly state: OwnState;
} & Annotations;

export type OwnFilter = {
  readonly state: OwnState | null;
  /** Only reports with a note one may read. */
  readonly noted: boolean;
  /** Only reports with this label. */
  readonly label: string | null;
  /** Only reports put aside for later. */
  readonly parked: boolean;
};

export const everyState: OwnFilter = { state: null, noted: false, label: null, parked: false };

/** Whether a filter lets a line through. */
export const passes = (line: OwnLine, { state, noted, label, parked }: OwnFilter): boolean =>
  (state === null || line.state === state) &&
  (!noted || line.notes.length > 0) &&
  (!parked || line.parked) &&
  (label === null || line.labels.some((one) => one.label === label));

/** What lines are sorted by; `parked` puts what was set aside for later last. Lines with nothing in it come last. */
export const ownKeys: {
  readonly [C in OwnColumn | 'parked']: (line: OwnLine) => string | number | undefined;
} = {
  vote: ({ state }) => ownStates.indexOf(state),
  labels: ({ labels }) => titleKey(labels.map(({ label }) => label).join(' ')),
  note: ({ notes }) => titleKey(notes.at(-1)?.text),
  others: ({ entry }) => entry.others,
  parked: ({ parked }) => Number(parked),
};

const bare: Annotations = { notes: [], labels: [], parked: false };

/**
 * What a coder may read on a report at a stage: their own labels and last note, and those that colleagues chose to share.
 * What others keep to themselves opens with the stage.
 */
export function readableAnnotations(
  slice: ScreeningSlice,
  stage: ScreeningStage,
  members: readonly RecordId[],
  coder: AuthorId,
  blind: boolean,
): Annotations {
  const { notes, labels, parked } = slice;
  if (notes.size === 0 && labels[stage].size === 0 && parked[stage].size === 0) return bare;
  if (!members.some((id) => notes.has(id) || labels[stage].has(id) || parked[stage].has(id))) return bare;
  const lastNotes = new Map<AuthorId, ReadableNote>();
  const readable = new Map<string, ReadableLabel>();
  for (const id of members) {
    for (const { authorId, body } of notes.get(id) ?? []) {
      if (body.stage !== stage || (authorId !== coder && blind && !body.shared)) continue;
      lastNotes.set(authorId, { authorId, text: body.text, shared: body.shared });
    }
    for (const [authorId, given] of labels[stage].get(id) ?? []) {
      for (const [label, { shared }] of given) {
        if (authorId !== coder && blind && !shared) continue;
        const own = authorId === coder;
        const known = readable.get(label);
        readable.set(label, {
          label,
          own: own || (known?.own ?? false),
          shared: shared || (known?.shared ?? false),
        });
      }
    }
  }
  return {
    notes: [...lastNotes.values()],
    labels: [...readable.values()].sort((a, b) => (a.label < b.label ? -1 : 1)),
    parked: members.some((id) => parked[stage].get(id)?.has(coder)),
  };
}

/** Labels that a coder may know of at a stage, in alphabetical order. */
export function knownLabels(
  slice: ScreeningSlice,
  stage: ScreeningStage,
  coder: AuthorId,
  blind: boolean,
): readonly string[] {
  const known = new Set<string>();
  for (const authors of slice.labels[stage].values()) {
    for (const [authorId, given] of authors) {
      for (const [label, { shared }] of given) {
        if (authorId === coder || !blind || shared) known.add(label);
      }
    }
  }
  return [...known].sort();
}

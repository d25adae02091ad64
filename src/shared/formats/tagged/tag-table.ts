import type { FormatName } from '../parsed-record';
import type { Draft } from './draft';

/** Puts the whole value of one field (continuation lines joined) into the draft. */
export type Setter = (draft: Draft, value: string, tag: string, line: number) => void;

export type TagEntry = {
  readonly tag: string;
  /** What the tag does to the flow of records. */
  readonly role: 'start' | 'end' | 'field' | 'furniture';
  readonly set: Setter;
  /** Each line of the field is a value of its own (authors, keywords, notes); otherwise lines are a wrapped text. */
  readonly lines: boolean;
  /** After a blank line and with a title already read, this tag opens the next record (formats without start or end marks). */
  readonly opens: boolean;
  /** Another field may follow on its line without any space, where a program forgets the line break (Web of Science). */
  readonly runsOn: boolean;
  /** Programs write its text as it was broken into lines (abstracts of ScienceDirect, Covidence): told once in a file. */
  readonly wraps: boolean;
};

/** What a dialect found at the start of a line. One object is reused for all lines. */
export type TagHit = {
  entry: TagEntry | undefined;
  /** Upper-case tag as other records have it. */
  tag: string;
  valueStart: number;
  lowerCase: boolean;
};

export type Dialect = {
  readonly format: FormatName;
  /** Fills `hit` and answers whether the line that starts at `start` begins with a tag. */
  readonly readTag: (text: string, start: number, end: number, hit: TagHit) => boolean;
  /** Records close with an end mark; without it a record was cut or its mark was lost. */
  readonly hasEndMark: boolean;
  /** A record without its start tag is worth a word. */
  readonly needsStart: boolean;
  /** An indented line is the next value of a list field (Web of Science), not the rest of a wrapped one. */
  readonly indentedValues: boolean;
  /**
   * Spaces at the start of a line that goes on with a wrapped value, where all programs write the same number; 0 elsewhere.
   */
  readonly wrapIndent: number;
  /** The field every complete record ends with, where the format has no end mark (MEDLINE: SO). */
  readonly lastTag: string | undefined;
  /** Several fields may stand on one line, parted by three or more spaces. */
  readonly gluedFields: boolean;
};

type EntryOptions = Partial<Pick<TagEntry, 'role' | 'lines' | 'opens' | 'runsOn' | 'wraps'>>;

/** One line of a tag table. */
export const entryOf = (tag: string, set: Setter, options: EntryOptions = {}): TagEntry => ({
  tag,
  set,
  role: options.role ?? 'field',
  lines: options.lines ?? false,
  opens: options.opens ?? false,
  runsOn: options.runsOn ?? false,
  wraps: options.wraps ?? false,
});

/** A tag table from rows of `tags, setter, options`, where one row may name several tags separated by spaces. */
export function tagTable(
  rows: readonly (readonly [tags: string, set: Setter, options?: EntryOptions])[],
): ReadonlyMap<string, TagEntry> {
  const table = new Map<string, TagEntry>();
  for (const [tags, set, options] of rows) {
    for (const tag of tags.split(' ')) {
      if (table.has(tag)) throw new Error(`tag ${tag} stands twice in one table`);
      table.set(tag, entryOf(tag, set, options));
    }
  }
  return table;
}

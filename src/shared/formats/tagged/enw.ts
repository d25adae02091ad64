import type { ParseSink } from '../parsed-record';
import { scanTagged } from './scan';
import * as put from './setters';
import { tagTable, type Dialect, type Setter, type TagHit } from './tag-table';

/** %A: an author; CNKI wrote several on one line ("张三 %A 李四"). */
const author: Setter = (draft, value, tag, line) => {
  for (const name of value.split(/\s%A\s/)) put.author(draft, name.trim(), tag, line);
};

/**
 * EndNote's tagged text (.enw), which extends refer/BibIX: "%", one character, a space, the value; a blank line between
 * records. Tags as in EndNote's manual ("EndNote Import" format).
 */
const table = tagTable([
  ['%0', put.type, { role: 'start' }],
  ['%T', put.title, { opens: true }],
  ['%A', author, { lines: true, opens: true }],
  ['%Q', put.translatedOrTitle, { opens: true }],
  ['%J', put.into('journal')],
  ['%B', put.intoQuietly('container')],
  ['%O', put.intoQuietly('abbreviation')],
  ['%!', put.intoQuietly('shortTitle')],
  ['%D', put.year],
  ['%8', put.date],
  ['%V', put.into('volume')],
  ['%N', put.into('issue')],
  ['%P', put.intoQuietly('pages')],
  ['%R', put.doiOrOther],
  ['%M', put.accessionOrDoi],
  ['%U', put.url, { lines: true }],
  ['%X', put.abstract, { wraps: true }],
  ['%K', put.keyword, { lines: true }],
  ['%G', put.language],
  ['%@', put.serial, { lines: true }],
  ['%Z', put.note, { lines: true }],
  ['%~ %W', put.database],
  ['%2', put.pmcid],
  [
    '%> %L %F %I %C %E %Y %S %9 %+ %1 %3 %4 %6 %7 %? %& %( %) %* %^ %# %$ %[ %] %= %< %5 %H',
    put.keep,
    { lines: true },
  ],
]);

function readEnwTag(text: string, start: number, end: number, hit: TagHit): boolean {
  if (end - start < 2 || text.charCodeAt(start) !== 37) return false;
  if (end - start > 2 && text.charCodeAt(start + 2) !== 32 && text.charCodeAt(start + 2) !== 9) return false;
  const tag = text.slice(start, start + 2);
  const entry = table.get(tag) ?? table.get(tag.toUpperCase());
  hit.entry = entry;
  hit.tag = entry?.tag ?? tag;
  hit.valueStart = start + 2;
  hit.lowerCase = entry !== undefined && entry.tag !== tag;
  return true;
}

export const enw: Dialect = {
  format: 'enw',
  readTag: readEnwTag,
  hasEndMark: false,
  needsStart: false,
  indentedValues: false,
  wrapIndent: 0,
  lastTag: undefined,
  gluedFields: false,
};

/** Reads EndNote tagged text and refer files; answers how many records there were. */
export const readEnw = (text: string, sink: ParseSink): number => scanTagged(text, enw, sink);

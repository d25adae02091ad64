import { LineCounter, recordOfFields } from '../delimited';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { fieldsOf, type ExpandedEntry } from './entry-fields';
import { scanEntries, type Entry, type Field } from './scan-entries';

/** A value may not grow beyond this by its abbreviations (UTF-16 code units). */
const LONGEST_EXPANSION = 100_000;
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** Fields that an entry takes over from the one it names in `crossref`, where it lacks them. */
const inherited =
  'year date month publisher editor volume series isbn issn journal journaltitle booktitle address location'.split(
    ' ',
  );

/**
 * Reads BibTeX and biblatex. The whole file is scanned first, because abbreviations and entries that others refer to may
 * stand anywhere. Each entry is delivered, however broken; what was wrong is told with its line.
 */
export function readBibtex(text: string, sink: ParseSink): void {
  const lines = new LineCounter(text);
  const strings = new Map<string, string>();
  for (const month of months) {
    const name = `${month.charAt(0).toUpperCase()}${month.slice(1)}`;
    strings.set(month, name).set(month.slice(0, 3), name);
  }
  const found: { entry: Entry; line: number }[] = [];
  let behind = 0;
  for (const entry of scanEntries(text)) {
    if (sink.progress?.(entry.start) === false) break;
    tellBetween(text, behind, entry.start, lines, sink);
    behind = entry.end;
    if (entry.type === 'comment' || entry.type === 'preamble') continue;
    if (entry.type === 'string') {
      for (const field of entry.fields) strings.set(field.name, expand(field, strings).text);
    } else found.push({ entry, line: lines.lineAt(entry.start) });
  }
  const expanded = found.map(({ entry, line }) => ({
    entry,
    line,
    ...expandedEntry(entry, line, strings, sink),
  }));
  // An entry without a key can be referred to by none.
  const keyed = expanded.filter(({ key }) => key !== '');
  const byKey = new Map(keyed.map((one) => [one.key.toLowerCase(), one]));
  for (const { entry, line, ...own } of expanded) {
    // What others take over from, and no work itself.
    if (entry.type === 'xdata') continue;
    for (const { code, message, at } of entry.faults) {
      reportProblem(sink, line, code, message, text.slice(at, Math.min(at + 200, entry.end)));
    }
    if (own.values.size === 0 && own.key === '') {
      const raw = text.slice(entry.start, entry.end);
      reportProblem(sink, line, 'entry-skipped', 'Nothing could be read from this entry.', raw);
      continue;
    }
    const values = withInherited(own, byKey);
    sink.record(recordOfFields({ ...fieldsOf({ ...own, values }), line }, sink));
  }
}

/** Text between entries is a comment in BibTeX; a lone comma or brace is what a repair left over. */
function tellBetween(text: string, from: number, to: number, lines: LineCounter, sink: ParseSink): void {
  const between = text.slice(from, to);
  const said = between
    .replace(/^[ \t]*%.*$/gm, '')
    .replace(from === 0 ? banner : /^$/, '')
    .trim();
  if (said.length < 3) return;
  const offset = between.search(/\S/);
  const message = 'Text outside the entries was passed over.';
  reportProblem(sink, lines.lineAt(from + Math.max(0, offset)), 'text-outside-record', message, said);
}

/** What Scopus writes above the entries: its name and the date. */
const banner = /^\s*Scopus\s{1,4}EXPORT DATE: ?[\w .,/-]{4,40}$/m;

/** Fields that some programs repeat, once for each word or address. */
const gathered: ReadonlySet<string> = new Set(['keywords', 'keyword', 'url']);

type Expansion = { readonly text: string; readonly unresolved: readonly string[] };

/** The text of a field: its pieces joined, abbreviations expanded; one that is not defined stays as its name. */
function expand({ pieces }: Field, strings: ReadonlyMap<string, string>): Expansion {
  const unresolved: string[] = [];
  let text = '';
  for (const piece of pieces) {
    const value = piece.kind === 'text' ? piece.text : strings.get(piece.text.toLowerCase());
    if (value === undefined || text.length + value.length > Math.max(LONGEST_EXPANSION, piece.text.length)) {
      unresolved.push(piece.text);
      text += piece.text;
    } else text += value;
  }
  return { text, unresolved };
}

function expandedEntry(
  entry: Entry,
  line: number,
  strings: ReadonlyMap<string, string>,
  sink: ParseSink,
): ExpandedEntry {
  const values = new Map<string, string>();
  const times = new Map<string, number>();
  for (const field of entry.fields) {
    const { text, unresolved } = expand(field, strings);
    for (const name of unresolved) {
      const message = `The abbreviation ${name} of the field ${field.name} is not defined; its name is kept.`;
      reportProblem(sink, line, 'unresolved-string', message, name);
    }
    const before = values.get(field.name);
    if (before === undefined || before.trim() === '') values.set(field.name, text);
    else if (gathered.has(field.name)) values.set(field.name, `${before}; ${text}`);
    else if (before !== text && text.trim() !== '') {
      const message = `The field ${field.name} is given twice with different values; the first one counts.`;
      reportProblem(sink, line, 'duplicate-field', message, text);
      const number = (times.get(field.name) ?? 1) + 1;
      times.set(field.name, number);
      values.set(`${field.name} ${number}`, text);
    }
  }
  return { type: entry.type, key: entry.key, values };
}

/** The values of an entry with those it takes over: all from `xdata`, the ones of the whole from `crossref`. One step. */
function withInherited(
  own: ExpandedEntry,
  byKey: ReadonlyMap<string, ExpandedEntry>,
): ReadonlyMap<string, string> {
  const crossref = byKey.get((own.values.get('crossref') ?? '').trim().toLowerCase());
  const shared = (own.values.get('xdata') ?? '').split(',').map((key) => byKey.get(key.trim().toLowerCase()));
  if (crossref === undefined && shared.every((entry) => entry === undefined)) return own.values;
  const values = new Map(own.values);
  for (const entry of shared) {
    for (const [name, value] of entry?.values ?? []) if (!values.has(name)) values.set(name, value);
  }
  if (crossref === undefined || crossref.key === own.key) return values;
  for (const name of inherited) {
    const value = crossref.values.get(name);
    if (value !== undefined && !values.has(name)) values.set(name, value);
  }
  const whole = crossref.values.get('title');
  if (whole !== undefined && !values.has('booktitle') && !values.has('journal'))
    values.set('booktitle', whole);
  return values;
}

import { authorsOfCell, recordOfFields, type SingleField } from '../delimited';
import { keywordsIn } from '../fields';
import { firstVisible, LineCursor, sliceTrimmed } from '../line-cursor';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';

/** Where and when a work appeared, below its title: "(2021) Journal of X, 68 (2), pp. 11 - 26, Cited 6 times." */
const place = /^\((?:1[89]|20)\d\d\) \S/;
/** The field Scopus ends every entry with. */
const last = /^(?:SOURCE|来源出版物)[:：] ?Scopus/;
const label = /^([A-Z][A-Z &/]{2,40}\d?|[\u4e00-\u9fff]{2,14}\d?)[:：] ?/;
const head = /^Scopus$|^(?:EXPORT DATE|导出日期)[:：]/;
const fullNamesAhead = /^(?:AUTHOR FULL NAMES|作者全名)[:：] ?/;
/** The numbers of the authors, or the remark that there are none. */
const authorNumbers = /^(?:[\d; ]{6,}|\[No author id available\])$/;
const noAuthors = /^\[No author name available\]$/;

const fieldOfLabel: ReadonlyMap<string, SingleField> = new Map([
  ['ABSTRACT', 'abstract'],
  ['DOI', 'doi'],
  ['PUBMED ID', 'pmid'],
  ['ISSN', 'issn'],
  ['ISBN', 'isbn'],
  ['LANGUAGE OF ORIGINAL DOCUMENT', 'language'],
  ['ABBREVIATED SOURCE TITLE', 'journalAbbreviation'],
  ['DOCUMENT TYPE', 'type'],
  ['摘要', 'abstract'],
  ['原始文献语言', 'language'],
  ['来源出版物名称缩写', 'journalAbbreviation'],
  ['文献类型', 'type'],
]);
const keywordLabel = /^(?:AUTHOR KEYWORDS|INDEX KEYWORDS|作者关键字|索引关键字)$/;

/** Whether a text is what Scopus saves as "Plain text". */
export const isScopusText = (text: string): boolean =>
  /^\s{0,20}Scopus[ \t]{0,8}[\r\n]{1,4}(?:EXPORT DATE|导出日期)[:：]/.test(text.slice(0, 200));

/** Lines between two calls of `progress`. */
const PROGRESS_EVERY = 512;

type Line = { readonly line: number; readonly text: string };

/** Reads Scopus's "Plain text": authors, title and place by their order, the rest by names in capitals or in Chinese. */
export function readScopusText(text: string, sink: ParseSink): void {
  const lines = new LineCursor(text);
  let entry: Line[] = [];
  let isPlaced = false;
  let blanks = 0;
  const close = (): void => {
    if (entry.length > 0) deliver(entry, sink);
    entry = [];
    isPlaced = false;
  };
  while (lines.advance()) {
    if (lines.number % PROGRESS_EVERY === 0 && sink.progress?.(lines.end) === false) return;
    if (firstVisible(text, lines.start, lines.end) === lines.end) {
      blanks += 1;
      continue;
    }
    const written = sliceTrimmed(text, lines.start, lines.end);
    if (blanks > 1 && isPlaced && !label.test(written)) close();
    blanks = 0;
    if (entry.length === 0 && head.test(written)) continue;
    entry.push({ line: lines.number, text: written });
    isPlaced ||= place.test(written);
    if (last.test(written)) close();
  }
  close();
}

function deliver(entry: readonly Line[], sink: ParseSink): void {
  const at = entry.findIndex(({ text }) => place.test(text));
  const [first] = entry;
  const where = entry[at];
  if (first === undefined) return;
  if (where === undefined) {
    const message = 'These lines belong to no record and were skipped.';
    reportProblem(sink, first.line, 'text-outside-record', message, first.text);
    return;
  }
  const single: { [field in SingleField]?: string } = placeOf(where.text);
  const other: [string, string][] = [['Source', where.text]];
  let fullNames: string | undefined;
  let keywords: readonly string[] = [];
  const above: string[] = [];
  for (const { text } of entry.slice(0, at)) {
    if (fullNamesAhead.test(text))
      fullNames = text.replace(fullNamesAhead, '').replace(/ \(\d{6,14}\)(?=;|$)/g, '');
    else if (authorNumbers.test(text)) other.push(['Author(s) ID', text]);
    else above.push(text);
  }
  let named: { name: string; value: string } | undefined;
  const take = (): void => {
    if (named === undefined) return;
    const { name, value } = named;
    const field = fieldOfLabel.get(name);
    if (keywordLabel.test(name)) keywords = [...keywords, ...keywordsIn(value)];
    else if (field !== undefined && single[field] === undefined) single[field] = value;
    else other.push([name, value]);
    named = undefined;
  };
  for (const { text } of entry.slice(at + 1)) {
    const name = label.exec(text);
    if (name !== null) {
      take();
      named = { name: name[1] ?? '', value: text.slice(name[0].length) };
    } else if (named === undefined || /^https?:\/\/\S+$/.test(text)) {
      if (single.url === undefined && text.startsWith('http')) single.url = text;
      else other.push(['', text]);
    } else named.value += `\n${text}`;
  }
  take();
  const byline = above.length > 1 ? (above.shift() ?? '') : '';
  if (fullNames !== undefined && byline !== '') other.push(['Authors', byline]);
  single.title = above.join(' ');
  sink.record(
    recordOfFields(
      {
        single,
        authors: noAuthors.test(byline) ? [] : namesOf(fullNames ?? byline),
        keywords,
        other,
        line: first.line,
      },
      sink,
    ),
  );
}

/** "Mahmoud, Amena (57221304054); Shams, M.Y. (5721)", "Mahmoud A., Shams M.Y.", before 2023 "Mahmoud, A., Shams, M.Y.". */
function namesOf(written: string): readonly string[] {
  if (written.includes(';') || !written.includes('.,')) return authorsOfCell(written);
  return written.split(/(?<=\.), /);
}

const volume = /^(?:\d[\w./-]{0,20}(?: [A-Z]{2,6}){0,3}|[A-Z]{1,4}-?\d{1,5}|Part [A-Z]\w{0,12})$/;

/** The parts of the line of the place, from its end on, as names of journals have commas. */
function placeOf(written: string): { [field in SingleField]?: string } {
  const found: { [field in SingleField]?: string } = { year: written.slice(1, 5) };
  let rest = written
    .slice(7)
    .replace(/[.,]{0,2} ?(?:Cited \d{1,7} times?|[\u4e00-\u9fff][^,.]{0,30})?\.?\s{0,4}$/, '');
  const take = (part: RegExp): string | undefined => {
    const match = part.exec(rest);
    if (match === null) return undefined;
    rest = rest.slice(0, match.index);
    return match[1];
  };
  found.pages = take(/, pp?\. ([^,]{1,40})$/)?.replaceAll(' ', '');
  found.articleNumber = take(/, art\. no\. ([^,]{1,40})$/);
  found.issue = take(/ \(([^()]{1,30})\)$/);
  const comma = rest.lastIndexOf(', ');
  if (comma > 0 && volume.test(rest.slice(comma + 2))) {
    found.volume = rest.slice(comma + 2);
    rest = rest.slice(0, comma);
  } else if (found.issue !== undefined) {
    rest += ` (${found.issue})`;
    found.issue = undefined;
  }
  found.journal = rest.replace(/^"(.*)"$/, '$1');
  return found;
}

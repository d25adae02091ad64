import { recordOfFields } from '../delimited';
import { collapseSpace } from '../fields';
import { firstVisible, LineCursor } from '../line-cursor';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';

/** "12: Vos A, Doe B. Peer support. J Inv. 2021 Mar;12(3):101-110. doi: …": the beginning of an entry. */
const start = /^\d{1,6}: (?=\S)/;

/** Whether a text is what PubMed saves as "Summary (text)": numbered citations, each with its PubMed id. */
export const isPubmedSummary = (text: string): boolean =>
  /^\s{0,20}1: \S[^\0]{20,1500}?\bPMID: \d{1,8}/.test(text.slice(0, 4096));

/** Reads PubMed's "Summary (text)": an entry is a paragraph, and its parts are told by their order. */
export function readPubmedSummary(text: string, sink: ParseSink): void {
  const lines = new LineCursor(text);
  let entry = '';
  let line = 0;
  const close = (): void => {
    if (entry !== '') deliver(collapseSpace(entry), line, sink);
    entry = '';
  };
  while (lines.advance()) {
    if (firstVisible(text, lines.start, lines.end) === lines.end) continue;
    const written = text.slice(lines.start, lines.end).trim();
    if (start.test(written) && (entry === '' || /\bPMID: \d/.test(entry))) {
      close();
      line = lines.number;
      entry = written;
    } else entry = entry === '' ? written : `${entry} ${written}`;
    if (sink.progress?.(lines.end) === false) return;
  }
  close();
}

/** "2021 Mar 1;12(3):101-110", "2020": date, volume, issue and pages, before which the journal stands. */
const place =
  /[.?!\]] ([^.?!]{2,150})\. ((?:1[89]|20)\d\d(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2})?| (?:Spring|Summer|Autumn|Fall|Winter))?)(?:;([^\s(:.]{1,12})?(?: ?Suppl[^(:.]{0,10})?(?:\(([^()]{1,30})\))?(?::([\w-]{1,30}))?)?\./;
/** "Vos A, van Doe BC; Peer Group. ": names with initials, before the title. */
const byline = /^((?:[^.,;]{2,60} \p{Lu}[\p{L}-]{0,4}(?:, |; |(?=\. )))+(?:[^.]{3,120}(?=\. ))?)\. /u;

/** What PubMed writes in the place of authors. */
const noAuthors = /^\[No authors listed\]\.? ?/;

function deliver(entry: string, line: number, sink: ParseSink): void {
  const pmid = /\bPMID: (\d{1,8})/.exec(entry)?.[1];
  const body = entry.replace(start, '');
  const where = place.exec(body);
  if (!start.test(entry) || (pmid === undefined && where === null)) {
    reportProblem(
      sink,
      line,
      'text-outside-record',
      'This line belongs to no record and was skipped.',
      entry,
    );
    return;
  }
  const before =
    where === null ? (body.split(/ (?:doi|PMID): /, 1)[0] ?? body) : body.slice(0, where.index + 1);
  const names = byline.exec(before)?.[1];
  const title = (names === undefined ? before : before.slice(names.length + 2)).replace(noAuthors, '');
  const [, journal, date, volume, issue, pages] = where ?? [];
  sink.record(
    recordOfFields(
      {
        single: {
          title,
          journal,
          year: date,
          date,
          volume,
          issue,
          pages,
          doi: /\bdoi: (\S+?)\.?(?=\s|$)/.exec(body)?.[1],
          pmid,
          pmcid: /\bPMCID: (PMC\d{1,9})/.exec(body)?.[1],
        },
        authors: (names ?? '').split(/, |; /),
        keywords: [],
        other: [['citation', body]],
        line,
      },
      sink,
    ),
  );
}

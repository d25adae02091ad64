import { collapseSpace } from '../fields';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { authorsOfCell } from './author-cell';
import { isApa, readReference } from './citation';
import { recordOfFields } from './named-fields';

/** How many lines are looked at to tell a list of references. */
const SAMPLE_LINES = 50;
/** UTF-16 code units; a line longer than that is no reference. */
const LONGEST = 4_000;

/** A number or bullet in front of a reference, and the quotation marks of a table of one column. */
const inFront = /^\s*"?(?:\[\d{1,4}\]|\d{1,4}[.)]|[•*-])?\s+|^\s*"/;

const bare = (line: string): string =>
  collapseSpace(
    line
      .slice(0, LONGEST)
      .replace(/"\s*$/, '')
      .replace(inFront, '')
      .replaceAll('""', '"')
      .replace(leftOut, ', '),
  );
/** The APA's mark for authors left out ("Vos, A., . . . Mol, B."). */
const leftOut = /, ?\. ?\. ?\. (?:& )?/;

/** Whether a line is a reference and nothing else: no row of a table that has one among its cells. */
const isReference = (line: string): boolean =>
  !line.trim().includes('\t') &&
  /^\s*"/.test(line) === /"\s*$/.test(line) &&
  !/[^"]",/.test(line) &&
  /^\p{L}/u.test(bare(line)) &&
  isApa(bare(line));

/** Whether nearly every line of a text is a reference as the APA wants them, one to a line. */
export function isReferenceList(text: string): boolean {
  const lines = text
    .slice(0, SAMPLE_LINES * LONGEST)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  return lines.length > 1 && lines.filter(isReference).length >= lines.length * 0.8;
}

/** A list of references written out, one to a line. A line that is none is told, and kept where it names a year. */
export function readReferenceList(text: string, sink: ParseSink): void {
  let line = 0;
  let at = 0;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    line += 1;
    at += raw.length + 1;
    const reference = bare(raw);
    if (reference === '') continue;
    if (sink.progress?.(at) === false) return;
    if (!isReference(raw)) {
      const message = 'This line is no reference in the form of the others.';
      reportProblem(sink, line, 'text-outside-record', message, raw);
      if (!/\b(?:19|20)\d\d\b/.test(reference)) continue;
    }
    const { names, fields } = readReference(reference);
    sink.record(
      recordOfFields(
        {
          single: fields,
          authors: authorsOfCell(names ?? ''),
          keywords: [],
          other: [['Citation', reference]],
          line,
        },
        sink,
      ),
    );
  }
}

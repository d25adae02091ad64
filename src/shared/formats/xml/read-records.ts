import { LineCounter, recordOfFields, type NamedFields } from '../delimited';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import type { XmlElement } from './element';
import { parseElements } from './parse-element';
import { recordSlices } from './record-slices';

/** What one record element holds, for `recordOfFields`; the line is added by the reader. */
export type ElementReader = (element: XmlElement) => Omit<NamedFields, 'line'>;

/**
 * Reads every element of the given names as a record. Each stands for itself: broken markup costs at most the record it is
 * in, and a file that ends too early keeps all that was complete.
 */
export function readRecords(
  text: string,
  names: readonly string[],
  read: ElementReader,
  sink: ParseSink,
): void {
  const lines = new LineCounter(text);
  for (const { start, end, closed } of recordSlices(text, names)) {
    if (sink.progress?.(start) === false) return;
    const line = lines.lineAt(start);
    const source = text.slice(start, end);
    const { elements, faults, unexpanded } = parseElements(source);
    const [element] = elements;
    const fields = element === undefined ? undefined : read(element);
    const empty = fields === undefined || isEmpty(fields);
    if (!closed) tellUnclosed(sink, line, end === text.length, empty, source);
    else if (faults.length > 0) {
      const message = `The markup of this record is not sound (${faults.map((fault) => fault.replace(/\.$/, '')).join('; ')}); it was read as far as it goes.`;
      reportProblem(sink, line, 'malformed-xml', message, source);
    }
    if (unexpanded !== undefined) {
      const message = `The reference ${unexpanded} stands for nothing known here; entities of a document type are never expanded.`;
      reportProblem(sink, line, 'entity-not-expanded', message, unexpanded);
    }
    if (fields !== undefined && !(empty && !closed)) sink.record(recordOfFields({ ...fields, line }, sink));
  }
}

function tellUnclosed(sink: ParseSink, line: number, atEnd: boolean, empty: boolean, source: string): void {
  const kept = empty ? 'nothing of it could be saved' : 'what was there is kept';
  if (atEnd) reportProblem(sink, line, 'truncated', `The file ends inside this record; ${kept}.`, source);
  else
    reportProblem(
      sink,
      line,
      'malformed-xml',
      `The record is not closed before the next one; ${kept}.`,
      source,
    );
}

/** Neither title nor authors nor abstract were reached before the cut. */
const isEmpty = ({ single, authors }: Omit<NamedFields, 'line'>): boolean =>
  single.title === undefined && single.abstract === undefined && authors.length === 0;

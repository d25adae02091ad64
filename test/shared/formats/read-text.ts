import type { FormatName, ParsedRecord, ParseProblem } from '@shared/formats';
import { readReferenceText } from '@shared/formats';

/** Records and problems of a text, for short tests. */
export function readText(
  text: string,
  format: FormatName = 'ris',
): {
  readonly records: readonly ParsedRecord[];
  readonly problems: readonly ParseProblem[];
  readonly codes: readonly string[];
} {
  const records: ParsedRecord[] = [];
  const problems: ParseProblem[] = [];
  readReferenceText(text, format, {
    record: (record) => records.push(record),
    problem: (problem) => problems.push(problem),
  });
  return { records, problems, codes: problems.map((problem) => problem.code) };
}

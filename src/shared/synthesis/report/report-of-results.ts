import type { Block } from '../../export/documents';
import type { Results } from '../results';
import type { ReportTexts } from './printed';
import { methodsSentences, resultsSentences, type Sentence } from './sentences';
import { codesTable, directionsTable, resultsTable } from './tables';

/** Methods and results proposed from what was done and found, with their tables; to be edited by a person. */
export function reportOfResults(
  results: Results,
  texts: ReportTexts,
  language: string,
  program: string,
): readonly Block[] {
  const { report: words } = texts;
  const joined = (sentences: readonly Sentence[]): string => sentences.map(({ text }) => text).join(' ');
  return [
    { kind: 'heading', text: words.methods },
    { kind: 'paragraph', text: joined(methodsSentences(results, texts, language, program)) },
    { kind: 'heading', text: words.results },
    { kind: 'paragraph', text: joined(resultsSentences(results, texts, language)) },
    { kind: 'table', table: resultsTable(results, texts, language) },
    { kind: 'table', table: directionsTable(results, texts, language) },
    ...(results.codes.length > 0 ? [{ kind: 'table', table: codesTable(results, texts) } as const] : []),
  ];
}

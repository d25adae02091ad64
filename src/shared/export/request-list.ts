import type { RecordId } from '../kernel';
import { writeRis } from '../formats';
import { citationOf, shortCitation, type CitationRecord } from '../records';
import { isStillSought, reportLines, type ReportLine, type ReviewState } from '../review';
import { csvText } from './delimited-text';

type RecordOf = (id: RecordId) => CitationRecord | undefined;

/** The reports still sought, with their records; those whose block is missing are passed over. */
function sought(
  state: ReviewState,
  recordOf: RecordOf,
): { readonly line: ReportLine; readonly record: CitationRecord }[] {
  return reportLines(state)
    .filter(isStillSought)
    .flatMap((line) => {
      const record = recordOf(line.recordId);
      return record ? [{ line, record }] : [];
    });
}

const header = [
  'report',
  'title',
  'authors',
  'year',
  'journal',
  'volume',
  'issue',
  'pages',
  'doi',
  'doi_link',
  'pmid',
  'pmcid',
  'issn',
  'status',
  'attempts',
  'last_note',
] as const;

/** What is still to be found, as a table for whoever orders it: a library, a colleague, the authors. */
export const requestListCsv = (state: ReviewState, recordOf: RecordOf): string =>
  csvText([
    header,
    ...sought(state, recordOf).map(({ line: { retrieval }, record }) => [
      shortCitation(record),
      record.title,
      record.authors.join('; '),
      record.year,
      record.journal ?? record.journalAbbreviation,
      record.volume,
      record.issue,
      record.pages ?? record.articleNumber,
      record.doi,
      record.doi === undefined ? undefined : `https://doi.org/${record.doi}`,
      record.pmid,
      record.pmcid,
      record.issn,
      retrieval.status,
      retrieval.log.flatMap(({ body }) => body.attempt ?? []).join('; '),
      retrieval.log.at(-1)?.body.note,
    ]),
  ]);

/** The same for a reference manager or a library's form. */
export const requestListRis = (state: ReviewState, recordOf: RecordOf): string =>
  writeRis(sought(state, recordOf).map(({ record }) => citationOf(record)));

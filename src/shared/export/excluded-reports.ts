import type { RecordId } from '../kernel';
import { shortCitation, type CitationRecord } from '../records';
import { currentProtocol, reportLines, screeningContext, type ReviewState } from '../review';
import { stageDecision } from '../screening';
import { csvText } from './delimited-text';

const header = [
  'report',
  'title',
  'authors',
  'year',
  'journal',
  'doi',
  'pmid',
  'status',
  'reason',
  'note',
] as const;

/**
 * The reports that met full text and are not in the review, each with the one reason that counts (PRISMA 2020, item 16b):
 * excluded ones, and those that could not be had. It tells how people decided: not for somebody who votes blind.
 */
export function excludedReportsCsv(
  state: ReviewState,
  recordOf: (id: RecordId) => CitationRecord | undefined,
): string {
  const context = screeningContext(state);
  const reasons = currentProtocol(state)?.protocol.exclusionReasons ?? [];
  const rows = reportLines(state).flatMap(({ recordId, retrieval }) => {
    const decision = stageDecision(context, 'full-text', recordId);
    const given = retrieval.log.at(-1)?.body;
    const [status, reason, note] =
      retrieval.status === 'not-retrieved'
        ? ['not retrieved', given?.reason, given?.note]
        : decision.status === 'exclude'
          ? [
              'excluded',
              reasons.find(({ id }) => id === decision.reasonId)?.label ?? decision.reasonId,
              decision.resolution?.body.rationale,
            ]
          : [];
    if (status === undefined) return [];
    const record = recordOf(recordId);
    const { title, authors = [], year, journal, doi, pmid } = record ?? {};
    const label = record ? shortCitation(record) : recordId;
    return [[label, title, authors.join('; '), year, journal, doi, pmid, status, reason, note]];
  });
  return csvText([header, ...rows]);
}

import type { RecordId } from '../kernel';
import { documentsOf, retrievalOf, stageReports, type Retrieval } from '../screening';
import { screeningContext } from './contexts';
import { membersOf, type ReviewState } from './review-state';

/** A report that came to full text, as the search for it stands. How anybody voted on it is not in here. */
export type ReportLine = {
  readonly recordId: RecordId;
  readonly retrieval: Retrieval;
  /** Files kept with it that no other has replaced. */
  readonly files: number;
};

/** Every report that came to full text, in import order. */
export function reportLines(state: ReviewState): ReportLine[] {
  return stageReports(screeningContext(state), 'full-text').map((recordId) => {
    const members = membersOf(state, recordId);
    const files = documentsOf(state.screening, members).filter(({ replaced }) => !replaced).length;
    return { recordId, retrieval: retrievalOf(state.screening, members), files };
  });
}

/** Those that still have to be found: looked for or not, neither had nor given up. */
export const isStillSought = ({ retrieval }: ReportLine): boolean =>
  retrieval.status === 'to-seek' || retrieval.status === 'sought';

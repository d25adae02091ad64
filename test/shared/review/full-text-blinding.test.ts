import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requestListCsv, requestListRis } from '@shared/export';
import { hashText, type RecordId } from '@shared/kernel';
import type { CitationRecord } from '@shared/records';
import {
  decide,
  linkedReports,
  replay,
  reportLines,
  screeningContext,
  suggestedLinks,
  type Command,
} from '@shared/review';
import { coderView, documentsOf, votesPerCoder, type Vote } from '@shared/screening';
import {
  anySteps,
  castVote,
  first,
  ledgerOf,
  recordIds,
  second,
  type Step,
} from '../../support/review-events';

const record = (id: RecordId): CitationRecord => ({
  id,
  authors: ['Smit, A.', 'Jansen, B.'],
  keywords: [],
  line: 1,
  title: `Peer support, report ${id}`,
  registrations: ['NCT01234567'],
});

/** Everything goes on to full text, where the others vote as they like. */
const forward: Step[] = recordIds.flatMap((id) =>
  [first, second].map((author): Step => ({ author, body: castVote(id, 'include') })),
);
const fullTextWork = anySteps.map((steps) =>
  steps.filter((step) => {
    if (!('body' in step)) return false;
    if (step.body.kind === 'voteCast') return step.body.stage === 'full-text';
    return step.body.kind === 'retrievalNoted';
  }),
);

/** The same work by others, with every full-text vote and reason of theirs replaced. */
const otherwise = (steps: readonly Step[], votes: readonly Vote[]): Step[] =>
  steps.map((step, index): Step => {
    if (step.author === first || !('body' in step) || step.body.kind !== 'voteCast') return step;
    return {
      author: step.author,
      body: castVote(step.body.recordId, votes[index % votes.length] ?? 'exclude', 'full-text'),
    };
  });

it('a coder who reads full texts blind is shown and refused the same, whatever the others vote', () => {
  const replacement = fc.array(fc.constantFrom<Vote>('include', 'exclude'), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fullTextWork, replacement, fc.constantFrom(...recordIds), (steps, votes, id) => {
      const [as, other] = [steps, otherwise(steps, votes)].map((work) => {
        const state = replay(ledgerOf([...forward, ...work]));
        const context = screeningContext(state);
        const view = coderView(context, 'full-text', first);
        const asked: Command[] = [
          { do: 'noteRetrieval', recordId: id, status: 'not-retrieved', reason: 'no-access', note: '' },
          { do: 'attachDocument', recordId: id, name: 'a.pdf', sha256: hashText('a'), bytes: 1 },
          { do: 'linkReports', studyId: id as never, records: [id] },
        ];
        return {
          queue: view.queue,
          done: view.done,
          entries: view.entries.map(({ recordId, own, others }) => [recordId, own?.body, others]),
          counts: [...votesPerCoder(context, 'full-text')],
          lines: reportLines(state).map(({ recordId, retrieval, files }) => [
            recordId,
            retrieval.status,
            files,
          ]),
          documents: documentsOf(state.screening, [id]),
          studies: linkedReports(state),
          suggested: suggestedLinks(state, record),
          lists: [requestListCsv(state, record), requestListRis(state, record)],
          refusals: asked.map((command) => decide(state, command, { authorId: first })),
        };
      });
      expect(other).toEqual(as);
    }),
  );
});

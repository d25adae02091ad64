import { describe, expect, it } from 'vitest';
import golden from '../../golden/events/bodies-v1.json';
import { ExtractionContent } from '@shared/extraction';
import { deriveFlow } from '@shared/prisma';
import {
  decide,
  flowOfReview,
  linkApart,
  linkAsOne,
  linkedReports,
  replay,
  studiesOf,
  studyIdOfReport,
  suggestedLinks,
  takeOut,
  type Command,
} from '@shared/review';
import type { CitationRecord } from '@shared/records';
import type { RecordId } from '@shared/kernel';
import { castVote, first, ledgerOf, recordIds, second, type Step } from '../../support/review-events';

const [a, b, c] = recordIds;
if (!a || !b || !c) throw new Error('too few records');

const included: Step[] = [a, b, c].flatMap((id) =>
  [first, second].flatMap((author): Step[] => [
    { author, body: castVote(id, 'include') },
    { author, body: castVote(id, 'include', 'full-text') },
  ]),
);

/** A review with three included reports, to which commands are added one by one. */
function review() {
  const steps = [...included];
  const state = () => replay(ledgerOf(steps));
  return {
    state,
    run(...commands: readonly (Command | null)[]) {
      for (const command of commands) {
        if (command === null) throw new Error('nothing to do');
        const decided = decide(state(), command, { authorId: first });
        if (!decided.ok) throw new Error(decided.error.code);
        steps.push(...decided.value.map((body) => ({ author: first, body })));
      }
    },
  };
}

const groups = (state: ReturnType<typeof replay>) => linkedReports(state).map(({ reports }) => reports);
const counts = (state: ReturnType<typeof replay>) => {
  const { boxes, broken } = deriveFlow(flowOfReview(state));
  expect(broken).toEqual([]);
  return [boxes['new_studies'], boxes['new_reports']];
};

describe('reports of a study', () => {
  it('are counted apart from studies, linked, joined further and taken apart', () => {
    const { state, run } = review();
    expect(counts(state())).toEqual([3, 3]);
    run(linkAsOne(state(), [a, b]));
    expect(groups(state())).toEqual([[a, b], [c]]);
    expect(counts(state())).toEqual([2, 3]);
    // A report of a linked study brings the others along.
    run(linkAsOne(state(), [b, c]));
    expect(counts(state())).toEqual([1, 3]);
    const [study] = linkedReports(state());
    if (!study) throw new Error('no study');
    // The study is named after the first report: taking that one out leaves the others together.
    run(...takeOut(study, a));
    expect(groups(state())).toEqual([[a], [b, c]]);
    expect(counts(state())).toEqual([2, 3]);
    run(...linkApart([b, c]));
    expect(counts(state())).toEqual([3, 3]);
  });

  it('keep the study that was worked on, whichever report was first', () => {
    const { state, run } = review();
    const studyId = studyIdOfReport(b);
    run({
      do: 'saveExtraction',
      studyId,
      content: ExtractionContent.parse(golden.extractionSaved.content),
      complete: false,
    });
    run(linkAsOne(state(), [a, b]));
    expect(linkedReports(state())[0]).toEqual({ studyId, reports: [a, b] });
    expect(studiesOf(state()).map((study) => study.studyId)).toContain(studyId);
  });

  it('are suggested by registration until somebody has said what they are', () => {
    const record = (id: RecordId): CitationRecord => ({
      id,
      authors: [],
      keywords: [],
      line: 1,
      title: `Report ${id}`,
      abstract: id === c ? 'Not registered.' : 'Registered: NCT01234567.',
    });
    const { state, run } = review();
    const pairs = () => suggestedLinks(state(), record).map(({ reports }) => reports);
    expect(pairs()).toEqual([[a, b]]);
    run(...linkApart([a, b]));
    expect(pairs()).toEqual([]);
    run(linkAsOne(state(), [a, b]));
    expect(pairs()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  decide,
  linkApart,
  linkedReports,
  linkedWith,
  linkPair,
  oneStudyOffers,
  replay,
  studyIdOfReport,
  takeOut,
  type Command,
  type EventBody,
} from '@shared/review';
import type { RecordId } from '@shared/kernel';
import { castVote, first, lead, ledgerOf, recordIds, second, type Step } from '../../support/review-events';

const [a, b, c] = recordIds as [RecordId, RecordId, RecordId, ...RecordId[]];

/** Rules offer (preprint a, article b) and (article b, abstract c); nothing was screened yet. */
const offered: EventBody = {
  kind: 'duplicatesFound',
  version: 1,
  method: 'm',
  groups: [],
  related: [
    { records: [a, b], relation: 'reports' },
    { records: [b, c], relation: 'reports' },
  ],
};

function review(...before: readonly Step[]) {
  const steps: Step[] = [{ author: lead, body: offered }, ...before];
  const events = () => ledgerOf(steps);
  const state = () => replay(events());
  return {
    state,
    /** Does the commands as one person and gives the ids of their events. */
    run(...commands: readonly (Command | null)[]) {
      const start = events().length;
      for (const command of commands) {
        if (command === null) throw new Error('nothing to do');
        const decided = decide(state(), command, { authorId: first });
        if (!decided.ok) throw new Error(decided.error.code);
        steps.push(...decided.value.map((body) => ({ author: first, body })));
      }
      return events()
        .slice(start)
        .map(({ eventId }) => eventId);
    },
  };
}

describe('pairs offered as reports of one study', () => {
  it('are linked before anything was screened, which is taken back in one step', () => {
    const { state, run } = review();
    expect(oneStudyOffers(state())).toEqual([
      [a, b],
      [b, c],
    ]);
    const [target] = run(linkPair(state(), [a, b]));
    expect(linkedWith(state(), b)).toEqual({ studyId: studyIdOfReport(a), reports: [b, a] });
    expect(linkPair(state(), [b, a])).toBeNull();
    expect(oneStudyOffers(state())).toEqual([[b, c]]);
    if (target === undefined) throw new Error('no event');
    run({ do: 'withdraw', target });
    expect(linkedWith(state(), b).reports).toEqual([b]);
    expect(oneStudyOffers(state())).toHaveLength(2);
  });

  it('bring along what is linked with either, and hold at full text', () => {
    const included = [a, b, c].flatMap((id) =>
      [first, second].map((author): Step => ({ author, body: castVote(id, 'include') })),
    );
    const { state, run } = review(...included);
    run(linkPair(state(), [a, b]));
    run(linkPair(state(), [c, b]));
    expect(oneStudyOffers(state())).toEqual([]);
    expect(linkedReports(state()).map(({ reports }) => reports)).toEqual([[a, b, c]]);
    run(...takeOut(linkedWith(state(), b), b));
    expect(linkedReports(state()).map(({ reports }) => reports)).toEqual([[a, c], [b]]);
  });

  it('are not offered again once somebody said they are different studies', () => {
    const { state, run } = review();
    run(...linkApart([a, b]));
    expect(oneStudyOffers(state())).toEqual([[b, c]]);
  });
});

import { describe, expect, it } from 'vitest';
import { sheetOfReview } from '@shared/export';
import { handOffFiles } from '@shared/hand-off';
import { textsIn } from '@shared/i18n';
import { deriveFlow, flowDiagram } from '@shared/prisma';
import {
  decide,
  flowOfReview,
  notPoolable,
  replay,
  studiesOf,
  studyIdOfReport,
  type Command,
  type EventBody,
  type ReviewState,
} from '@shared/review';
import { fillPlan } from '@shared/synthesis';
import { departureText } from '@shared/synthesis/report';
import { castVote, first, lead, ledgerOf, recordIds, second, type Step } from '../../support/review-events';
import { contentOf, extractionSaved, invented, madeFinal, sound } from '../../support/study-events';

const [a, b, c] = recordIds;
if (!a || !b || !c) throw new Error('too few records');

/** Three reports included, the others out; everybody has voted on everything. */
const included: Step[] = [first, second].flatMap((author) => [
  ...recordIds.map((id): Step => ({
    author,
    body: castVote(id, [a, b, c].includes(id) ? 'include' : 'exclude'),
  })),
  ...[a, b, c].map((id): Step => ({ author, body: castVote(id, 'include', 'full-text') })),
]);
const noted = (id: typeof a, poolable = false): EventBody => ({
  kind: 'poolabilityNoted',
  version: 1,
  studyId: studyIdOfReport(id),
  poolable,
  ...(poolable ? {} : { reason: 'no-answer' as const }),
  note: 'Asked twice',
});
const finals: Step[] = [a, b].map((id) => ({
  author: lead,
  body: madeFinal(studyIdOfReport(id), contentOf(invented(sound))),
}));
const after = (...steps: Step[]): ReviewState => replay(ledgerOf([...included, ...finals, ...steps]));
const label = ({ studyId }: { readonly studyId: string }): string => `Study ${studyId.slice(-1)}`;
const command: Command = {
  do: 'notePoolability',
  studyId: studyIdOfReport(a),
  reason: 'no-usable-data',
  note: ' Only a figure ',
};

describe('an eligible study that cannot be pooled', () => {
  const state = after({ author: lead, body: noted(a) });

  it('is included in the review and not in the meta-analysis', () => {
    const flow = deriveFlow(flowOfReview(state));
    expect(flow.boxes).toMatchObject({
      new_studies: 3,
      new_reports: 3,
      total_studies_ma: 1,
      total_reports_ma: 1,
    });
    expect(flow.boxes['dbr_excluded']).toEqual({});
    expect(flow.broken).toEqual([]);
    const drawn = JSON.stringify(flowDiagram(flow, textsIn('en').prisma, String));
    expect(drawn).toContain('Studies in meta-analysis (n\u00a0=\u00a01)');
    expect(
      JSON.stringify(
        flowDiagram(deriveFlow(flowOfReview(replay(ledgerOf(included)))), textsIn('en').prisma, String),
      ),
    ).not.toContain('meta-analysis');
  });

  it('is left out of the sheet by name, as a departure, in the report and in the hand-off', () => {
    const sheet = sheetOfReview(state, label);
    expect(sheet.rows.map(({ study }) => study)).toEqual(['Study 2']);
    expect(sheet.notPoolable).toMatchObject([
      {
        study: 'Study 1',
        reason: 'no-answer',
        note: 'Asked twice',
        by: 'Lead',
        interventions: ['Peer support'],
      },
    ]);
    const departure = fillPlan(sheet).departures.find(({ code }) => code === 'not-poolable');
    expect(departure && departureText(departure, textsIn('en'))).toBe(
      '1 eligible study is not pooled and is described in words: Study 1 (authors did not answer).',
    );
    expect(departure && departureText(departure, textsIn('nl'))).toContain('auteurs antwoordden niet');
    const files = handOffFiles(state, label, 'en');
    const csv = String(files.find(({ id }) => id === 'not-pooled-csv')?.content());
    expect(csv.split('\r\n')[1]).toContain(
      'Study 1,authors did not answer,Asked twice,Peer support,Usual care',
    );
    const characteristics = String(files.find(({ id }) => id === 'characteristics-html')?.content());
    expect(characteristics).toContain('Study 1 *');
    expect(characteristics).toContain('described in words');
  });

  it('can be pooled again, and the word is taken back by anybody who works on the review', () => {
    const poolable = after({ author: lead, body: noted(a) }, { author: second, body: noted(a, true) });
    expect(sheetOfReview(poolable, label).rows).toHaveLength(2);
    const said = ledgerOf([...included, { author: lead, body: noted(a) }]).at(-1);
    if (!said) throw new Error('nothing was said');
    const back = replay(
      ledgerOf([
        ...included,
        { author: lead, body: noted(a) },
        { author: second, body: { kind: 'judgementWithdrawn', version: 1, target: said.eventId } },
      ]),
    );
    expect(back.poolability.size).toBe(0);
  });

  it('stays so when its report is linked with others', () => {
    const linked = after(
      { author: lead, body: noted(a) },
      {
        author: lead,
        body: { kind: 'reportsLinked', version: 1, studyId: studyIdOfReport(b), records: [a, b] },
      },
    );
    const [study] = studiesOf(linked);
    expect(study?.reports).toEqual([a, b]);
    expect(study && notPoolable(linked, study)?.body.reason).toBe('no-answer');
  });
});

describe('saying that a study cannot be pooled', () => {
  it('becomes an event with its reason', () => {
    const said = decide(replay(ledgerOf(included)), command, { authorId: first });
    expect(said).toMatchObject({
      ok: true,
      value: [{ kind: 'poolabilityNoted', poolable: false, reason: 'no-usable-data', note: 'Only a figure' }],
    });
  });

  it('is refused to the blind, of what is not in the review, and while coders extract apart', () => {
    const refusal = (state: ReviewState, asked = command): unknown => {
      const decided = decide(state, asked, { authorId: first });
      return decided.ok ? null : decided.error.code;
    };
    expect(refusal(replay(ledgerOf(included.slice(0, 5))))).toBe('still-blind');
    const other = { ...command, studyId: studyIdOfReport(recordIds[5] ?? a) };
    expect(refusal(replay(ledgerOf(included)), other)).toBe('unknown-study');
    const one: Step = {
      author: second,
      body: extractionSaved(studyIdOfReport(a), contentOf(invented(sound)), true),
    };
    expect(refusal(replay(ledgerOf([...included, one])))).toBe('extracted-apart');
    expect(refusal(replay(ledgerOf([...included, one, ...finals])))).toBeNull();
  });
});

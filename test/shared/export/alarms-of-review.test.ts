import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmsOfCoder, checkedSheet, isOutstanding } from '@shared/export';
import { decide, Projection, replay, type Command, type EventBody, type ReviewState } from '@shared/review';
import { fillPlan } from '@shared/synthesis';
import { first, lead, ledgerOf, second, type Step } from '../../support/review-events';
import {
  contentOf,
  extractionSaved,
  invented,
  kuiper,
  madeFinal,
  sound,
  studyAdded,
  vos,
  withErrors,
} from '../../support/study-events';

const label = (): string => 'without a label';
const trials: readonly Step[] = [
  { author: lead, body: studyAdded(vos, 'Vos 2020') },
  { author: lead, body: studyAdded(kuiper, 'Kuiper 2021') },
  { author: lead, body: madeFinal(vos, contentOf(invented(sound))) },
  { author: lead, body: madeFinal(kuiper, contentOf(invented(withErrors))) },
];
const stateOf = (steps: readonly Step[]): ReviewState => replay(ledgerOf(steps));
const bodiesOf = (state: ReviewState, command: Command): readonly EventBody[] => {
  const decided = decide(state, command, { authorId: first });
  if (!decided.ok) throw new Error(decided.error.code);
  return decided.value;
};
const after = (steps: readonly Step[], command: Command): Step[] => [
  ...steps,
  ...bodiesOf(stateOf(steps), command).map((body) => ({ author: first, body })),
];
const find = (state: ReviewState, check: string) =>
  checkedSheet(state, label).alarms.find((alarm) => alarm.check === check);

const stands: Command = {
  do: 'clearAlarm',
  check: 'se-as-sd',
  studyId: kuiper,
  resultId: 'r1',
  reason: 'A narrow scale, p. 4.',
};
const standardErrors: Command = {
  do: 'correctResult',
  check: 'se-as-sd',
  studyId: kuiper,
  resultId: 'r1',
  change: 'sd-is-se',
  reason: 'The note under table 2 says standard errors.',
};

describe('the alarms of a review', () => {
  it('are about final extractions, name the study and are open until somebody answers', () => {
    const alarm = find(stateOf(trials), 'se-as-sd');
    expect(alarm).toMatchObject({ study: 'Kuiper 2021', resultId: 'r1', row: 2, severity: 'error' });
    expect(alarm && isOutstanding(alarm)).toBe(true);
    expect(checkedSheet(stateOf(trials), label).sheet.checks).toContainEqual(
      expect.objectContaining({ check: 'se-as-sd', state: 'outstanding' }),
    );
  });

  it('are answered by "checked, stands" with a reason, which goes into the sheet', () => {
    const state = stateOf(after(trials, stands));
    expect(find(state, 'se-as-sd')?.cleared?.body.reason).toBe('A narrow scale, p. 4.');
    expect(checkedSheet(state, label).sheet.checks).toContainEqual(
      expect.objectContaining({ check: 'se-as-sd', state: 'stands', by: 'first' }),
    );
  });

  it('are open again when the answer is taken back, by whomever', () => {
    const events = ledgerOf(after(trials, stands));
    const answer = events.at(-1);
    if (!answer) throw new Error('There is no answer');
    const steps: Step[] = [
      ...after(trials, stands),
      { author: second, body: { kind: 'judgementWithdrawn', version: 1, target: answer.eventId } },
    ];
    expect(find(stateOf(steps), 'se-as-sd')?.cleared).toBeUndefined();
  });

  it('are open again when the numbers change', () => {
    const steps: Step[] = [
      ...after(trials, stands),
      { author: lead, body: madeFinal(kuiper, contentOf(invented({ ...withErrors, sdT: 1.5 }))) },
    ];
    expect(find(stateOf(steps), 'se-as-sd')?.cleared).toBeUndefined();
  });

  it('take no answer without a reason, and none about a study that is not final', () => {
    const refused = (steps: readonly Step[], command: Command) => {
      const decided = decide(stateOf(steps), command, { authorId: first });
      return decided.ok ? null : decided.error.code;
    };
    expect(refused(trials, { ...stands, reason: '  ' })).toBe('answer-without-reason');
    expect(refused(trials.slice(0, 2), stands)).toBe('not-final');
    expect(refused(trials, { ...standardErrors, resultId: 'r9' })).toBe('not-final');
  });

  it('do not depend on the order in which events arrive', () => {
    const events = ledgerOf(after(after(trials, stands), standardErrors));
    const expected = checkedSheet(replay(events), label);
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        const projection = new Projection();
        for (const event of shuffled) projection.add([event]);
        expect(checkedSheet(projection.state, label)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a correction', () => {
  it('goes into the sheet with its reason, and results are worked out both ways', () => {
    const { sheet, alarms } = checkedSheet(stateOf(after(trials, standardErrors)), label);
    expect(sheet.corrections).toEqual([
      expect.objectContaining({ resultId: 'r1', change: 'sd-is-se', check: 'se-as-sd', by: 'first' }),
    ]);
    const open = alarms.filter(isOutstanding).map(({ studyId }) => studyId);
    expect(open).not.toContain(kuiper);
    const row = sheet.rows.find(({ studyId }) => studyId === kuiper);
    expect(row?.estimate).toBeGreaterThan(1.5);
    const [changed] = fillPlan(sheet).corrected;
    expect(changed?.before.estimate).toBe(row?.estimate);
    expect(changed?.after?.estimate).toBeCloseTo(3 / (1.45 * Math.sqrt(50)), 1);
  });

  it('answers the alarms its change explains and no other', () => {
    const steps = after(trials, { ...standardErrors, change: 'sign', check: null });
    const state = stateOf(steps);
    expect(find(state, 'se-as-sd')?.correction).toBeUndefined();
    const left = stateOf(after(trials, { ...standardErrors, change: 'leave-out', check: null }));
    expect(find(left, 'se-as-sd')?.correction).toBeDefined();
    expect(find(left, 'unusual-effect')?.correction).toBeDefined();
  });

  it('ends when the numbers are put right', () => {
    const right = { ...withErrors, sdT: 10, sdC: 10.5 };
    const steps: Step[] = [
      ...after(trials, standardErrors),
      { author: lead, body: madeFinal(kuiper, contentOf(invented(right))) },
    ];
    expect(checkedSheet(stateOf(steps), label).sheet.corrections).toBeUndefined();
  });
});

describe('a coder who extracts blind', () => {
  const open: readonly Step[] = trials.slice(0, 3);
  const own = contentOf(invented(withErrors));

  it('sees the alarms about the own entries', () => {
    const alarms = alarmsOfCoder(stateOf(open), label, kuiper, own);
    expect(alarms.map(({ check, row }) => `${row} ${check}`)).toContain('1 se-as-sd');
  });

  it('sees the same whatever the other coder entered', () => {
    const values = fc.record({
      meanT: fc.integer({ min: 1, max: 120 }),
      sdT: fc.integer({ min: 1, max: 30 }),
      nT: fc.integer({ min: 5, max: 90 }),
      meanC: fc.integer({ min: 1, max: 120 }),
      sdC: fc.integer({ min: 1, max: 30 }),
      nC: fc.integer({ min: 5, max: 90 }),
    });
    const seen = (steps: readonly Step[]) => ({
      own: alarmsOfCoder(stateOf(steps), label, kuiper, own),
      review: checkedSheet(stateOf(steps), label).alarms,
    });
    const alone = [...open, { author: first, body: extractionSaved(kuiper, own, false) }];
    const expected = seen(alone);
    fc.assert(
      fc.property(values, fc.boolean(), (other, complete) => {
        const body = extractionSaved(kuiper, contentOf(invented(other)), complete);
        expect(seen([...alone, { author: second, body }])).toEqual(expected);
      }),
    );
  });
});

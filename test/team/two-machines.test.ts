import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished, expect, it } from 'vitest';
import { planDemonstration } from '@shared/demonstration';
import { metapsyCsv, sheetOfReview } from '@shared/export';
import { AuthorId, DeviceId, ReviewId } from '@shared/kernel';
import { deriveFlow } from '@shared/prisma';
import { shortCitation } from '@shared/records';
import { flowOfReview, screeningContext, studiesOf, type Command } from '@shared/review';
import { coderView, conflictsAt, type ScreeningStage, type Vote } from '@shared/screening';
import { readReviewFolder } from '../../src/cli/review-folder';
import { filesWith } from '../support/files-with';
import { inventedImport } from '../support/invented-import';
import { WholeMachine } from '../support/whole-machine';

const reviewId = ReviewId.parse('two-machines');
const anna = AuthorId.parse('anna');
const bram = AuthorId.parse('bram');
const count = 60;
const invented = inventedImport(count);
const { ids } = invented;

/** Every fifth goes forward; on two of those Bram sees it differently. Whatever Anna quotes, only she may have on disk. */
const choiceOf = (who: AuthorId, index: number): Vote =>
  index % 5 !== 0 ? 'exclude' : who === bram && index % 20 === 0 ? 'exclude' : 'include';

const voteOf = (who: AuthorId, index: number, stage: ScreeningStage): Command => {
  const choice = stage === 'full-text' ? 'include' : choiceOf(who, index);
  return {
    do: 'castVote',
    stage,
    recordId: ids[index] ?? ids[0]!,
    vote: choice,
    reasonId: choice === 'exclude' ? 'wrong-design' : null,
    answers: {
      design: { answer: choice === 'exclude' ? 'no' : 'yes', quote: `seen only by ${who} ${index}.` },
    },
    overruled: null,
    seconds: 5,
  };
};

function temporary(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `concord-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('two machines and one folder: from 60 records each, offline and online mixed, to the same pooling sheet byte for byte', async () => {
  let tick = 1_780_000_000_000;
  const now = (): number => (tick += 1_000);
  const teamFolder = temporary('team folder 🌱 שלום');
  const machines = {
    anna: new WholeMachine({
      userData: temporary('anna'),
      teamFolder,
      author: anna,
      device: DeviceId.parse('machine001'),
      now,
    }),
    bram: new WholeMachine({
      userData: temporary('bram'),
      teamFolder,
      author: bram,
      device: DeviceId.parse('machine002'),
      now,
    }),
  };
  const both = [machines.anna, machines.bram];
  const meet = async (rounds = 2): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) for (const machine of both) await machine.link.exchange();
  };
  await machines.anna.found(reviewId, 'Anna');
  await invented.on(machines.anna);
  await machines.anna.link.exchange();
  await machines.bram.join('Bram', 'coder');
  expect(machines.bram.session.records.size).toBe(count);

  // Anna now and then in reach of the folder; Bram has not begun.
  for (let index = 0; index < count; index += 1) {
    await machines.anna.do(voteOf(anna, index, 'title-abstract'));
    if (index % 7 === 0) await machines.anna.link.exchange();
  }
  await meet();
  expect(
    coderView(screeningContext(machines.bram.state), 'title-abstract', bram).entries.every(
      ({ others }) => others === 1,
    ),
  ).toBe(true);
  for (const secret of ['seen only by anna', '"vote":"exclude"', '"vote":"include"'])
    expect(filesWith(secret, machines.bram.options.userData, teamFolder)).toEqual([]);
  expect(filesWith('seen only by anna', machines.anna.options.userData)).not.toEqual([]);

  // Bram votes offline for a stretch; of what he has not voted on nothing of Anna's can be read, ever.
  for (let index = 0; index < count; index += 1) {
    await machines.bram.do(voteOf(bram, index, 'title-abstract'));
    if (index === 40) {
      await meet();
      expect(machines.bram.state.screening.votes['title-abstract'].get(ids[40] ?? ids[0]!)?.size).toBe(2);
      expect(filesWith('seen only by anna 41.', machines.bram.options.userData, teamFolder)).toEqual([]);
    }
  }
  await meet(3);
  const conflicts = both.map(({ state }) =>
    conflictsAt(screeningContext(state), 'title-abstract').map(({ recordId }) => recordId),
  );
  expect(conflicts[0]).toEqual([0, 20, 40].map((index) => ids[index]));
  expect(conflicts[1]).toEqual(conflicts[0]);

  for (const recordId of conflicts[0] ?? [])
    await machines.anna.do({
      do: 'resolveConflict',
      stage: 'title-abstract',
      recordId,
      decision: 'exclude',
      reasonId: 'wrong-design',
      method: 'consensus',
      rationale: 'Talked about it.',
    });
  await meet();
  const forward = ids.flatMap((_, index) => (index % 5 === 0 && index % 20 !== 0 ? [index] : []));
  for (const index of forward) await machines.bram.do(voteOf(bram, index, 'full-text'));
  for (const index of forward) await machines.anna.do(voteOf(anna, index, 'full-text'));
  await meet(3);
  const studies = both.map(({ state }) => studiesOf(state).map(({ studyId }) => studyId));
  expect(studies[0]).toHaveLength(forward.length);
  expect(studies[1]).toEqual(studies[0]);

  // Risk of bias and extraction, each alone, then settled by one of them.
  const plan = planDemonstration('en');
  const keys = ['harbour', 'lantern', 'tideline'] as const;
  for (const [at, key] of keys.entries()) {
    const studyId = studies[0]?.[at];
    if (studyId === undefined) throw new Error('no study');
    for (const machine of [machines.bram, machines.anna]) {
      for (const what of ['assessment', 'extraction'] as const) {
        const final = plan.contentOf(what, key, []);
        if (final.do === 'reconcileAssessment')
          await machine.do({
            do: 'saveAssessment',
            studyId,
            resultId: null,
            content: final.content,
            complete: true,
          });
        if (final.do === 'reconcileExtraction')
          await machine.do({
            do: 'saveExtraction',
            studyId,
            content: { ...final.content, characteristics: { country: `by ${machine.options.author}` } },
            complete: true,
          });
      }
      if (machine === machines.bram) {
        await machine.link.exchange();
        await machines.anna.link.exchange();
        expect(machines.anna.state.extractions.get(studyId)).toBeUndefined();
        expect(filesWith(`by bram`, machines.anna.options.userData, teamFolder).length === 0 || at > 0).toBe(
          true,
        );
      }
    }
    await meet(3);
    expect(machines.anna.state.extractions.get(studyId)?.size).toBe(2);
    for (const what of ['assessment', 'extraction'] as const) {
      const works =
        what === 'assessment'
          ? machines.bram.state.assessments.get(studyId)
          : machines.bram.state.extractions.get(studyId);
      const final = plan.contentOf(
        what,
        key,
        [...(works?.values() ?? [])].map(({ eventId }) => eventId),
      );
      if (final.do === 'reconcileAssessment' || final.do === 'reconcileExtraction')
        await machines.bram.do({ ...final, studyId });
    }
  }
  await meet(2);

  const handedOver = both.map(({ state, session }) => {
    const sheet = sheetOfReview(state, (study) =>
      shortCitation(session.records.get(study.reports[0] ?? ids[0]!) ?? { authors: [] }),
    );
    const { behind: _, ...flow } = deriveFlow(flowOfReview(state));
    return [JSON.stringify(sheet), metapsyCsv(sheet), JSON.stringify(flow)];
  });
  expect(JSON.parse(handedOver[0]?.[0] ?? '{}')).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ study: 'Author6 2020' })]),
  });
  for (const [at, text] of (handedOver[0] ?? []).entries())
    expect(handedOver[1]?.[at] === text, `hand-off ${at}`).toBe(true);

  const folder = await readReviewFolder(path.join(teamFolder, 'Peers 🌱 שלום.review'));
  expect(folder.problems).toEqual([]);
  for (const machine of both) {
    expect(machine.state.uncounted).toEqual([]);
    machine.close();
  }
});

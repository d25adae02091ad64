import { setTimeout as wait } from 'node:timers/promises';
import { AuthorId, DeviceId, hashText, recordIdOf, ReviewId } from '@shared/kernel';
import type { Command } from '@shared/review';
import type { Vote } from '@shared/screening';
import { WholeMachine } from '../support/whole-machine';

/**
 * One colleague's machine as a process of its own, for campaigns that kill it: works without a pause, says on standard
 * output what is durable (`saved <event>`), and exchanges with the team's folder now and then. `finish` on standard input
 * makes it stop working, exchange until nothing moves, and say what it has.
 */
const [role = '', userData = '', teamFolder = '', seed = '1', then = 'work'] = process.argv.slice(2);
const reviewId = ReviewId.parse('campaign');
const isLead = role === 'anna';
const author = AuthorId.parse(role);
const fileHash = hashText('a campaign');
const records = 400;
const machine = new WholeMachine({
  userData,
  teamFolder,
  author,
  device: DeviceId.parse(isLead ? 'machine001' : 'machine002'),
  now: () => Date.now(),
});

let state = Number(seed);
/** A number below `limit`; linear congruential, so that a campaign can be repeated. */
const roll = (limit: number): number => {
  state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return Math.floor((state / 4_294_967_296) * limit);
};
const say = (...words: readonly (string | number)[]): void =>
  void process.stdout.write(`${words.join(' ')}\n`);

const asked = { toFinish: then === 'finish' };
process.stdin.on('data', () => {
  asked.toFinish = true;
});

await open();
say('ready', machine.session.problems.map(({ code }) => code).join(',') || 'none');
while (!asked.toFinish) {
  const written = await machine.session.dispatch(author, step());
  if (written.ok) for (const id of written.value) say('saved', id);
  if (roll(6) === 0) await machine.link.exchange();
  // Some people are faster than this and none much; without it a campaign would measure the start of huge reviews.
  await wait(roll(12));
}
for (let round = 0; round < 3; round += 1) await machine.link.exchange();
say('has', JSON.stringify(machine.session.events.map(({ eventId }) => eventId)));
say('problems', JSON.stringify(machine.link.status.problems));
process.stdin.destroy();
machine.close();

async function open(): Promise<void> {
  const listed = await machine.journal.listReviews();
  const there = listed.ok && listed.value.length > 0;
  if (there) {
    await machine.reopen(reviewId);
    // A first start that was killed half-way is made up for.
    if (!machine.state.coders.has(author)) await begin();
  } else if (isLead) {
    await machine.found(reviewId, 'Anna');
    await begin();
  } else await machine.join('Bram', 'coder');
}

async function begin(): Promise<void> {
  if (!isLead) {
    await machine.link.addAuthor(author);
    await machine.do({ do: 'joinReview', name: 'Bram', role: 'coder' });
    return;
  }
  await machine.do({
    do: 'importBatch',
    batch: {
      source: {
        database: 'Own',
        platform: '',
        kind: 'database',
        searchedOn: '',
        strategy: '',
        limits: '',
        hits: null,
      },
      file: { name: 'own.ris', sha256: fileHash, bytes: 1, format: 'ris', encoding: 'utf-8' },
      recordCount: records,
      recordBlocks: [],
      problemCount: 0,
      problemsBlob: null,
    },
  });
  await machine.link.exchange();
}

function step(): Command {
  const recordId = recordIdOf(fileHash, roll(records) + 1);
  if (roll(8) === 0)
    return { do: 'writeNote', stage: 'title-abstract', recordId, text: `note ${roll(1_000)}`, shared: false };
  const vote: Vote = roll(3) === 0 ? 'include' : 'exclude';
  return {
    do: 'castVote',
    stage: 'title-abstract',
    recordId,
    vote,
    reasonId: vote === 'exclude' ? 'wrong-design' : null,
    answers: {},
    overruled: null,
    seconds: 1,
  };
}

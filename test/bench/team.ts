import { err, ok, type Result } from '@shared/kernel';
import {
  checkLog,
  emptyHead,
  mergeEvents,
  type LedgerEvent,
  type LedgerLine,
  type LogHead,
  type LogKey,
} from '@shared/ledger';
import { Projection, replay } from '@shared/review';
import { rootKeyOf } from '@shared/sealing';
import {
  Exchange,
  ownLine,
  releasesDue,
  sharedLine,
  takeOwnKeys,
  type LocalLedger,
  type Sealer,
} from '@shared/team';
import { memoryTransport, type TransportError } from '@shared/transport';
import { inventCoders, joined, opening, reviewId, voteOn, type InventedCoder } from './generate-review';
import { compare, lineOf, spread, type BenchReport } from './measure';

const many = 100_000;
const votes = 2_000;
const joiningRecords = 50_000;

/** Working on separate machines: merging, sealing and opening, and the first join of a large review. */
export async function benchTeam(): Promise<BenchReport[]> {
  return [benchMerge(), benchSeals(), await benchJoin()];
}

function benchMerge(): BenchReport {
  const [mine, other] = twoCoders();
  const first = eventsOf([...mine.write(...opening(many)), ...writeVotes(mine, many, 0)]);
  const second = eventsOf([...other.write(joined('Second')), ...writeVotes(other, many, 1)]);
  return compare(
    `Two ledgers of ${many.toLocaleString('en')} events`,
    [
      { what: 'sort the ids of both', run: () => [...first, ...second].map(({ eventId }) => eventId).sort() },
      { what: 'merge them', run: () => mergeEvents(first, second), against: 'sort the ids of both' },
      {
        what: 'merge and replay them',
        run: () => replay([...first, ...second]),
        against: 'sort the ids of both',
      },
    ],
    3,
  );
}

function benchSeals(): BenchReport {
  const [mine] = twoCoders();
  const sealer = sealerOf(mine);
  mine.write(...opening(votes));
  const plain = eventsOf(writeVotes(mine, votes, 0));
  const sealed = plain.map((event) => lineOfResult(sharedLine(event, event.previousHash, sealer)).event);
  return compare(`A vote, of ${votes.toLocaleString('en')}`, [
    { what: 'write its line and hash it', run: () => writeVotes(twoCoders()[0], votes, 0), repeats: votes },
    {
      what: 'seal it',
      run: () => plain.map((event) => sharedLine(event, event.previousHash, sealer)),
      repeats: votes,
      against: 'write its line and hash it',
    },
    {
      what: 'open it',
      run: () => sealed.map((event) => ownLine(event, event.previousHash, sealer)),
      repeats: votes,
      against: 'write its line and hash it',
    },
  ]);
}

/** One coder has voted on everything and the other half; somebody new takes it all in, then whoever voted opens what is out. */
async function benchJoin(): Promise<BenchReport> {
  const meeting = memoryTransport();
  await meeting.found({ reviewId, title: 'Invented review', fictitious: true });
  const [mine, other] = twoCoders();
  const logs = [
    {
      coder: mine,
      lines: [...mine.write(...opening(joiningRecords)), ...writeVotes(mine, joiningRecords, 0)],
    },
    { coder: other, lines: [...other.write(joined('Second')), ...writeVotes(other, joiningRecords / 2, 1)] },
  ];
  for (const { coder, lines } of logs) await meeting.append(coder.key, 1, sealedTexts(coder, lines));
  const whole = replay(logs.flatMap(({ lines }) => eventsOf(lines)));
  const releases = releasesDue(whole, sealerOf(mine));
  const bodies = releases.flatMap((command) =>
    command.do === 'releaseKeys'
      ? [{ kind: 'keysReleased' as const, version: 1 as const, stage: command.stage, keys: command.keys }]
      : [],
  );
  const times = new Map<string, number[]>([
    ['prove the chains', []],
    ['join: fetch, prove, take in, count', []],
    ['read what keys are out for', []],
  ]);
  for (let turn = 0; turn < 3; turn += 1) {
    const texts = sealedTexts(mine, logs[0]?.lines ?? []);
    times.get('prove the chains')?.push(await wall(async () => checkLog(texts, reviewId, mine.key)));
    const joining = newcomer();
    times.get('join: fetch, prove, take in, count')?.push(
      await wall(async () => {
        const exchange = new Exchange(meeting, joining.ledger);
        await exchange.receive();
      }),
    );
    const released = turn === 0 ? mine.write(...bodies) : [];
    if (turn === 0) releasedEvents = eventsOf(released);
    times
      .get('read what keys are out for')
      ?.push(await wall(async () => joining.projection.add(releasedEvents)));
  }
  return {
    title: `First join of a review of ${joiningRecords.toLocaleString('en')} records with ${(joiningRecords * 1.5).toLocaleString('en')} sealed votes`,
    runs: spread(times.get('prove the chains') ?? []).median > 0 ? 3 : 0,
    lines: [...times.keys()].map((what) =>
      lineOf({ what, ...(what === 'prove the chains' ? {} : { against: 'prove the chains' }) }, times),
    ),
  };
}

let releasedEvents: readonly LedgerEvent[] = [];

async function wall(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function newcomer(): { readonly ledger: LocalLedger; readonly projection: Projection } {
  const [, , third] = inventCoders(['first', 'second', 'third']);
  if (!third) throw new Error('no third coder');
  const sealer = sealerOf(third);
  const projection = new Projection((ring) => takeOwnKeys(ring, [sealer]));
  const heads = new Map<string, LogHead>();
  const name = ({ authorId, deviceId }: LogKey): string => `${authorId} ${deviceId}`;
  const ledger: LocalLedger = {
    reviewId,
    ownLogs: () => [{ key: third.key, sealer }],
    headOf: (key) => heads.get(name(key)) ?? emptyHead,
    ownEvents: () => [],
    take: async (key, lines): Promise<Result<null, TransportError>> => {
      const last = lines.at(-1);
      if (!last) return err({ code: 'nothing' });
      heads.set(name(key), { sequence: last.event.sequence, hash: last.hash });
      projection.add(eventsOf(lines));
      return ok(null);
    },
  };
  return { ledger, projection };
}

function twoCoders(): readonly [InventedCoder, InventedCoder] {
  const [mine, other] = inventCoders(['first', 'second']);
  if (!mine || !other) throw new Error('Two coders are needed');
  return [mine, other];
}

const sealerOf = ({ key }: InventedCoder): Sealer => ({
  reviewId,
  authorId: key.authorId,
  rootKey: rootKeyOf(new Uint8Array(32).fill(key.authorId.length)),
});

const eventsOf = (lines: readonly LedgerLine[]): LedgerEvent[] => lines.map(({ event }) => event);

const writeVotes = (coder: InventedCoder, count: number, choice: number): readonly LedgerLine[] =>
  coder.write(...Array.from({ length: count }, (_, index) => voteOn(index, choice)));

function sealedTexts(coder: InventedCoder, lines: readonly LedgerLine[]): string[] {
  const sealer = sealerOf(coder);
  let { hash } = emptyHead;
  return lines.map(({ event }) => {
    const line = lineOfResult(sharedLine(event, hash, sealer));
    ({ hash } = line);
    return line.line;
  });
}

function lineOfResult(result: Result<LedgerLine, unknown>): LedgerLine {
  if (!result.ok) throw new Error('a vote could not be sealed');
  return result.value;
}

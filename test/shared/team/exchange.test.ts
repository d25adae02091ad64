import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DeviceId, err, ok } from '@shared/kernel';
import { replay, screeningContext, type Command } from '@shared/review';
import { coderView, conflictsAt, decideStage, type Vote } from '@shared/screening';
import { stageKeyOf } from '@shared/sealing';
import { changedAfterReveal, keyFromEscrow } from '@shared/team';
import { memoryTransport, type LedgerTransport } from '@shared/transport';
import {
  castVote,
  first,
  lead,
  opening,
  protocol,
  recordIds,
  reviewId,
  second,
} from '../../support/review-events';
import { sharedState, stateText, TeamMachine } from '../../support/team-machine';

let now = 1_700_000_000_000;
const clock = (): number => (now += 1_000);
const device = (digit: number): DeviceId => DeviceId.parse(`machine00${digit}`);
const [one, two] = recordIds;
if (one === undefined || two === undefined) throw new Error('no records');

const vote = (recordId: (typeof recordIds)[number], choice: Vote, quote = ''): Command => ({
  do: 'castVote',
  stage: 'title-abstract',
  recordId,
  vote: choice,
  reasonId: choice === 'exclude' ? 'wrong-design' : null,
  answers: quote === '' ? {} : { design: { answer: 'no', quote } },
  overruled: null,
  seconds: null,
});

/** A lead who founded a review and two coders who joined, each on a machine of their own. */
async function team(
  meeting: LedgerTransport,
  places: readonly LedgerTransport[] = [meeting, meeting, meeting],
) {
  const [a = meeting, b = meeting, c = meeting] = places;
  await meeting.found({ reviewId, title: 'Test', fictitious: true });
  const machines = {
    lena: new TeamMachine(lead, device(1), a, clock),
    bram: new TeamMachine(first, device(2), b, clock),
    cora: new TeamMachine(second, device(3), c, clock),
  };
  machines.lena.write(opening);
  await machines.lena.exchange();
  await machines.bram.exchange();
  await machines.cora.exchange();
  machines.bram.do({ do: 'joinReview', name: 'Bram', role: 'coder' });
  machines.cora.do({ do: 'joinReview', name: 'Cora', role: 'coder' });
  return machines;
}

async function rounds(machines: readonly TeamMachine[], count = 3): Promise<void> {
  for (let round = 0; round < count; round += 1) for (const machine of machines) await machine.exchange();
}

async function allLines(meeting: LedgerTransport): Promise<string[]> {
  const logs = await meeting.listLogs();
  if (!logs.ok) throw new Error(logs.error.code);
  const lines: string[] = [];
  for (const log of logs.value) {
    const part = await meeting.readLog(log, 1, 100_000);
    if (part.ok) lines.push(...part.value.lines);
  }
  return lines;
}

beforeEach(() => {
  now = 1_700_000_000_000;
});

describe('two coders on separate machines', () => {
  it('see that the other voted, and what only when both have', async () => {
    const meeting = memoryTransport();
    const { lena, bram, cora } = await team(meeting);
    bram.do(vote(one, 'exclude', 'a-quote-of-brams'));
    await rounds([bram, cora]);

    const context = screeningContext(cora.state);
    const entry = coderView(context, 'title-abstract', second).entries.find(
      ({ recordId }) => recordId === one,
    );
    expect(entry).toEqual({ recordId: one, own: undefined, voted: false, others: 1 });
    expect(cora.state.screening.votes['title-abstract'].size).toBe(0);
    for (const bytes of [cora.disk, (await allLines(meeting)).join('\n')]) {
      expect(bytes).not.toContain('a-quote-of-brams');
      expect(bytes).not.toContain('"vote":"');
      expect(bytes).not.toContain('"overruled"');
    }

    cora.do(vote(one, 'include'));
    await rounds([cora, bram, lena]);
    for (const { state } of [lena, bram, cora]) {
      expect(conflictsAt(screeningContext(state), 'title-abstract').map(({ recordId }) => recordId)).toEqual([
        one,
      ]);
    }
    expect(cora.disk).toContain('"keysReleased"');
  });

  it('can tell that a vote was changed after the other was shown', async () => {
    const { bram, cora } = await team(memoryTransport());
    bram.do(vote(one, 'exclude'));
    cora.do(vote(one, 'include'));
    await rounds([bram, cora]);
    bram.do(vote(one, 'include'));
    await rounds([bram, cora]);
    const changed = cora.state.screening.votes['title-abstract'].get(one)?.get(first);
    const release = cora.state.sealing.releases.get(`title-abstract vote/${one}`)?.get(second);
    expect(changed?.body.vote).toBe('include');
    expect(release?.seen).not.toContain(changed?.eventId);
  });

  it('read a stage when the lead unblinds it, and nobody else can', async () => {
    const { lena, bram, cora } = await team(memoryTransport());
    bram.do(vote(one, 'exclude'));
    await rounds([lena, bram, cora]);
    expect(() => cora.do({ do: 'unblindStage', stage: 'title-abstract', reason: '' })).toThrow('only-lead');
    cora.write([{ kind: 'stageUnblinded', version: 1, stage: 'title-abstract', reason: 'curious' }]);
    await rounds([lena, bram, cora]);
    expect(cora.state.uncounted).toMatchObject([
      { authorId: second, kind: 'stageUnblinded', why: 'no-right' },
    ]);
    expect(cora.state.screening.votes['title-abstract'].size).toBe(0);

    lena.do({ do: 'unblindStage', stage: 'title-abstract', reason: 'Bram is ill.' });
    await rounds([lena, bram, cora]);
    expect(cora.state.screening.votes['title-abstract'].get(one)?.get(first)?.body.vote).toBe('exclude');
  });

  describe('with an escrow in the protocol', () => {
    const record = one;
    /** Bram has voted, and his machine is never heard of again. */
    async function leftBehind() {
      const machines = await team(memoryTransport());
      const { lena, bram, cora } = machines;
      lena.do({ do: 'saveProtocol', protocol: { ...protocol, keyEscrow: true }, note: 'with an escrow' });
      bram.do(vote(record, 'exclude', 'a-quote-of-brams'));
      await rounds([lena, bram, cora]);
      return machines;
    }
    const voteOfBram = ({ state }: TeamMachine) =>
      state.screening.votes['title-abstract'].get(record)?.get(first)?.body.vote;
    const keyOf = ({ state, sealer }: TeamMachine) => keyFromEscrow(state, sealer, first, 'title-abstract');

    it('a lead opens what somebody who left had judged, and everybody sees it', async () => {
      const { lena, bram, cora } = await leftBehind();
      for (const machine of [lena, cora]) {
        expect(voteOfBram(machine)).toBeUndefined();
        expect(machine.disk).not.toContain('a-quote-of-brams');
      }
      expect(keyOf(cora)).toBeNull();
      const key = keyOf(lena);
      expect(key).toBe(stageKeyOf(bram.sealer.rootKey, { ...bram.sealer, stage: 'title-abstract' }));
      if (key === null) throw new Error('no key');
      const use = { do: 'useEscrow', coder: first, stage: 'title-abstract', key } as const;
      expect(() => lena.do({ ...use, reason: ' ' })).toThrow('escrow-without-reason');
      expect(() => cora.do({ ...use, reason: 'curious' })).toThrow('only-lead');
      lena.do({ ...use, reason: 'Bram has left.' });
      await rounds([lena, cora]);
      for (const machine of [lena, cora]) {
        expect(voteOfBram(machine)).toBe('exclude');
        expect(machine.state.sealing.escrow.uses).toMatchObject([
          { authorId: lead, body: { coder: first, reason: 'Bram has left.' } },
        ]);
      }
      // Other stages stay shut, and the review goes on with what Bram had done.
      expect(keyFromEscrow(lena.state, cora.sealer, first, 'title-abstract')).toBeNull();
      cora.do(vote(one, 'include'));
      await rounds([cora, lena]);
      expect(
        conflictsAt(screeningContext(lena.state), 'title-abstract').map(({ recordId }) => recordId),
      ).toEqual([one]);
      expect(changedAfterReveal(lena.state)).toEqual([]);
      lena.do(vote(one, 'exclude'));
      expect(changedAfterReveal(lena.state)).toMatchObject([{ authorId: lead }]);
      // Whoever reads the ledger in whatever order sees the same.
      expect(stateText(replay([...lena.projection.events].reverse()))).toBe(
        stateText(replay(lena.projection.events)),
      );
    });

    it('a key in other hands opens nothing, and a wrong one breaks nothing', async () => {
      const { lena, cora } = await leftBehind();
      const key = keyOf(lena);
      if (key === null) throw new Error('no key');
      const body = { kind: 'escrowUsed', version: 1, coder: first, stage: 'title-abstract' } as const;
      cora.write([{ ...body, reason: 'curious', key }]);
      await rounds([cora, lena]);
      for (const machine of [lena, cora]) {
        expect(voteOfBram(machine)).toBeUndefined();
        expect(machine.state.uncounted).toMatchObject([{ kind: 'escrowUsed', why: 'no-right' }]);
      }
      lena.do({
        do: 'useEscrow',
        coder: first,
        stage: 'title-abstract',
        reason: 'wrong',
        key: lena.sealer.rootKey,
      });
      await rounds([cora, lena]);
      expect(lena.state.uncounted).toHaveLength(1);
      expect(voteOfBram(cora)).toBeUndefined();
      lena.do({ do: 'useEscrow', coder: first, stage: 'title-abstract', reason: 'right', key });
      await rounds([cora, lena]);
      expect(voteOfBram(cora)).toBe('exclude');
    });

    it('and without one nothing is entrusted, and not even the founder may use a key', async () => {
      const { lena, bram, cora } = await team(memoryTransport());
      bram.do(vote(one, 'exclude'));
      await rounds([lena, bram, cora]);
      expect(lena.state.sealing.escrow.entrusted.size).toBe(0);
      const key = stageKeyOf(bram.sealer.rootKey, { ...bram.sealer, stage: 'title-abstract' });
      const use = { coder: first, stage: 'title-abstract', reason: 'no escrow', key } as const;
      expect(() => lena.do({ do: 'useEscrow', ...use })).toThrow('no-escrow');
      lena.write([{ kind: 'escrowUsed', version: 1, ...use }]);
      await rounds([lena, cora]);
      expect(voteOfBram(cora)).toBeUndefined();
      expect(cora.state.uncounted).toMatchObject([{ kind: 'escrowUsed', why: 'no-right' }]);
    });
  });

  it('keep private notes under the seal of the vote they belong to', async () => {
    const { bram, cora } = await team(memoryTransport());
    bram.do({
      do: 'writeNote',
      stage: 'title-abstract',
      recordId: one,
      text: 'doubtful-to-bram',
      shared: false,
    });
    await rounds([bram, cora]);
    expect(cora.disk).not.toContain('doubtful-to-bram');
    const context = screeningContext(cora.state);
    expect(coderView(context, 'title-abstract', second).entries[0]?.others).toBe(0);
    bram.do(vote(one, 'maybe'));
    cora.do(vote(one, 'include'));
    await rounds([bram, cora]);
    expect(cora.state.screening.notes.get(one)?.[0]?.body.text).toBe('doubtful-to-bram');
  });
});

describe('a clock set to last year', () => {
  it('takes nobody out of the team and changes nothing that is decided', async () => {
    const year = 365 * 24 * 60 * 60 * 1_000;
    const meeting = memoryTransport();
    const { lena, cora } = await team(meeting);
    const slow = new TeamMachine(first, device(8), meeting, () => clock() - year);
    await slow.exchange();
    slow.do({ do: 'joinReview', name: 'Bram', role: 'coder' }, vote(one, 'exclude'));
    cora.do(vote(one, 'include'));
    await rounds([slow, cora, lena]);
    for (const { state } of [lena, slow, cora]) {
      expect(state.uncounted).toEqual([]);
      expect(conflictsAt(screeningContext(state), 'title-abstract').map(({ recordId }) => recordId)).toEqual([
        one,
      ]);
    }
  });
});

describe('rights', () => {
  it('are checked when events are read: an adjudicator’s and an observer’s vote is kept and does not count', async () => {
    const { lena, bram, cora } = await team(memoryTransport());
    lena.do({ do: 'giveRole', coder: first, role: 'observer' });
    await rounds([lena, bram, cora]);
    bram.write([castVote(one, 'include'), { kind: 'coderJoined', version: 1, name: 'Bram', role: 'lead' }]);
    bram.write([castVote(two, 'include')]);
    cora.do(vote(one, 'include'), vote(two, 'include'));
    await rounds([lena, bram, cora]);
    expect(lena.state.coders.get(first)?.role).toBe('observer');
    // Lena has no keys for what does not count; it stays sealed for her and is not asked for again.
    expect(bram.state.uncounted.map(({ kind }) => kind)).toEqual(['voteCast', 'voteCast']);
    const decided = decideStage(bram.state.screening, 'title-abstract', protocol.stages['title-abstract'], [
      one,
    ]);
    expect(decided.status).toBe('pending');
  });

  it('let nobody make themselves lead', async () => {
    const { lena, bram } = await team(memoryTransport());
    bram.do({ do: 'joinReview', name: 'Bram', role: 'lead' });
    await rounds([bram, lena]);
    expect(lena.state.coders.get(first)?.role).toBe('coder');
  });
});

describe('a machine that was set back', () => {
  it('finds what it had shared, opens it with its key, and goes on', async () => {
    const meeting = memoryTransport();
    const { bram, cora } = await team(meeting);
    bram.do(vote(one, 'exclude', 'kept'));
    await rounds([bram]);
    const restored = new TeamMachine(first, device(2), meeting, clock);
    expect(await restored.exchange()).toEqual([]);
    expect(restored.lines.get(`${first} ${device(2)}`)).toEqual(bram.lines.get(`${first} ${device(2)}`));
    restored.do(vote(two, 'include'));
    cora.do(vote(two, 'include'));
    await rounds([restored, cora]);
    expect(cora.state.screening.votes['title-abstract'].get(two)?.size).toBe(2);
  });

  it('has all decisions again on a new laptop with the same key', async () => {
    const meeting = memoryTransport();
    const { bram } = await team(meeting);
    bram.do(vote(one, 'exclude', 'kept'));
    await rounds([bram]);
    const laptop = new TeamMachine(first, device(9), meeting, clock);
    await laptop.exchange();
    expect(
      laptop.state.screening.votes['title-abstract'].get(one)?.get(first)?.body.answers['design']?.quote,
    ).toBe('kept');
  });
});

describe('a log that was tampered with', () => {
  it('is taken up to the break, and named', async () => {
    const meeting = memoryTransport();
    const { bram, cora } = await team(meeting);
    bram.do(vote(one, 'exclude'), vote(two, 'include'));
    await bram.exchange();
    const tampered: LedgerTransport = {
      ...meeting,
      async readLog(log, from, limit) {
        const part = await meeting.readLog(log, from, limit);
        if (!part.ok || log.authorId !== first) return part;
        const lines = part.value.lines.map((line) => line.replace(`vote/${one}`, `vote/${two}`));
        return ok({ ...part.value, lines });
      },
    };
    cora.meetAt(tampered);
    expect(await cora.exchange()).toEqual(['log-broken']);
    cora.meetAt(meeting);
    expect(await cora.exchange()).toEqual(['log-rewritten']);
  });
});

type Move =
  | { readonly who: 0 | 1 | 2; readonly act: 'vote'; readonly record: number; readonly vote: Vote }
  | { readonly who: 0 | 1 | 2; readonly act: 'undo' | 'receive' | 'send' | 'cut' | 'heal' };

const anyWho = fc.constantFrom<0 | 1 | 2>(0, 1, 2);
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      who: anyWho,
      act: fc.constant('vote' as const),
      record: fc.nat(recordIds.length - 1),
      vote: fc.constantFrom<Vote>('include', 'exclude', 'maybe'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      who: anyWho,
      act: fc.constantFrom(
        'undo' as const,
        'receive' as const,
        'send' as const,
        'cut' as const,
        'heal' as const,
      ),
    }),
  },
);

/** A way to the meeting place that can be cut, gives answers in small pieces, and shows logs late. */
function faulty(meeting: LedgerTransport, shown: (count: number) => number) {
  const line = { cut: false };
  const down = async () => err({ code: 'unreachable' });
  const transport: LedgerTransport = {
    ...meeting,
    listLogs: async () => {
      if (line.cut) return down();
      const logs = await meeting.listLogs();
      return logs.ok ? ok([...logs.value, ...logs.value].reverse()) : logs;
    },
    readLog: async (log, from, limit) => {
      if (line.cut) return down();
      const part = await meeting.readLog(log, from, limit);
      return part.ok
        ? ok({ ...part.value, lines: part.value.lines.slice(0, shown(part.value.lines.length)) })
        : part;
    },
    append: async (log, from, lines) => {
      if (line.cut) return down();
      const done = await meeting.append(log, from, lines.slice(0, shown(lines.length)));
      // The answer to the other half is lost on its way.
      return shown(2) === 1 ? down() : done;
    },
  };
  return { transport, line };
}

describe('whatever order, partition, doubling and delay', () => {
  it('everybody ends with the same state, and reads nothing before it may be read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyMove, { maxLength: 45 }),
        fc.infiniteStream(fc.nat(5)),
        async (moves, dice) => {
          now = 1_700_000_000_000;
          const meeting = memoryTransport();
          let calm = true;
          const roll = (count: number): number =>
            calm ? count : Math.min(count, (dice.next().value ?? 0) + (count > 1 ? 1 : 0));
          const ways = [0, 1, 2].map(() => faulty(meeting, roll));
          const { lena, bram, cora } = await team(
            meeting,
            ways.map(({ transport }) => transport),
          );
          calm = false;
          const machines = [lena, bram, cora];
          const votes = machines.map((): string[] => []);
          for (const move of moves) {
            const machine = machines[move.who];
            const way = ways[move.who];
            if (!machine || !way) continue;
            if (move.act === 'vote') {
              const [id] = machine.write([castVote(recordIds[move.record] ?? one, move.vote)]);
              if (id !== undefined) votes[move.who]?.push(id);
            } else if (move.act === 'undo') {
              const target = votes[move.who]?.pop();
              if (target !== undefined) machine.do({ do: 'withdraw', target: target as never });
            } else if (move.act === 'receive') await machine.receive();
            else if (move.act === 'send') await machine.send();
            else way.line.cut = move.act === 'cut';
          }
          calm = true;
          for (const way of ways) way.line.cut = false;
          await rounds(machines, 4);
          const shared = sharedState(await allLines(meeting));
          for (const machine of machines) {
            const others = [...machine.lines]
              .filter(([log]) => !log.startsWith(machine.key.authorId))
              .flatMap(([, lines]) => lines);
            const own = await meeting.readLog(machine.key, 1, 100_000);
            expect(stateText(sharedState([...others, ...(own.ok ? own.value.lines : [])]))).toBe(
              stateText(shared),
            );
            for (const line of others) expect(line).not.toMatch(/"vote":"(include|exclude|maybe)"/u);
          }
          lena.do({ do: 'unblindStage', stage: 'title-abstract', reason: '' });
          await rounds(machines, 3);
          const texts = machines.map(({ state }) => stateText(state));
          expect(texts[1]).toBe(texts[0]);
          expect(texts[2]).toBe(texts[0]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceId, EventId, createHybridClock, wallTimeOf } from '@shared/kernel';
import { checkLog, createLogWriter, emptyHead, readLine, writeLine } from '@shared/ledger';
import { anySteps, castVote, first, ledgerOf, lead, recordIds, reviewId } from '../../support/review-events';

const key = { authorId: first, deviceId: DeviceId.parse('device0001') };

const linesOf = (steps: Parameters<typeof ledgerOf>[0]): string[] =>
  ledgerOf(steps)
    .filter((event) => event.authorId === first)
    .map((event) => writeLine(event).line);

describe('a log', () => {
  it('holds whatever was written to it', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const lines = linesOf(steps);
        const checked = checkLog(lines, reviewId, key);
        expect(checked.problem).toBeUndefined();
        expect(checked.lines.map(({ line }) => line)).toEqual(lines);
        expect(checked.head.sequence).toBe(lines.length);
      }),
    );
  });

  it('shows any change of any line, and keeps what stands before it', () => {
    fc.assert(
      fc.property(anySteps, fc.nat(), fc.nat(), (steps, lineAt, charAt) => {
        const lines = linesOf(steps);
        const at = lineAt % lines.length;
        const line = lines[at] ?? '';
        const position = charAt % line.length;
        const other = line[position] === '7' ? '8' : '7';
        const changed = [...lines];
        changed[at] = line.slice(0, position) + other + line.slice(position + 1);
        const checked = checkLog(changed, reviewId, key);
        const sound = checked.lines.length;
        if (at < lines.length - 1) expect(checked.problem).toBeDefined();
        expect(sound).toBeGreaterThanOrEqual(at);
      }),
    );
  });

  it('shows a missing line as a gap', () => {
    const lines = linesOf(recordIds.map((id) => ({ author: first, body: castVote(id, 'include') })));
    const broken = checkLog([...lines.slice(0, 4), ...lines.slice(5)], reviewId, key);
    expect(broken.problem).toMatchObject({ code: 'gap', position: 5 });
    expect(broken.lines).toHaveLength(4);
  });

  it('refuses a colleague’s events', () => {
    const foreign = ledgerOf([])
      .filter((event) => event.authorId === lead)
      .map((event) => writeLine(event).line);
    expect(checkLog(foreign, reviewId, key).problem?.code).toBe('foreign-event');
  });

  it('keeps a line from a newer format byte for byte when its envelope has what ours has, and says so when not', () => {
    const [event] = ledgerOf([]);
    const line = JSON.stringify({ ...event, format: 2, colour: 'new' });
    expect(readLine(line)).toMatchObject({ ok: true, value: { line, event: { format: 2 } } });
    const other = JSON.stringify({ ...event, format: 2, sequence: { at: 1 } });
    expect(readLine(other)).toMatchObject({ ok: false, error: { code: 'newer-format' } });
  });

  it('continues where it was left', () => {
    const clock = createHybridClock(key.deviceId);
    const writer = createLogWriter(reviewId, key, emptyHead, clock);
    const body = { kind: 'coderJoined', version: 1, name: 'First', role: 'coder' };
    const [one] = writer.seal([body], 1_000);
    const [again] = writer.seal([body], 2_000);
    expect(again?.event.sequence).toBe(1);
    if (!one) throw new Error('nothing sealed');
    writer.advance({ sequence: 1, hash: one.hash });
    const [two] = writer.seal([body], 3_000);
    expect(two?.event).toMatchObject({ sequence: 2, previousHash: one.hash });
  });
});

describe('the hybrid clock', () => {
  const device = DeviceId.parse('device0001');

  it('gives growing ids whatever the wall clock does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 ** 41 }), { minLength: 2, maxLength: 80 }),
        (times) => {
          const clock = createHybridClock(device);
          const ids = times.map((time) => clock.next(time));
          expect([...ids].sort()).toEqual(ids);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });

  it('follows a colleague’s clock a little ahead, but not to another century', () => {
    const now = 1_700_000_000_000;
    const ahead = createHybridClock(DeviceId.parse('device0002')).next(now + 60_000);
    const far = createHybridClock(DeviceId.parse('device0003')).next(now + 70 * 365 * 24 * 3_600_000);
    const clock = createHybridClock(device);
    clock.observe(ahead, now);
    expect(clock.next(now) > ahead).toBe(true);
    clock.observe(far, now);
    expect(wallTimeOf(clock.next(now))).toBeLessThan(wallTimeOf(far));
  });

  it('makes ids that pass their own schema', () => {
    expect(EventId.safeParse(createHybridClock(device).next(1_700_000_000_000)).success).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { AuthorId, base64ToBytes, bytesToBase64, EventId, ReviewId, Sha256, type Json } from '@shared/kernel';
import {
  itemKeyOf,
  open,
  readRecoveryCode,
  recoveryCode,
  rootKeyOf,
  seal,
  SealKey,
  stageKeyOf,
} from '@shared/sealing';

const root = rootKeyOf(Uint8Array.from({ length: 32 }, (_, index) => index));
const at = { reviewId: ReviewId.parse('peers'), authorId: AuthorId.parse('anna') };
const screening = stageKeyOf(root, { ...at, stage: 'title-abstract' });
const key = itemKeyOf(screening, 'vote/r1');
const eventId = EventId.parse('018bcfe56be8-0000-laptop0001');
const label = { item: 'r1', stage: 'title-abstract' };
const vote = (vote: string, reasonId: string | null = null): Json => ({ kind: 'voteCast', vote, reasonId });

describe('base64', () => {
  it('is what Node makes of it, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(bytesToBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(base64ToBytes(bytesToBase64(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
  });
  it('refuses what is none, and never throws', () => {
    for (const text of ['a', 'ab=c', 'a*==', '====', 'é===']) expect(base64ToBytes(text)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => void base64ToBytes(text)));
  });
});

describe('a sealed judgement', () => {
  it('opens with its key to what it was', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), (json) => {
        const value = JSON.parse(json) as Json;
        // JSON has no minus zero; everything else comes back as it was.
        expect(open(seal(value, key, eventId, label), key, eventId, label)).toEqual({
          ok: true,
          value: JSON.parse(JSON.stringify(value)),
        });
      }),
    );
  });

  it('is the same every time, so that a log can be sealed again', () => {
    expect(seal(vote('include'), key, eventId, label)).toEqual(seal(vote('include'), key, eventId, label));
  });

  it('does not open with the key of another item, stage, coder or review', () => {
    const sealed = seal(vote('include'), key, eventId, label);
    const others = [
      itemKeyOf(screening, 'vote/r2'),
      itemKeyOf(screening, 'note/r1'),
      itemKeyOf(stageKeyOf(root, { ...at, stage: 'full-text' }), 'vote/r1'),
      itemKeyOf(
        stageKeyOf(root, { ...at, authorId: AuthorId.parse('bram'), stage: 'title-abstract' }),
        'vote/r1',
      ),
      itemKeyOf(
        stageKeyOf(root, { ...at, reviewId: ReviewId.parse('b'), stage: 'title-abstract' }),
        'vote/r1',
      ),
      root,
      screening,
    ];
    for (const other of others)
      expect(open(sealed, other, eventId, label)).toEqual({ ok: false, error: 'wrong-key' });
  });

  it('cannot be moved to another event or under another label', () => {
    const sealed = seal(vote('include'), key, eventId, label);
    const elsewhere = EventId.parse('018bcfe56be8-0001-laptop0001');
    expect(open(sealed, key, elsewhere, label)).toEqual({ ok: false, error: 'wrong-key' });
    expect(open(sealed, key, eventId, { ...label, item: 'r2' })).toEqual({ ok: false, error: 'wrong-key' });
  });

  it('with any byte changed does not open, and a changed commitment is noticed', () => {
    const sealed = seal(vote('exclude', 'wrong-design'), key, eventId, label);
    const bytes = base64ToBytes(sealed.cipher) ?? new Uint8Array();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const changed = Uint8Array.from(bytes, (byte, index) => (index === place ? byte ^ flip : byte));
        expect(open({ ...sealed, cipher: bytesToBase64(changed) }, key, eventId, label).ok).toBe(false);
      }),
    );
    expect(open({ ...sealed, commitment: Sha256.parse('0'.repeat(64)) }, key, eventId, label)).toEqual({
      ok: false,
      error: 'commitment-broken',
    });
  });

  it('has the same length whatever was decided', () => {
    const lengths = new Set(
      [vote('include'), vote('maybe'), vote('exclude', 'wrong-design'), vote('exclude', 'x'.repeat(80))].map(
        (value) => seal(value, key, eventId, label).cipher.length,
      ),
    );
    expect(lengths.size).toBe(1);
    expect(seal(vote('x'.repeat(200_000)), key, eventId, label).cipher.length).toBeLessThan(360_000);
  });
});

// AES-256-GCM and HKDF as the runtime's own WebCrypto computes them, so that a team's work can be opened without Concord.
test('is plain AES-256-GCM with keys from HKDF: WebCrypto opens it too', async () => {
  const { subtle } = globalThis.crypto;
  const derive = async (
    from: Uint8Array<ArrayBuffer>,
    info: string,
    bytes: number,
  ): Promise<Uint8Array<ArrayBuffer>> => {
    const material = await subtle.importKey('raw', from, 'HKDF', false, ['deriveBits']);
    const salt = new Uint8Array(32);
    const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(info) };
    return new Uint8Array(await subtle.deriveBits(parameters, material, bytes * 8));
  };
  const stage = await derive(
    Uint8Array.from({ length: 32 }, (_, i) => i),
    'concord/1/stage/peers/anna/title-abstract',
    32,
  );
  const item = await derive(stage, 'concord/1/item/vote/r1', 32);
  expect(Buffer.from(item).toString('hex')).toBe(key);
  const own = await derive(item, `concord/1/event/${eventId}`, 76);
  const aes = await subtle.importKey('raw', own.slice(0, 32), 'AES-GCM', false, ['decrypt']);
  const text = await subtle.decrypt(
    {
      name: 'AES-GCM',
      iv: own.slice(32, 44),
      additionalData: new TextEncoder().encode(JSON.stringify(label)),
    },
    aes,
    Buffer.from(seal(vote('include'), key, eventId, label).cipher, 'base64'),
  );
  expect(JSON.parse(new TextDecoder().decode(text))).toEqual(vote('include'));
});

describe('a recovery code', () => {
  const recovery = { ...at, rootKey: root };
  it('is read back however it was copied', () => {
    const code = recoveryCode(recovery);
    expect(readRecoveryCode(code)).toEqual({ ok: true, value: recovery });
    const typed = `Recovery sheet\n  ${code.slice(0, 14)}${code.slice(14).toUpperCase().replace(/-/gu, ' - ')}\n`;
    expect(readRecoveryCode(code.replace(/-/gu, '\n'))).toEqual({ ok: true, value: recovery });
    expect(readRecoveryCode(typed.replace('ANNA', 'anna'))).toMatchObject({ ok: true });
  });
  it('with one digit wrong is told', () => {
    const code = recoveryCode(recovery);
    const digits = code.lastIndexOf(':') + 1;
    for (const place of [digits, digits + 20, code.length - 1]) {
      const wrong = code[place] === '7' ? '8' : '7';
      expect(readRecoveryCode(code.slice(0, place) + wrong + code.slice(place + 1))).toEqual({
        ok: false,
        error: 'mistyped',
      });
    }
    expect(readRecoveryCode('hello')).toEqual({ ok: false, error: 'no-code' });
    fc.assert(fc.property(fc.string(), (text) => void readRecoveryCode(text)));
  });
  it('holds a key and nothing else passes for one', () => {
    expect(SealKey.safeParse('xyz').success).toBe(false);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReferenceFile } from '@shared/formats';
import { describe, expect, it } from 'vitest';
import { generator, type Random } from '../../bench/generate-ris';

/** Exports of real programs, damaged: a few hundred here, 100,000 with `npm run fuzz-import`. */
const folder = fileURLToPath(new URL('../../../../shared/fixtures/import/', import.meta.url));
const rounds = Number(process.env['CONCORD_FUZZ_ROUNDS'] ?? 400);
const seed = Number(process.env['CONCORD_FUZZ_SEED'] ?? 20_261_128);

/** Longer files are cut to this many bytes: a beginning, so that headers stay, or a piece from anywhere. */
const longest = 12_000;
/** Nothing of this size may take longer than this, in ms: far above what any takes, far below what a person calls a hang. */
const hang = 10_000;

const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'index.json')
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
  : [];
if (files.length === 0) console.log('No ../shared/fixtures/import here: damaged exports are not tried.');

type Change = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const telling = [
  0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20, 0x22, 0x25, 0x26, 0x2c, 0x2d, 0x3b, 0x3c, 0x3e, 0x40, 0x5b, 0x7b, 0x7d,
  0xff, 0xfe,
];

const changes: readonly Change[] = [
  // A byte becomes another: any, or one that means something to a reader.
  (bytes, random) => {
    const changed = Uint8Array.from(bytes);
    const at = random(bytes.length);
    changed[at] = random(2) === 0 ? random(256) : (telling[random(telling.length)] ?? 0);
    return changed;
  },
  // The end is missing.
  (bytes, random) => bytes.slice(0, random(bytes.length)),
  // The beginning is missing.
  (bytes, random) => bytes.slice(random(bytes.length)),
  // A piece is missing.
  (bytes, random) => {
    const at = random(bytes.length);
    return joined(bytes.slice(0, at), bytes.slice(at + random(400)));
  },
  // A piece stands there many times.
  (bytes, random) => {
    const at = random(bytes.length);
    const piece = bytes.slice(at, at + 1 + random(60));
    return joined(
      bytes.slice(0, at),
      ...Array.from({ length: 1 + random(50) }, () => piece),
      bytes.slice(at),
    );
  },
  // A piece of another file stands in it.
  (bytes, random, other) => {
    const at = random(bytes.length);
    const from = random(other.length);
    return joined(bytes.slice(0, at), other.slice(from, from + random(1_500)), bytes.slice(at));
  },
  // Read as if it were UTF-16.
  (bytes) => joined(Uint8Array.of(0xff, 0xfe), bytes),
  // Line ends of another system.
  (bytes) => Uint8Array.from(bytes, (byte) => (byte === 0x0a ? 0x0d : byte)),
];

function pieceOf(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.length <= longest) return bytes;
  const from = random(2) === 0 ? 0 : random(bytes.length - longest);
  return bytes.slice(from, from + longest);
}

/** Characters of everything a reading gives: what it may hold is bounded by what it was given. */
const sizeOf = (value: unknown): number => JSON.stringify(value).length;

describe.runIf(files.length > 0)('damaged exports of real programs', () => {
  it(
    'always give an answer, within bounds of time and size, and never fall silent',
    () => {
      const contents = files.map((file) => new Uint8Array(readFileSync(file)));
      const random = generator(seed);
      const any = (): Uint8Array => contents[random(contents.length)] ?? new Uint8Array();
      let slowest = 0;
      let largest = 0;
      for (let round = 0; round < rounds; round += 1) {
        let bytes = pieceOf(any(), random);
        for (let left = 1 + random(4); left > 0 && bytes.length > 0; left -= 1)
          bytes = changes[random(changes.length)]?.(bytes, random, any()) ?? bytes;
        const began = performance.now();
        const { records, problems } = readReferenceFile(bytes);
        slowest = Math.max(slowest, performance.now() - began);
        const size = sizeOf(records) + sizeOf(problems);
        largest = Math.max(largest, size / (bytes.length + 1_000));
        const where = `round ${round} of seed ${seed}`;
        expect(
          problems.map(({ code }) => code),
          where,
        ).not.toContain('reader-failed');
        if (records.length === 0) expect(problems.length, where).toBeGreaterThan(0);
        for (const { line, raw, message } of problems)
          if (!(line >= 0 && raw.length <= 200 && message.length > 0))
            throw new Error(`A problem is none: ${where}`);
        if (slowest > hang) throw new Error(`Reading hangs: ${where}`);
        if (largest > mostTold)
          throw new Error(`${Math.round(largest)} times as much told as given: ${where}`);
      }
      console.log(
        `${rounds.toLocaleString('en')} damaged files; slowest ${Math.round(slowest)} ms, at most ${largest.toFixed(1)} characters told for a byte`,
      );
    },
    rounds * 100 + 20_000,
  );
});

/** Characters of records and remarks per byte given (with 1,000 bytes for small files); a remark takes some 300 a line. */
const mostTold = 60;

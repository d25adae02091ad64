import fc from 'fast-check';
import { hashBytes } from '@shared/kernel';
import { describe, expect, it } from 'vitest';
import { hashBytesApart } from '../../../src/renderer/ledger/hash-bytes-apart';

describe('hashing beside the window', () => {
  it('gives the digest of the kernel', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await hashBytesApart(bytes)).toBe(hashBytes(bytes));
      }),
    );
  });
});

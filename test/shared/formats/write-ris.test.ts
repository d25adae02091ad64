import type { ParsedRecord } from '@shared/formats';
import { writeRis } from '@shared/formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRecord } from './any-record';
import { readText } from './read-text';

describe('RIS written by Concord', () => {
  it('comes back the same, without a remark', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 4 }), (records) => {
        const { records: read, problems } = readText(writeRis(records));
        expect(read.map((record) => ({ ...record, line: 1 }))).toEqual(records);
        expect(problems).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the words of a type RIS does not have in M3', () => {
    const record: ParsedRecord = {
      title: 'One',
      authors: [],
      keywords: [],
      type: 'Randomized Controlled Trial',
      line: 1,
    };
    expect(writeRis([record]).split('\r\n')).toEqual([
      'TY  - JOUR',
      'TI  - One',
      'M3  - Randomized Controlled Trial',
      'ER  - ',
      '',
      '',
    ]);
  });

  it('writes each value on one line, so that no text can pose as a field', () => {
    const record: ParsedRecord = { title: 'One\nER  - \nTY  - BOOK', authors: [], keywords: [], line: 1 };
    const { records } = readText(writeRis([record]));
    expect(records).toHaveLength(1);
  });
});

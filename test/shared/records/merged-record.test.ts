import { describe, expect, it } from 'vitest';
import { hashText, recordIdOf } from '@shared/kernel';
import { mergeRecords, type CitationRecord } from '@shared/records';

const record = (ordinal: number, fields: Partial<CitationRecord>): CitationRecord => ({
  id: recordIdOf(hashText('a file'), ordinal),
  authors: [],
  keywords: [],
  line: 1,
  ...fields,
});

describe('copies as one record', () => {
  const lead = record(1, { title: 'Peers', year: 2001, keywords: ['Hope'], doi: '10.5555/a' });
  const copy = record(2, {
    title: 'Peers.',
    year: 2002,
    keywords: ['hope', 'Work'],
    abstract: 'Met weekly.',
    authors: ['Vos, A.'],
  });
  const { record: merged, given } = mergeRecords(lead, [copy]);

  it('are the lead, filled where it is empty', () => {
    expect(merged).toMatchObject({
      id: lead.id,
      title: 'Peers',
      year: 2001,
      abstract: 'Met weekly.',
      authors: ['Vos, A.'],
    });
  });

  it('carry the keywords of all, each once', () => {
    expect(merged.keywords).toEqual(['Hope', 'Work']);
  });

  it('lose no value: each stands with the copies that give it, the one in use first', () => {
    expect(given.get('title')).toEqual([
      { value: 'Peers', from: [lead.id] },
      { value: 'Peers.', from: [copy.id] },
    ]);
    expect(given.get('doi')).toEqual([{ value: '10.5555/a', from: [lead.id] }]);
    expect(given.has('pmid')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { pooling as dutch } from '../../../src/shared/i18n/nl/pooling';
import { pooling as english } from '../../../src/shared/i18n/en/pooling';
import { mantelHaenszel, pool, poolErrorText, threeLevel } from '../../../src/shared/pooling';

describe('pooling errors in words', () => {
  it('name the study and the number at fault, in both languages', () => {
    const refused = pool([{ label: 'Holly 2003', yi: 1, vi: 0 }], { method: 'DL' });
    if (refused.ok) throw new Error('pooled a variance of zero');
    expect(poolErrorText(refused.error, english.errors)).toMatch(
      /^Holly 2003 has a variance of zero or below/,
    );
    expect(poolErrorText(refused.error, dutch.errors)).toMatch(
      /^Holly 2003 heeft een variantie van nul of lager/,
    );
    const few = threeLevel([{ yi: 1, vi: 1, fields: { trial: 'a', outcome: 'b' } }], {
      cluster: 'trial',
      effect: 'outcome',
    });
    if (few.ok) throw new Error('fitted three levels to one effect');
    expect(poolErrorText(few.error, english.errors)).toBe(
      'This analysis needs at least 2 effects; there is 1.',
    );
    const nameless = mantelHaenszel([{ eventsT: 9, nT: 5, eventsC: 1, nC: 5 }], { measure: 'OR' });
    if (nameless.ok) throw new Error('pooled an impossible table');
    expect(poolErrorText(nameless.error, english.errors)).toBe('A study has more events than participants.');
  });

  it('have the same keys in both languages', () => {
    expect(Object.keys(dutch.errors)).toEqual(Object.keys(english.errors));
    expect(Object.keys(dutch.figures)).toEqual(Object.keys(english.figures));
  });
});

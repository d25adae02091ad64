import { describe, expect, it } from 'vitest';
import { codeOfType } from '@shared/formats';
import { kindOf } from '../../../src/shared/formats/publication-types';

describe('kinds of publication', () => {
  it.each([
    ['article', 'JOUR'],
    ['Article', 'JOUR'],
    ['article-newspaper', 'NEWS'],
    ['misc', 'GEN'],
    ['online', 'ELEC'],
    ['mvbook', 'BOOK'],
    ['Randomized Controlled Trial', 'JOUR'],
    ['Meeting Abstract', 'CONF'],
    ['CPAPER', 'CONF'],
    ['EJOUR', 'JOUR'],
    ['EDBOOK', 'BOOK'],
  ])('%s is %s in RIS', (type, ris) => expect(kindOf(type, undefined).ris).toBe(ris));

  it('takes a type said in words for no code', () => {
    expect(codeOfType('JOUR')).toBe('JOUR');
    expect(codeOfType('GEN')).toBe('GEN');
    expect(codeOfType('paper-conference')).toBe('CONF');
    expect(codeOfType('Randomized Controlled Trial')).toBeNull();
  });
});

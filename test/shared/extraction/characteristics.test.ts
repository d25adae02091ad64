import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedAnswer, codedCharacteristics, compareExtractions, typedNumber } from '@shared/extraction';
import {
  CharacteristicField,
  isAsked,
  problemWith,
  protocolTemplates,
  withChosen,
  withEntries,
} from '@shared/protocol';

const field = (given: Partial<CharacteristicField>): CharacteristicField => ({
  id: 'f',
  label: 'F',
  hint: '',
  kind: 'text',
  choices: [],
  ...given,
});
const choices = ['individual', 'group', 'online'].map((value) => ({ value, label: value }));

describe('a field of the codebook', () => {
  it('is asked where the field it hangs on has the value, and is itself asked', () => {
    const format = field({ id: 'format', kind: 'choices', choices });
    const typology = field({ id: 'typology', onlyIf: { field: 'format', values: ['group'] } });
    const leader = field({ id: 'leader', onlyIf: { field: 'typology', values: ['mutual'] } });
    const all = [format, typology, leader];
    const asked = (answers: { readonly [id: string]: string }): string[] =>
      all.filter((one) => isAsked(one, all, answers)).map(({ id }) => id);
    expect(asked({})).toEqual(['format']);
    expect(asked({ format: 'individual; group' })).toEqual(['format', 'typology']);
    expect(asked({ format: 'group', typology: 'mutual' })).toEqual(['format', 'typology', 'leader']);
    // An answer that is not asked any more asks nothing itself.
    expect(asked({ format: 'online', typology: 'mutual' })).toEqual(['format']);
  });

  it('that hangs on itself in a circle is not asked, and nothing hangs', () => {
    const a = field({ id: 'a', onlyIf: { field: 'b', values: [''] } });
    const b = field({ id: 'b', onlyIf: { field: 'a', values: [''] } });
    expect(isAsked(a, [a, b], {})).toBe(false);
  });

  it('says what is wrong with an answer', () => {
    const age = field({ kind: 'number', min: 18, max: 99, unit: 'years' });
    const of = (one: CharacteristicField, text: string) => problemWith(one, text, typedNumber);
    expect(of(age, '38,5')).toBeUndefined();
    expect(of(age, '')).toBeUndefined();
    expect(of(age, 'old')).toBe('not-a-number');
    expect(of(age, '< 40')).toBe('not-a-number');
    expect(of(age, '12')).toBe('below-range');
    expect(of(age, '385')).toBe('above-range');
    expect(of(field({ kind: 'date' }), '2019-04')).toBeUndefined();
    expect(of(field({ kind: 'date' }), 'April 2019')).toBe('not-a-date');
    expect(of(field({ kind: 'choice', choices }), 'group')).toBeUndefined();
    expect(of(field({ kind: 'choices', choices }), 'group; pairs')).toBe('not-a-choice');
  });

  it('is read by analyses in one way, however it was typed', () => {
    expect(codedAnswer(field({ kind: 'number' }), '12,5')).toBe('12.5');
    expect(codedAnswer(field({ kind: 'number' }), '−3')).toBe('-3');
    expect(codedAnswer(field({ repeats: true }), withEntries(['ZonMw', '', 'NIHR']))).toBe('ZonMw | NIHR');
    fc.assert(
      fc.property(fc.shuffledSubarray(['individual', 'group', 'online']), (chosen) => {
        const several = field({ kind: 'choices', choices });
        expect(codedAnswer(several, withChosen(chosen))).toBe(
          withChosen(choices.map(({ value }) => value).filter((value) => chosen.includes(value))),
        );
      }),
    );
  });

  it('goes into the sheet while it is asked; what a sheet brought stays', () => {
    const fields = [
      field({ id: 'format', kind: 'choice', choices }),
      field({ id: 'typology', onlyIf: { field: 'format', values: ['group'] } }),
      field({ id: 'duration', kind: 'number' }),
    ];
    const extraction = { structureFirst: true, tolerances: [], characteristics: fields };
    const answers = { format: 'online', typology: 'mutual', duration: '8,0', delivery2: 'as imported' };
    expect(codedCharacteristics(answers, { extraction })).toEqual({
      format: 'online',
      duration: '8',
      delivery2: 'as imported',
    });
    expect(codedCharacteristics(answers, {})).toEqual(answers);
  });

  it('is compared between coders as analyses read it', () => {
    const characteristics = [
      field({ id: 'format', kind: 'choices', choices }),
      field({ id: 'age', kind: 'number' }),
      field({ id: 'change', kind: 'number' }),
    ];
    const content = (answers: { readonly [id: string]: string }) => ({
      characteristics: { ...answers },
      arms: [],
      results: [],
    });
    const first = content({ format: 'group; individual', age: '38,5', change: '-2' });
    const second = content({ format: 'individual; group', age: '38.50', change: '2' });
    const lines = compareExtractions(first, second, { characteristics }).map(({ line }) => line);
    // A sign is a difference, an order or a decimal comma is none.
    expect(lines).toEqual(['characteristic|change']);
  });
});

describe('every template', () => {
  it.each(protocolTemplates.map((template) => [template.id, template] as const))(
    '%s asks the moderators of subgroups, in both languages, by the same ids',
    (_, { protocol }) => {
      const [english, dutch] = [protocol.en, protocol.nl].map(
        ({ extraction }) => extraction?.characteristics ?? [],
      );
      expect(english?.map(({ id }) => id)).toEqual(dutch?.map(({ id }) => id));
      for (const one of [...(english ?? []), ...(dutch ?? [])])
        expect(CharacteristicField.safeParse(one).success, one.id).toBe(true);
      const ids = new Set(english?.map(({ id }) => id));
      for (const id of ['disorder', 'format', 'structure_intervention', 'personalised', 'duration'])
        expect(ids).toContain(id);
      const columns = new Set(['comparator', 'armT', 'instrument', 'outcome', 'window', 'riskOfBias']);
      const { subgroups = [], moderators = [] } = protocol.en.analysis ?? {};
      for (const { field: column } of [...subgroups, ...moderators])
        if (!columns.has(column)) expect(ids, column).toContain(column);
      // What has labels in one language has them in the other, and they differ where there are words.
      for (const [at, one] of (english ?? []).entries())
        expect(dutch?.[at]?.choices.map(({ value }) => value)).toEqual(one.choices.map(({ value }) => value));
    },
  );
});

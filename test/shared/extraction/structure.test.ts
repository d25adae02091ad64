import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareStructures,
  emptyStructure,
  fitToStructure,
  mergeStructures,
  proposeAlignment,
  repair,
  resultsOfStructure,
  settledAlone,
  weeksOfText,
  type StructureChoices,
  type StudyStructure,
} from '@shared/extraction';

const arm = (id: string, label: string, role: 'intervention' | 'comparator') => ({
  id,
  label,
  role,
  comparatorId: null,
  randomised: null,
});
const instrument = (id: string, name: string, instrumentId: string | null = null) => ({
  id,
  name,
  instrumentId,
  domainId: 'clinical',
  outcome: '',
  higherIsBetter: false,
  min: null,
  max: null,
});
const timepoint = (id: string, weeks: number | null, label = 'Post-test') => ({
  id,
  label,
  weeks,
  windowId: 'post',
});

const cora: StudyStructure = {
  ...emptyStructure,
  arms: [arm('a1', 'Peer support', 'intervention'), arm('a2', 'Waiting list', 'comparator')],
  comparisons: [{ id: 'c1', armT: 'a1', armC: 'a2' }],
  instruments: [instrument('i1', 'BSI', 'bsi'), instrument('i2', 'Hope scale')],
  timepoints: [timepoint('t1', 12)],
  measured: [
    { instrument: 'i1', timepoint: 't1' },
    { instrument: 'i2', timepoint: 't1' },
  ],
};
/** The same trial with other ids and words, another arm, and another week. */
const dirk: StudyStructure = {
  ...emptyStructure,
  arms: [
    arm('x', 'Peer-led groups', 'intervention'),
    arm('y', 'waiting list', 'comparator'),
    arm('z', 'Usual care', 'comparator'),
  ],
  comparisons: [
    { id: 'q', armT: 'x', armC: 'y' },
    { id: 'r', armT: 'x', armC: 'z' },
  ],
  instruments: [instrument('k', 'hope-scale'), instrument('l', 'Brief Symptom Inventory', 'bsi')],
  timepoints: [timepoint('m', 13)],
  measured: [
    { instrument: 'k', timepoint: 'm' },
    { instrument: 'l', timepoint: 'm' },
  ],
};

describe('two structures of one study', () => {
  const alignment = proposeAlignment(cora, dirk);

  it('are laid side by side by what things are, not by how they are called or numbered', () => {
    const pairs = alignment.map(({ kind, first, second }) => `${kind} ${first} ${second}`);
    expect(pairs).toEqual([
      'arm a1 x',
      'arm a2 y',
      'arm null z',
      'instrument i1 l',
      'instrument i2 k',
      'timepoint t1 m',
    ]);
  });

  it('differ in the arm only one has, in its comparison, in a name and in a week', () => {
    const differences = compareStructures(cora, dirk, alignment).map(
      ({ kind, field, first, second }) => `${kind} ${field}: ${first} / ${second}`,
    );
    expect(differences).toEqual([
      'arm label: Peer support / Peer-led groups',
      'arm present: null / Usual care',
      'instrument name: BSI / Brief Symptom Inventory',
      'timepoint weeks: 12 / 13',
      'comparison present: null / Peer support · Usual care',
    ]);
  });

  it('become one, with a result for each comparison and measurement', () => {
    const lines = compareStructures(cora, dirk, alignment);
    const choices = Object.fromEntries(lines.map(({ line }) => [line, 'second' as const]));
    const merged = mergeStructures(cora, dirk, alignment, choices);
    expect(merged.arms.map(({ label }) => label)).toEqual(['Peer-led groups', 'Waiting list', 'Usual care']);
    expect(merged.timepoints.map(({ weeks }) => weeks)).toEqual([13]);
    expect(resultsOfStructure(merged)).toHaveLength(4);
    expect(resultsOfStructure(mergeStructures(cora, dirk, alignment, {}))).toHaveLength(2);
  });

  it('can be paired otherwise by hand', () => {
    const apart = repair(alignment, 'instrument', 'i2', null);
    const kinds = compareStructures(cora, dirk, apart).filter(({ field }) => field === 'present');
    expect(kinds.map(({ subject }) => subject)).toContain('hope-scale');
    const crossed = repair(alignment, 'instrument', 'i1', 'k');
    expect(crossed).toContainEqual({ kind: 'instrument', first: 'i1', second: 'k' });
    expect(crossed).toContainEqual({ kind: 'instrument', first: null, second: 'l' });
    expect(crossed).toContainEqual({ kind: 'instrument', first: 'i2', second: null });
  });
});

const anyStructure: fc.Arbitrary<StudyStructure> = fc
  .record({
    arms: fc.uniqueArray(fc.constantFrom('Peer', 'Usual', 'Wait', 'Groups'), { minLength: 2, maxLength: 4 }),
    instruments: fc.uniqueArray(fc.constantFrom('BSI', 'RAS', 'HHI', 'MHCS'), { maxLength: 4 }),
    weeks: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
    higherIsBetter: fc.boolean(),
    seed: fc.integer(),
  })
  .map(({ arms, instruments, weeks, higherIsBetter, seed }) => ({
    ...emptyStructure,
    arms: arms.map((label, at) => arm(`a${at}`, label, at === 0 ? 'intervention' : 'comparator')),
    comparisons: arms.slice(1).map((_, at) => ({ id: `c${at}`, armT: 'a0', armC: `a${at + 1}` })),
    instruments: instruments.map((name, at) => ({ ...instrument(`i${at}`, name), higherIsBetter })),
    timepoints: weeks.map((week, at) => timepoint(`t${at}`, week, `${week} weeks`)),
    measured: instruments.flatMap((_, i) =>
      weeks.flatMap((__, t) =>
        (seed >> (i * 3 + t)) & 1 ? [{ instrument: `i${i}`, timepoint: `t${t}` }] : [],
      ),
    ),
  }));

describe('settling structures', () => {
  const idsOf = (structure: StudyStructure): string[] =>
    resultsOfStructure(structure)
      .map(({ id }) => id)
      .sort();

  it('changes nothing where both say the same', () => {
    fc.assert(
      fc.property(anyStructure, (structure) => {
        expect(compareStructures(structure, structure, proposeAlignment(structure, structure))).toEqual([]);
        expect(resultsOfStructure(settledAlone(structure))).toHaveLength(
          resultsOfStructure(structure).length,
        );
      }),
    );
  });

  it('gives the same ids again when it is settled again', () => {
    fc.assert(
      fc.property(anyStructure, (structure) => {
        const settled = settledAlone(structure);
        expect(settledAlone(settled)).toEqual(settled);
      }),
    );
  });

  it('does not depend on who is called first', () => {
    fc.assert(
      fc.property(anyStructure, anyStructure, fc.boolean(), (a, b, preferA) => {
        const choose = (x: StudyStructure, y: StudyStructure, side: 'first' | 'second'): StudyStructure => {
          const alignment = proposeAlignment(x, y);
          const choices: StructureChoices = Object.fromEntries(
            compareStructures(x, y, alignment).map(({ line }) => [line, side]),
          );
          return mergeStructures(x, y, alignment, choices);
        };
        const one = choose(a, b, preferA ? 'first' : 'second');
        const other = choose(b, a, preferA ? 'second' : 'first');
        expect(idsOf(one)).toEqual(idsOf(other));
      }),
    );
  });

  it('leaves everything of one side where that side is chosen on every line', () => {
    fc.assert(
      fc.property(anyStructure, anyStructure, (a, b) => {
        const alignment = proposeAlignment(a, b);
        const choices: StructureChoices = Object.fromEntries(
          compareStructures(a, b, alignment).map(({ line }) => [line, 'second' as const]),
        );
        expect(idsOf(mergeStructures(a, b, alignment, choices))).toEqual(idsOf(settledAlone(b)));
      }),
    );
  });
});

describe('values in a structure', () => {
  it('keep their numbers when the structure is settled anew, as far as their cell is still there', () => {
    const settled = settledAlone(cora);
    const empty = fitToStructure(undefined, settled, 'event-1');
    const typed = {
      ...empty,
      results: empty.results.map((result) => ({
        ...result,
        input: { meanT: { text: result.instrument, value: 1 } },
      })),
    };
    const smaller = settledAlone({ ...cora, measured: cora.measured.slice(1) });
    const again = fitToStructure(typed, smaller, 'event-2');
    expect(again.structure).toBe('event-2');
    expect(again.results.map(({ input }) => input['meanT']?.text)).toEqual(['Hope scale']);
  });
});

describe('a time as reports give it', () => {
  it.each([
    ['12', 12],
    ['12 weeks', 12],
    ['6 months', 26.1],
    ['6 maanden', 26.1],
    ['90 days', 12.9],
    ['1,5 year', 78.3],
    ['1 jaar', 52.2],
  ])('%s is %d weeks', (text, weeks) => expect(weeksOfText(text)).toBe(weeks));
  it.each(['', 'soon', '< 6 months', '-3', '6 moons'])('"%s" is none', (text) =>
    expect(weeksOfText(text)).toBeUndefined(),
  );
});

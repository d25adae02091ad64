import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareExtractions,
  effectOfResult,
  mergeExtractions,
  type ExtractionContent,
} from '@shared/extraction';
import { planDemonstration } from '@shared/demonstration';

const protocolEffect = { measure: 'SMD', varianceFormula: 'esc' } as const;
const cells = (values: { readonly [field: string]: number }) =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { text: String(value), value }]));

describe('the effect of a result', () => {
  const anyArms = fc.record({
    meanT: fc.double({ min: -50, max: 50, noNaN: true }),
    sdT: fc.double({ min: 0.5, max: 20, noNaN: true }),
    nT: fc.integer({ min: 5, max: 300 }),
    meanC: fc.double({ min: -50, max: 50, noNaN: true }),
    sdC: fc.double({ min: 0.5, max: 20, noNaN: true }),
    nC: fc.integer({ min: 5, max: 300 }),
  });
  const effect = (values: { readonly [field: string]: number }, higherIsBetter = true): number => {
    const computed = effectOfResult(
      { shape: 'means-sds', input: cells(values), higherIsBetter },
      protocolEffect,
    );
    if (!computed.ok) throw new Error(computed.error.code);
    return computed.value.estimate;
  };

  it('has its direction applied exactly once', () => {
    fc.assert(
      fc.property(anyArms, (arms) => {
        expect(effect(arms, false)).toBeCloseTo(-effect(arms, true), 12);
      }),
    );
  });

  it('turns its sign when the arms are swapped, and does not mind another scale', () => {
    fc.assert(
      fc.property(anyArms, fc.double({ min: 0.1, max: 10, noNaN: true }), (arms, scale) => {
        const { meanT, sdT, nT, meanC, sdC, nC } = arms;
        expect(effect({ meanT: meanC, sdT: sdC, nT: nC, meanC: meanT, sdC: sdT, nC: nT })).toBeCloseTo(
          -effect(arms),
          9,
        );
        expect(
          effect({ meanT: meanT * scale, sdT: sdT * scale, nT, meanC: meanC * scale, sdC: sdC * scale, nC }),
        ).toBeCloseTo(effect(arms), 9);
      }),
    );
  });

  it('of a ready-made effect is taken as it stands', () => {
    const computed = effectOfResult(
      { shape: 'generic-se', input: cells({ estimate: 0.2, se: 0.1 }), higherIsBetter: false },
      protocolEffect,
    );
    expect(computed).toMatchObject({ ok: true, value: { estimate: 0.2, turned: false } });
  });

  it('is refused with a reason, never with a wrong number', () => {
    const refused = effectOfResult(
      {
        shape: 'two-by-two',
        input: cells({ eventsT: 12, nT: 10, eventsC: 1, nC: 10 }),
        higherIsBetter: true,
      },
      protocolEffect,
    );
    expect(refused).toEqual({ ok: false, error: { code: 'events-exceed-n' } });
  });
});

describe('two extractions of one study', () => {
  const plan = planDemonstration('en');
  const contents = plan.steps.flatMap((step): ExtractionContent[] =>
    'command' in step && step.command.do === 'saveExtraction' ? [step.command.content] : [],
  );
  const [first, second] = contents.slice(-2);

  it('differ in the one number that was misread, and merge into the chosen side', () => {
    if (!first || !second) throw new Error('The demonstration has no pair of extractions');
    const differences = compareExtractions(first, second);
    expect(differences.map(({ field, first: a, second: b }) => [field, a, b])).toEqual([
      ['sdC', '5.1', '1.5'],
    ]);
    const line = differences[0]?.line ?? '';
    expect(mergeExtractions(first, second, { [line]: 'first' }).results).toEqual(first.results);
    expect(compareExtractions(mergeExtractions(first, second, { [line]: 'second' }), second)).toEqual([]);
  });

  it('that are equal ask nothing', () => {
    if (!first) throw new Error('The demonstration has no extraction');
    expect(compareExtractions(first, structuredClone(first))).toEqual([]);
    expect(mergeExtractions(first, first, {})).toEqual(first);
  });
});

import { combineEventArms, combineMeanArms } from '../effect-size';
import type { Cell, ExtractedResult } from './content';

/**
 * Trials with more than two arms: nobody is counted twice (Cochrane Handbook 23.3.4). The people of an arm that stands in
 * several comparisons are divided among them, or the arms that are compared with it are put together.
 */

export type SharedArmHandling = 'split' | 'combined';

/** A result as it is analysed, with what was done about arms it shares with others. */
export type UnsharedResult = {
  readonly result: ExtractedResult;
  readonly shared?: SharedArmHandling;
  /** What the variance grows by where people cannot be divided in the numbers themselves: 1/n more, this many times. */
  readonly extra?: { readonly T: number; readonly C: number };
  /** Ids of the results put together in this one; empty where none were. */
  readonly of: readonly string[];
};

/** Forms whose numbers can be divided and put together as they are. */
const divisible: { readonly [shape: string]: readonly (readonly [arm: 'T' | 'C', field: string])[] } = {
  'means-sds': [
    ['T', 'nT'],
    ['C', 'nC'],
  ],
  'change-scores-sd': [
    ['T', 'nT'],
    ['C', 'nC'],
  ],
  'two-by-two': [
    ['T', 'eventsT'],
    ['T', 'nT'],
    ['C', 'eventsC'],
    ['C', 'nC'],
  ],
};

/** Deals with shared arms among results of one study; results that share nothing come out as they are. */
export function withoutSharing(
  results: readonly ExtractedResult[],
  handling: 'keep' | 'split' | 'combine',
): UnsharedResult[] {
  if (handling === 'keep') return results.map((result) => ({ result, of: [] }));
  const done = new Set<string>();
  return results.flatMap((result): UnsharedResult[] => {
    if (done.has(result.id)) return [];
    const beside = results.filter((other) => sameMeasure(other, result));
    const withControl = beside.filter(({ armC }) => armC === result.armC);
    const withIntervention = beside.filter(({ armT }) => armT === result.armT);
    const inC = new Set(withControl.map(({ armT }) => armT)).size;
    const inT = new Set(withIntervention.map(({ armC }) => armC)).size;
    if (inC < 2 && inT < 2) return [{ result, of: [] }];
    // Putting arms together makes sense on one side only: several interventions against one control.
    const united =
      handling === 'combine' && inT === 1 && inC === withControl.length ? combined(withControl) : undefined;
    if (united) {
      for (const { id } of withControl) done.add(id);
      return [{ result: united, shared: 'combined', of: withControl.map(({ id }) => id) }];
    }
    return [divided(result, inT, inC)];
  });
}

const sameMeasure = (a: ExtractedResult, b: ExtractedResult): boolean =>
  a.domainId === b.domainId &&
  a.instrument === b.instrument &&
  a.outcome === b.outcome &&
  a.timepoint.label === b.timepoint.label &&
  a.timepoint.weeks === b.timepoint.weeks &&
  a.shape === b.shape;

function divided(result: ExtractedResult, inT: number, inC: number): UnsharedResult {
  const fields = divisible[result.shape];
  if (!fields) return { result, shared: 'split', extra: { T: inT - 1, C: inC - 1 }, of: [] };
  const input = { ...result.input };
  for (const [arm, field] of fields) {
    const cell = input[field];
    const by = arm === 'T' ? inT : inC;
    if (cell && cell.value !== null && by > 1) input[field] = { ...cell, value: cell.value / by };
  }
  return { result: { ...result, input }, shared: 'split', of: [] };
}

/** Several intervention arms as one; undefined where the form does not give it. */
function combined(results: readonly ExtractedResult[]): ExtractedResult | undefined {
  const [first] = results;
  if (!first) return undefined;
  const read = (result: ExtractedResult, field: string): number => result.input[field]?.value ?? Number.NaN;
  const cell = (value: number): Cell => ({ text: String(Number(value.toPrecision(12))), value });
  if (first.shape === 'means-sds') {
    const arm = combineMeanArms(
      results.map((one) => ({ mean: read(one, 'meanT'), sd: read(one, 'sdT'), n: read(one, 'nT') })),
    );
    if (typeof arm === 'string' || !Number.isFinite(arm.mean + arm.sd + arm.n)) return undefined;
    return {
      ...first,
      input: { ...first.input, meanT: cell(arm.mean), sdT: cell(arm.sd), nT: cell(arm.n) },
    };
  }
  if (first.shape === 'two-by-two') {
    const arm = combineEventArms(
      results.map((one) => ({ events: read(one, 'eventsT'), n: read(one, 'nT') })),
    );
    if (typeof arm === 'string' || !Number.isFinite(arm.events + arm.n)) return undefined;
    return { ...first, input: { ...first.input, eventsT: cell(arm.events), nT: cell(arm.n) } };
  }
  return undefined;
}

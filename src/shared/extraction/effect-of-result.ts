import { computeEffect, oriented, shapeById, type EffectError } from '../effect-size';
import { err, ok, type Result } from '../kernel';
import type { Protocol } from '../protocol';
import type { ExtractedResult } from './content';

/** An extracted result as an effect: positive favours the intervention, whatever the direction of the instrument. */
export type ResultEffect = {
  readonly estimate: number;
  readonly se: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  /** The shape that was computed, and where its formula is from. */
  readonly shape: string;
  readonly source: string;
  /** The sign was turned because lower scores (or fewer events) are better. */
  readonly turned: boolean;
};

/** The shapes the extraction form offers, with their number fields in the order of the form. */
export const extractionShapes = [
  { id: 'means-sds', fields: ['meanT', 'sdT', 'nT', 'meanC', 'sdC', 'nC'] },
  { id: 'means-ses', fields: ['meanT', 'seT', 'nT', 'meanC', 'seC', 'nC'] },
  { id: 'two-by-two', fields: ['eventsT', 'nT', 'eventsC', 'nC'] },
  { id: 'generic-se', fields: ['estimate', 'se'] },
  { id: 'generic-ci', fields: ['estimate', 'ciLow', 'ciHigh'] },
] as const;
export type ExtractionShapeId = (typeof extractionShapes)[number]['id'];

/** Effects that are typed as they will be used: the form says that positive favours the intervention. */
const alreadyOriented: ReadonlySet<string> = new Set(['generic-se', 'generic-ci']);

/**
 * The effect of a result under the protocol's measure and variance formula. The direction is applied here and nowhere
 * else. A table of events is turned into a standardised mean difference where the protocol pools those (Chinn 2000).
 */
export function effectOfResult(
  result: Pick<ExtractedResult, 'shape' | 'input' | 'higherIsBetter'>,
  effect: Protocol['effect'],
): Result<ResultEffect, EffectError> {
  const values: { [field: string]: number } = {};
  for (const [field, cell] of Object.entries(result.input))
    if (cell.value !== null) values[field] = cell.value;
  const asSmd = result.shape === 'two-by-two' && (effect.measure === 'SMD' || effect.measure === 'MD');
  const shapeId = asSmd ? 'two-by-two-to-smd' : result.shape;
  const shape = shapeById(shapeId);
  if (!shape) return err({ code: 'not-supported' });
  const measure = asSmd ? 'OR2DL' : effect.measure;
  const computed = computeEffect(shapeId, values, { measure, varianceFormula: effect.varianceFormula });
  if (!computed.ok) return computed;
  const turned = !alreadyOriented.has(shapeId) && !result.higherIsBetter;
  const final = oriented(computed.value, !turned);
  if (typeof final === 'string') return err({ code: final });
  const { yi, sei, ciLow, ciHigh } = final;
  if (
    typeof yi !== 'number' ||
    typeof sei !== 'number' ||
    typeof ciLow !== 'number' ||
    typeof ciHigh !== 'number'
  ) {
    return err({ code: 'bad-input' });
  }
  return ok({ estimate: yi, se: sei, ciLow, ciHigh, shape: shapeId, source: shape.source, turned });
}

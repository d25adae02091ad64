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

export type PrintedNumber = { readonly value: number; readonly ambiguous: boolean };

/**
 * Reads a number as papers print it: decimal comma or point or middle dot, U+2212 and other minus signs, spaces and
 * thousands separators, a percent sign. "1,234" could be either; it is read as a decimal and marked.
 */
export function numberAsPrinted(text: string): PrintedNumber | undefined {
  const plain = text
    .replace(/[\u2212\u2010-\u2015\uFE63\uFF0D]/gu, '-')
    .replace(/[\u00B7\u2219\u22C5]/gu, '.')
    .replace(/[\s\u00A0\u2009\u202F]|%$/gu, '');
  const match = /^([+-]?)(\d{0,15})((?:[.,]\d{3})*)(?:([.,])(\d*))?$/u.exec(plain);
  if (!match || !/\d/u.test(plain)) return undefined;
  const [, sign = '', lead = '', groups = '', , fraction] = match;
  const negative = sign === '-' ? -1 : 1;
  if (groups === '')
    return { value: negative * Number(`${lead === '' ? '0' : lead}.${fraction || '0'}`), ambiguous: false };
  const groupSign = groups[0];
  const oneGroup = groups.length === 4 && fraction === undefined;
  // A single group of three after a point or comma: "1.234" and "1,234" are most often decimals in a table of results.
  if (oneGroup)
    return {
      value: negative * Number(`${lead === '' ? '0' : lead}.${groups.slice(1)}`),
      ambiguous: lead !== '0' && lead !== '' && groupSign === ',',
    };
  return {
    value: negative * Number(`${lead}${groups.replace(/[.,]/gu, '')}.${fraction || '0'}`),
    ambiguous: false,
  };
}

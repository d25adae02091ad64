import { computeEffect, inflated, oriented, type EffectError, type EffectValues } from '../effect-size';
import { err, ok, type Result } from '../kernel';
import type { Protocol } from '../protocol';
import { ownRoute, routeTo, type AnalysisRoute, type EffectScale } from './analysis-route';
import type { ExtractedResult } from './content';
import { chainOf, type ChainStep } from './effect-chain';
import { inputOfForm, optionsOfForm } from './form-input';
import { shapeForm, usualSign, type ShapeForm } from './shape-forms';

/** An extracted result as an effect: positive favours the intervention, whatever the direction of the instrument. */
export type ResultEffect = {
  /** Ratios as natural logarithms. */
  readonly estimate: number;
  readonly se: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly scale: EffectScale;
  /** The shape that was computed, its formula in signs, and where that is from. */
  readonly shape: string;
  readonly formula: string;
  readonly source: string;
  /** The sign was turned because lower scores (or fewer events) are better. */
  readonly turned: boolean;
  /** From what the report says to what is analysed. */
  readonly chain: readonly ChainStep[];
};

type Extracted = Pick<
  ExtractedResult,
  'shape' | 'input' | 'higherIsBetter' | 'options' | 'signAs' | 'heedsClusters'
>;

/** What the variance is to be multiplied by because people came in clusters; 1 where they did not. */
export type DesignFactor = number;

/**
 * The effect of a result under the protocol's measure and variance formula. The direction is applied here and nowhere
 * else. Numbers that do not give the protocol's measure are refused (`not-supported`).
 */
export function effectOfResult(
  result: Extracted,
  effect: Protocol['effect'],
  designEffect: DesignFactor = 1,
): Result<ResultEffect, EffectError> {
  const form = shapeForm(result.shape);
  const route = form && routeTo(form, effect.measure, result.input['ratioType']?.text || undefined);
  return form && route ? along(route, form, result, effect, designEffect) : err({ code: 'not-supported' });
}

/** The effect on whatever scale the numbers give, to look at; results on another scale than the protocol's do not pool. */
export function effectAsGiven(
  result: Extracted,
  effect: Protocol['effect'],
  designEffect: DesignFactor = 1,
): Result<ResultEffect, EffectError> {
  const form = shapeForm(result.shape);
  if (!form) return err({ code: 'not-supported' });
  const ratioType = result.input['ratioType']?.text || undefined;
  return along(
    routeTo(form, effect.measure, ratioType) ?? ownRoute(form, ratioType),
    form,
    result,
    effect,
    designEffect,
  );
}

function along(
  route: AnalysisRoute,
  form: ShapeForm,
  result: Extracted,
  { varianceFormula }: Protocol['effect'],
  designEffect: DesignFactor,
): Result<ResultEffect, EffectError> {
  const computing = shapeForm(route.shape) ?? form;
  const formulas = computing.options.find(({ name }) => name === 'varianceFormula')?.choices ?? [];
  const computed = computeEffect(route.shape, inputOfForm(form, result.input), {
    ...(formulas.includes(varianceFormula) ? { varianceFormula } : {}),
    ...optionsOfForm(form, result.options ?? {}),
    ...route.options,
  });
  if (!computed.ok) return computed;
  const asBenefit = (result.signAs ?? usualSign(result.shape)) === 'benefit';
  const turned = !asBenefit && !result.higherIsBetter;
  const clustered = designEffect !== 1 && !result.heedsClusters && !result.shape.startsWith('cluster-');
  const heeded = clustered
    ? { ...inflated(computed.value, designEffect), designEffect, seBefore: computed.value['sei'] ?? null }
    : computed.value;
  const final = oriented(heeded, !turned);
  if (typeof final === 'string') return err({ code: final });
  const numbers = effectNumbers(final);
  if (!numbers) return err({ code: 'bad-input' });
  return ok({
    ...numbers,
    scale: route.scale,
    shape: route.shape,
    formula: computing.formula,
    source: computing.source,
    turned,
    chain: chainOf({ form, result, route, values: final, turned, asBenefit }),
  });
}

function effectNumbers({
  yi,
  sei,
  ciLow,
  ciHigh,
}: EffectValues): Pick<ResultEffect, 'estimate' | 'se' | 'ciLow' | 'ciHigh'> | undefined {
  return typeof yi === 'number' &&
    typeof sei === 'number' &&
    typeof ciLow === 'number' &&
    typeof ciHigh === 'number'
    ? { estimate: yi, se: sei, ciLow, ciHigh }
    : undefined;
}

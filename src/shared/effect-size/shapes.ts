import { err, ok, type Result } from '../kernel/result';
import { ancovaShapes } from './ancova';
import { binaryShapes } from './binary';
import { changeScoreShapes } from './change-scores';
import { clusterShapes } from './cluster';
import { compositeShapes } from './composites';
import { correlationShapes } from './correlations';
import { crossoverShapes } from './crossover';
import { differenceShapes } from './differences';
import { directionShapes } from './direction';
import type { EffectError, EffectValues } from './effect';
import { genericShapes } from './generic';
import { meansShapes } from './means';
import { meansSetShapes } from './means-set';
import { medianShapes } from './medians';
import { multiArmShapes } from './multi-arm';
import { nntShapes } from './nnt';
import { prePostShapes } from './pre-post';
import { rateShapes } from './rates';
import { ratioShapes } from './ratios';
import { regressionShapes } from './regression';
import { scaleShapes } from './scales';
import type { Shape } from './shape';
import { statisticShapes } from './test-statistics';

/** Every shape Concord understands: those a report may give, and the tools of the analyst (family `tool`). */
export const effectShapes: readonly Shape[] = [
  ...meansShapes,
  ...changeScoreShapes,
  ...prePostShapes,
  ...differenceShapes,
  ...statisticShapes,
  ...genericShapes,
  ...ancovaShapes,
  ...regressionShapes,
  ...binaryShapes,
  ...rateShapes,
  ...ratioShapes,
  ...medianShapes,
  ...correlationShapes,
  ...clusterShapes,
  ...crossoverShapes,
  ...multiArmShapes,
  ...compositeShapes,
  ...scaleShapes,
  ...directionShapes,
  ...nntShapes,
  ...meansSetShapes,
];

const byId = new Map(effectShapes.map((shape) => [shape.id, shape]));

export const shapeById = (id: string): Shape | undefined => byId.get(id);

/**
 * Turns the numbers of a report into an effect. Nothing is guessed: a missing or impossible number is refused by name.
 * An estimate or variance that is not a finite number is refused too (`bad-input`).
 */
export function computeEffect(
  id: string,
  input: { readonly [field: string]: unknown },
  options: { readonly [option: string]: unknown } = {},
): Result<EffectValues, EffectError> {
  const shape = byId.get(id);
  if (!shape) return err({ code: 'not-supported' });
  const outcome = shape.run(input, options);
  if ('code' in outcome)
    return err(
      outcome.field === undefined ? { code: outcome.code } : { code: outcome.code, field: outcome.field },
    );
  return Object.values(outcome.values).every((value) => typeof value !== 'number' || Number.isFinite(value))
    ? ok(outcome.values)
    : err({ code: 'bad-input' });
}

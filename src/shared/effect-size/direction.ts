import { tableEffect, tableFields } from './binary';
import type { EffectErrorCode, EffectValues } from './effect';
import { twoArmEffect, twoArmFields } from './means';
import { smdOnly, tableOptions } from './options';
import { flag, shape, type Shape } from './shape';

/**
 * Turns an effect so that positive favours the intervention. The one place where a direction is applied; limits change
 * places, ratios become their inverse, the unturned value is kept as `rawYi`.
 */
export function oriented(
  effect: EffectValues | EffectErrorCode,
  positiveIsBetter: boolean,
): EffectValues | EffectErrorCode {
  if (typeof effect === 'string') return effect;
  const { yi, ciLow, ciHigh, ratio, ratioLow, ratioHigh } = effect;
  if (typeof yi !== 'number' || typeof ciLow !== 'number' || typeof ciHigh !== 'number') return effect;
  if (positiveIsBetter) return { ...effect, rawYi: yi };
  const turned = { ...effect, rawYi: yi, yi: 0 - yi, ciLow: 0 - ciHigh, ciHigh: 0 - ciLow };
  if (typeof ratio !== 'number' || typeof ratioLow !== 'number' || typeof ratioHigh !== 'number')
    return turned;
  return { ...turned, ratio: 1 / ratio, ratioLow: 1 / ratioHigh, ratioHigh: 1 / ratioLow };
}

export const directionShapes: readonly Shape[] = [
  shape({
    id: 'direction',
    family: 'tool',
    fields: { ...twoArmFields, higherIsBetter: flag },
    options: smdOnly,
    formula: 'g, sign turned where lower scores are better',
    source: 'Hedges 1981',
    compute: ({ higherIsBetter, ...arms }, options) => oriented(twoArmEffect(arms, options), higherIsBetter),
  }),
  shape({
    id: 'direction-binary',
    family: 'tool',
    fields: { ...tableFields, eventIsGood: flag },
    options: tableOptions,
    formula: 'log ratio, sign turned where the event is undesirable',
    source: 'Cochrane Handbook 10.4',
    compute: ({ eventIsGood, ...table }, options) => oriented(tableEffect(table, options), eventIsGood),
  }),
];

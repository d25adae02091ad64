import { tableEffect, tableFields, tableOf } from './binary';
import type { EffectErrorCode, EffectValues } from './effect';
import { twoArmEffect, twoArmFields } from './means';
import type { Shape } from './shape';

/**
 * Turns an effect so that positive favours the intervention. The one place where a direction is applied; limits change
 * places, the unturned value is kept as `rawYi`.
 */
export function oriented(
  effect: EffectValues | EffectErrorCode,
  positiveIsBetter: boolean,
): EffectValues | EffectErrorCode {
  if (typeof effect === 'string') return effect;
  const { yi, ciLow, ciHigh } = effect;
  if (typeof yi !== 'number' || typeof ciLow !== 'number' || typeof ciHigh !== 'number') return effect;
  if (positiveIsBetter) return { ...effect, rawYi: yi };
  return { ...effect, rawYi: yi, yi: 0 - yi, ciLow: 0 - ciHigh, ciHigh: 0 - ciLow };
}

export const directionShapes: readonly Shape[] = [
  {
    id: 'direction',
    fields: [...twoArmFields, { name: 'higherIsBetter', kind: 'boolean' }],
    source: 'Sign turned where lower scores are better',
    compute: (input, options) =>
      oriented(
        twoArmEffect(
          {
            meanT: input.number('meanT'),
            sdT: input.number('sdT'),
            nT: input.number('nT'),
            meanC: input.number('meanC'),
            sdC: input.number('sdC'),
            nC: input.number('nC'),
          },
          options,
        ),
        input.flag('higherIsBetter'),
      ),
  },
  {
    id: 'direction-binary',
    fields: [...tableFields, { name: 'eventIsGood', kind: 'boolean' }],
    source: 'Sign turned where the event is undesirable',
    compute: (input, options) => oriented(tableEffect(tableOf(input), options), input.flag('eventIsGood')),
  },
];

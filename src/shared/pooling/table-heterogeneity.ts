import { sumOver } from '../statistics';
import { at } from '../statistics';
import { i2OfQ, qTest, type QTest } from './heterogeneity';

/** Q of studies' own effects around a given common effect, and the Q-based I² in percent. */
export function qAround(
  effects: readonly { readonly yi: number; readonly vi: number }[],
  centre: number,
): QTest & { readonly I2: number } {
  const weights = effects.map((effect) => 1 / effect.vi);
  const deviations = effects.map((effect) => effect.yi - centre);
  const q = sumOver(effects.length, (i) => at(weights, i) * at(deviations, i) ** 2);
  const df = Math.max(0, effects.length - 1);
  return { ...qTest(q, df), I2: df === 0 ? 0 : i2OfQ(q, df) };
}

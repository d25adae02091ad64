import { computeEffect } from '../effect-size';
import { i2OfQ, qTest, type QTest } from './heterogeneity';
import { isUninformative, type Table, type TableMeasure } from './tables';

type Effect = { readonly yi: number; readonly vi: number };

/** The effects of the informative tables, 0.5 added to all cells of a table with an empty one. */
export const effectsOfTables = (tables: readonly Table[], measure: TableMeasure): readonly Effect[] =>
  tables
    .filter((table) => !isUninformative(table))
    .map((table) => {
      const effect = computeEffect('two-by-two', table, { measure });
      const { yi, vi } = effect.ok ? effect.value : {};
      if (typeof yi !== 'number' || typeof vi !== 'number')
        throw new Error('A checked table must have an effect');
      return { yi, vi };
    });

/** Q of studies' own effects around a given common effect, and the Q-based I² in percent. */
export function qAround(effects: readonly Effect[], centre: number): QTest & { readonly I2: number } {
  const q = effects.reduce((sum, { yi, vi }) => sum + (yi - centre) ** 2 / vi, 0);
  const df = Math.max(0, effects.length - 1);
  return { ...qTest(q, df), I2: df === 0 ? 0 : i2OfQ(q, df) };
}

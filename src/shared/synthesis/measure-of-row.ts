import type { PoolingSheet, PoolingSheetRow } from '../export';
import { effectOfResult } from '../extraction';
import { effectMeasures, varianceFormulas } from '../protocol';

export type MeasureName = (typeof effectMeasures)[number];

export const measureNamed = (name: string): MeasureName =>
  effectMeasures.find((measure) => measure === name) ?? 'SMD';

/** Ratios are pooled as logarithms. */
export const scaleOf = (measure: MeasureName): 'linear' | 'log' =>
  measure === 'OR' || measure === 'RR' ? 'log' : 'linear';

const isMeans = (measure: MeasureName): boolean => measure === 'SMD' || measure === 'MD';

const rawForms = [
  { shape: 'means-sds', fields: ['meanT', 'sdT', 'nT', 'meanC', 'sdC', 'nC'] },
  { shape: 'two-by-two', fields: ['eventsT', 'nT', 'eventsC', 'nC'] },
] as const;

/**
 * The row's effect under another measure, from its numbers as extracted; null where they do not give it. A ready
 * effect is used by the raw numbers beside it, if there are any. Events are no mean difference, means are no ratio.
 */
export function effectWithMeasure(
  row: Pick<PoolingSheetRow, 'shape' | 'values' | 'higherIsBetter' | 'designEffect'>,
  measureName: string,
  sheet: Pick<PoolingSheet, 'varianceFormula'>,
): { readonly estimate: number; readonly se: number } | null {
  const measure = measureNamed(measureName);
  const form = row.shape.startsWith('generic')
    ? rawForms.find(({ fields }) => fields.every((field) => row.values[field] !== undefined))
    : { shape: row.shape, fields: Object.keys(row.values) };
  if (!form) return null;
  if (form.shape === 'two-by-two' && measure === 'MD') return null;
  if (form.shape.startsWith('means') && !isMeans(measure)) return null;
  const effect = effectOfResult(
    {
      shape: form.shape,
      higherIsBetter: row.higherIsBetter,
      input: Object.fromEntries(
        form.fields.map((field) => {
          const value = row.values[field] ?? null;
          return [field, { text: String(value ?? ''), value }];
        }),
      ),
    },
    {
      measure,
      varianceFormula: varianceFormulas.find((formula) => formula === sheet.varianceFormula) ?? 'LS',
    },
    row.designEffect,
  );
  return effect.ok && effect.value.se > 0 ? { estimate: effect.value.estimate, se: effect.value.se } : null;
}

import { assertNever } from '../kernel/assert-never';
import type { Table, TableMeasure } from './tables';

/**
 * The effect of one informative table on the analysis scale, 0.5 added to all four cells when one is zero. Variances
 * by the delta method.
 */
export function tableEffect(
  table: Table,
  measure: TableMeasure,
): { readonly yi: number; readonly vi: number } {
  const a = table.eventsT;
  const b = table.nT - table.eventsT;
  const c = table.eventsC;
  const d = table.nC - table.eventsC;
  const add = a === 0 || b === 0 || c === 0 || d === 0 ? 0.5 : 0;
  return effectOfCells(a + add, b + add, c + add, d + add, measure);
}

function effectOfCells(
  a: number,
  b: number,
  c: number,
  d: number,
  measure: TableMeasure,
): { yi: number; vi: number } {
  const nT = a + b;
  const nC = c + d;
  switch (measure) {
    case 'OR':
      return { yi: Math.log((a * d) / (b * c)), vi: 1 / a + 1 / b + 1 / c + 1 / d };
    case 'RR':
      return { yi: Math.log(a / nT / (c / nC)), vi: 1 / a - 1 / nT + 1 / c - 1 / nC };
    case 'RD':
      return { yi: a / nT - c / nC, vi: (a * b) / nT ** 3 + (c * d) / nC ** 3 };
    default:
      return assertNever(measure, 'measure');
  }
}

import { numberAsPrinted } from './printed-number';

const perUnit: readonly (readonly [unit: RegExp, weeks: number])[] = [
  [/^(?:d|days?|dag(?:en)?)$/u, 1 / 7],
  [/^(?:|w|wks?|weeks?|weken|week)$/u, 1],
  [/^(?:m|mo|mos|mnd|months?|maand(?:en)?)$/u, 365.25 / 7 / 12],
  [/^(?:y|yrs?|years?|jr|jaar|jaren)$/u, 365.25 / 7],
];

/**
 * A time as a report gives it ("12", "6 months", "90 dagen"), in weeks with one decimal; bare numbers are weeks. A month
 * is a twelfth of 365.25 days. Undefined where it is no time.
 */
export function weeksOfText(text: string): number | undefined {
  const parts = /^(.*?)[\s\u00A0-]*([a-z]*)\.?$/u.exec(text.trim().toLowerCase());
  const number = numberAsPrinted(parts?.[1] ?? '');
  const factor = perUnit.find(([unit]) => unit.test(parts?.[2] ?? ''))?.[1];
  if (!number || number.bound !== undefined || factor === undefined || number.value < 0) return undefined;
  return factor === 1 ? number.value : Math.round(number.value * factor * 10) / 10;
}

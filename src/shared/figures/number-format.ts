/** Numbers as a language writes them, with a real minus sign, so that figures read well and columns align. */
export type NumberFormat = (value: number, decimals: number) => string;

/** The formatter of a language tag such as `en` or `nl`. A value that rounds to zero has no sign. */
export function numberFormat(language: string): NumberFormat {
  const formats = new Map<number, Intl.NumberFormat>();
  return (value, decimals) => {
    let format = formats.get(decimals);
    if (format === undefined) {
      format = new Intl.NumberFormat(language, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        useGrouping: false,
      });
      formats.set(decimals, format);
    }
    const text = format.format(value);
    return (/[1-9]/.test(text) ? text : text.replace('-', '')).replace('-', '−');
  };
}

/** A p-value: three decimals, two above 0.2, and "< 0.001" below that. `less` is the sign of the language, `p` included by the caller. */
export const pValueText = (p: number, format: NumberFormat): string =>
  p < 0.001 ? `< ${format(0.001, 3)}` : `= ${format(p, p < 0.2 ? 3 : 2)}`;

/**
 * One cell of a CSV (RFC 4180). A text that a spreadsheet would run as a formula (leading = + - @, tab, return) gets an
 * apostrophe; numbers are written as numbers.
 */
export function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const harmless =
    /^[=+\-@\t\r]/u.test(value) && !/^[+-]?\d+(?:[.,]\d+)?$/u.test(value) ? `'${value}` : value;
  return /[",;\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Rows as CSV with CRLF; the first row is the header. */
export const csvText = (rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

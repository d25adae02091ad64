/** Number formats of SpreadsheetML that show dates (ECMA-376 part 1, 18.8.30), those of East Asian versions among them. */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 17) ||
  format === 22 ||
  (format >= 27 && format <= 36) ||
  (format >= 50 && format <= 58);

/** Whether a number format shows a date: a built-in one, or a code that names years, or months and days. */
export function isDateFormat(format: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(format);
  const bare = code.replace(/"[^"]{0,200}"|\[[^\]]{0,200}\]|\\./g, '');
  return /y/i.test(bare) || (/d/i.test(bare) && /m/i.test(bare));
}

const DAY = 86_400_000;
/** Day 0 of the 1900 system, which counts a 29 February 1900 that never was; and of the 1904 system. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** A serial number of days as "2019-03-05"; a value that is no date of the years 1900 to 9999 stays as it is. */
export function dateText(value: string, since1904: boolean): string {
  const serial = Number(value);
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return value.trim();
  const days = Math.floor(serial);
  const date = new Date((since1904 ? EPOCH_1904 : EPOCH_1900) + days * DAY);
  return date.toISOString().slice(0, 10);
}

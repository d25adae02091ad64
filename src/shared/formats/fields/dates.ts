/** The earliest and latest year taken for a year of publication. */
const EARLIEST = 1400;
const LATEST = 2100;

/**
 * The year of publication in a date as files print it: "2019//", "2018/05/03/", "2006 Jan 13", "20190115", "c2005",
 * "Mar. 2017", "2010-2011" (the first). Undefined where no run of digits is a year between 1400 and 2100.
 */
export function yearOf(value: string): number | undefined {
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    if (code < 48 || code > 57) continue;
    let end = i + 1;
    while (end < value.length && value.charCodeAt(end) >= 48 && value.charCodeAt(end) <= 57) end += 1;
    if (end - i === 4 || end - i === 6 || end - i === 8) {
      const year = Number(value.slice(i, i + 4));
      if (year >= EARLIEST && year <= LATEST) return year;
    }
    i = end;
  }
  return undefined;
}

/** Whether a date says more than its year ("2019//" does not, "2019 Jan" does). */
export const saysMoreThanYear = (value: string): boolean => !/^[\s\W]*\d{4}[\s\W]*$/.test(value);

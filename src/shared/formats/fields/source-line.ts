/** What a source line says of where a work appeared; what it does not give is absent. */
export type SourceLine = {
  readonly journal?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly year?: string;
};

/** A source line is read no further than this, in UTF-16 code units. */
const LONGEST = 400;
const year = /(?<![\d-])(?:1[89]|20)\d{2}(?![\d-])/g;
const pages =
  /(?:^|[:;,.(]|\bpp?)\s{0,2}(?:pp?\.?\s{0,2})?([A-Za-z]{0,3}\d{1,7}(?:[-\u2010-\u2015][A-Za-z]{0,3}\d{1,7})?)\s{0,2}[),.;]?/;

/**
 * Reads the source lines of Ovid and of older MEDLINE files: "Lancet. 397(10269):99-111, 2021 01 09.", "BMJ. 346:e8501,
 * 2013", "Schizophrenia Research. 12 (3) (pp 1-9), 2020.", "Journal of X. Vol.25(2), 2001, pp. 134-141." The journal is what
 * stands before the first number of a volume or year.
 */
export function sourceLineOf(text: string): SourceLine {
  const line = text.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  const numbers = /[.,;]? (?:Vol\.?\s?)?(\d{1,5}[A-Za-z]?)\b(?: ?\(([^()]{1,30})\))?/i.exec(line);
  const journal = (numbers === null ? line : line.slice(0, numbers.index))
    .replace(/ \([^()]{1,60}\)(?=[.,;\s]*$|,)[^()]*$/, '')
    .replace(/[.,;\s]+$/, '')
    .trim();
  if (numbers === null) return journal === '' ? {} : { journal };
  const [found, first = '', bracket] = numbers;
  const rest = line.slice(numbers.index + found.length);
  const years = line.slice(numbers.index).match(year) ?? [];
  const isVolume = !/^(?:1[89]|20)\d{2}$/.test(first) || /^\s?[:(]/.test(rest) || years.length > 1;
  const volume = isVolume ? first : undefined;
  const isPages = bracket !== undefined && /^pp?\b/i.test(bracket);
  const issue =
    bracket === undefined || isPages ? undefined : bracket.replace(/^(?:no|issue)\.?\s{0,2}/i, '');
  const page = isPages ? bracket.replace(/^pp?\.?\s{0,2}/i, '') : pagesIn(rest);
  const last = isVolume ? (years.find((one) => one !== first) ?? years[0] ?? line.match(year)?.[0]) : first;
  return {
    ...(journal === '' ? {} : { journal }),
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...(page === undefined ? {} : { pages: page }),
    ...(last === undefined ? {} : { year: last }),
  };
}

/** Pages stand behind a colon, or behind "p" or "pp"; a number alone may be a year. */
function pagesIn(rest: string): string | undefined {
  const colon = rest.indexOf(':');
  const named = /\bpp?\.?\s{0,2}(?=[A-Za-z]{0,3}\d)/i.exec(rest);
  const from = named !== null ? named.index + named[0].length : colon >= 0 ? colon + 1 : -1;
  if (from < 0) return undefined;
  const found = pages.exec(`:${rest.slice(from).trimStart()}`)?.[1];
  return found?.replace(/[\u2010-\u2015]/g, '-');
}

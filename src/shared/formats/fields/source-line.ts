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

/** "Journal of X August 2011;43(8):647-653", "Journal of X. 2007 15 June; 433-441." */
const yearFirst =
  /^(.{1,300}?)[.,]? (?:(?:[A-Z][a-z]{2,8})(?:[/-][A-Z][a-z]{2,8})?(?: \d{1,2},?)? )?((?:1[89]|20)\d{2})(?: [\dA-Z][\dA-Za-z ]{0,20})?; ?(?:(\d{1,5}[A-Za-z]?)(?:\(([^()]{1,30})\))?: ?)?([A-Za-z]{0,3}\d{1,7}(?:-[A-Za-z]{0,3}\d{1,7})?)\.?(?: |$)/;

/** "Roe, J [Editor]. Methods of inventing.:371-397, 2004." */
const inBook =
  /^(?:.{1,300}\[Editors?(?:,[^\][]{1,40})?\]\. )?(.{1,300}?)\.: ?([A-Za-z]{0,3}\d{1,7}(?:-[A-Za-z]{0,3}\d{1,7})?), (?:[^;]{0,30} )?((?:1[89]|20)\d{2})\b/;

/**
 * Reads the source lines of Ovid and of older MEDLINE files: "Lancet. 397(10269):99-111, 2021 01 09.", "BMJ. 346:e8501,
 * 2013", "Schizophrenia Research. 12 (3) (pp 1-9), 2020.", "Journal of X. Vol.25(2), 2001, pp. 134-141." The journal is what
 * stands before the first number of a volume or year.
 */
export function sourceLineOf(text: string): SourceLine {
  const line = text.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  const known = shaped(line);
  if (known !== undefined) return known;
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

/** The shapes of Ovid's journals and books, in which the year or the pages come first. */
function shaped(line: string): SourceLine | undefined {
  const book = inBook.exec(line);
  if (book !== null) return { journal: book[1] ?? '', pages: book[2] ?? '', year: book[3] ?? '' };
  const [found, journal = '', printed = '', volume, issue, page = ''] = yearFirst.exec(line) ?? [];
  if (found === undefined) return undefined;
  return {
    journal,
    year: printed,
    pages: page,
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
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

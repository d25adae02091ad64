/** Where in a journal a report stands: volume, issue, pages, each reduced to what databases agree on. */
export type NormalPlace = {
  readonly volume: string;
  readonly issue: string;
  /** First page and, where known, last; numbers without the letters around them. 0 where unknown. */
  readonly start: number;
  readonly end: number;
  /** Letters of the first page ("S", "e", "A"). */
  readonly letters: string;
  /** Article numbers, digits only, without leading zeros. */
  readonly articles: readonly string[];
};

const nothing =
  /^\W*(?:unknown|na|n\/a|not available|none|no pagination|n\.? ?pag\.?|in press|ahead of print)\W*$/i;
const months: { readonly [month: string]: number } = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** "21-Aug" and "Aug-21": a spreadsheet took pages 21-8 or 8-21 for a date. */
const spreadsheetDate = /^(?:(\d{1,2})[- ]([a-z]{3})|([a-z]{3})[- ](\d{1,2}))$/i;

export function normalPlace(
  volume: string | undefined,
  issue: string | undefined,
  pages: string | undefined,
  articleNumber: string | undefined,
): NormalPlace {
  const page = pagesOf(pages);
  return {
    volume: volumeOf(volume),
    issue: issueOf(issue) || issueOf(/\(([^)]*)/.exec(volume ?? '')?.[1]),
    ...page,
    articles: [articleNumber, page.start > 0 && page.end === 0 ? pages : undefined].flatMap((text) => {
      const digits = /\d{2,}/.exec(text ?? '')?.[0].replace(/^0+/, '');
      return digits ? [digits] : [];
    }),
  };
}

/** The first number of a volume; nothing for "1)" (the tail of "61 (Suppl. 1)"), supplements and the like. */
function volumeOf(volume: string | undefined): string {
  if (volume === undefined || nothing.test(volume) || /^\s*\w+\)/.test(volume) || /^\s*suppl/i.test(volume))
    return '';
  const number = /\d+/.exec(volume)?.[0];
  return number === undefined ? '' : number.replace(/^0+(?=\d)/, '');
}

function issueOf(issue: string | undefined): string {
  if (issue === undefined || nothing.test(issue)) return '';
  const number = /\d+/.exec(issue)?.[0] ?? '';
  return /suppl/i.test(issue) ? `s${number}` : number;
}

function pagesOf(pages: string | undefined): Pick<NormalPlace, 'start' | 'end' | 'letters'> {
  const unknown = { start: 0, end: 0, letters: '' };
  if (pages === undefined || nothing.test(pages)) return unknown;
  const text = pages
    .trim()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^(?:pp?|pg)\.?\s*(?=\d)/i, '');
  const date = spreadsheetDate.exec(text);
  const month = months[(date?.[2] ?? date?.[3] ?? '').toLowerCase()];
  if (date && month !== undefined) {
    const day = Number(date[1] ?? date[4]);
    const [start, end] = date[1] === undefined ? [month, day] : [day, month];
    return { start, end: completed(start, end), letters: '' };
  }
  const found = /([a-z]{0,4})\.?\s?0*(\d{1,9})/i.exec(text);
  if (!found) return unknown;
  const start = Number(found[2]);
  const rest = text.slice(found.index + found[0].length);
  const last = /^[a-z]{0,2}\s*-+\s*[a-z]{0,4}0*(\d{1,9})/i.exec(rest)?.[1];
  return {
    start,
    end: last === undefined ? 0 : completed(start, Number(last)),
    letters: (found[1] ?? '').toLowerCase(),
  };
}

/** "1095-103" ends on page 1103. */
function completed(start: number, end: number): number {
  if (end >= start) return end;
  const head = String(start);
  const tail = String(end);
  const whole = Number(head.slice(0, Math.max(0, head.length - tail.length)) + tail);
  return whole >= start ? whole : end;
}

export type PageRelation =
  | 'missing'
  /** Begins and ends on the same pages, three or more of them: room for one report only. */
  | 'range'
  | 'same'
  /** Ends on the same page; the first differs by a heading, or is a misprint (behind the last). */
  | 'near'
  /** A page or two off: a neighbour, or a misprint. */
  | 'close'
  | 'different';

export function relatePages(a: NormalPlace, b: NormalPlace): PageRelation {
  const article = a.articles.length > 0 && b.articles.some((number) => a.articles.includes(number));
  if (a.start === 0 || b.start === 0) return article ? 'same' : 'missing';
  const letters = a.letters === b.letters || a.letters === '' || b.letters === '';
  if (a.start === b.start && letters) return a.end === b.end && a.end >= a.start + 2 ? 'range' : 'same';
  if (article) return 'same';
  if (a.start === b.start) return 'close';
  // Journals that number articles count their pages from 1; the other record then names the article.
  const countsFromOne = (one: NormalPlace, other: NormalPlace): boolean =>
    one.start === 1 && one.end > 0 && other.end === 0;
  if (countsFromOne(a, b) || countsFromOne(b, a)) return 'missing';
  if (!letters) return 'different';
  const apart = Math.abs(a.start - b.start);
  const misprint = (a.end > 0 && a.end < a.start) || (b.end > 0 && b.end < b.start);
  if (a.end > 9 && a.end === b.end && (apart <= 3 || misprint)) return 'near';
  return apart <= 2 && Math.min(a.start, b.start) >= 20 ? 'close' : 'different';
}

export type NumberRelation = 'missing' | 'same' | 'different';

export const relateNumbers = (a: string, b: string): NumberRelation =>
  a === '' || b === '' ? 'missing' : a === b ? 'same' : 'different';

const dash = /[\u2010-\u2015\u2212]/;
const dashes = new RegExp(dash, 'g');
/** LaTeX writes a dash so. */
const doubled = /-{2,3}/g;

const withHyphens = (pages: string): string => {
  const single = dash.test(pages) ? pages.replace(dashes, '-') : pages;
  const plain = single.includes('--') ? single.replace(doubled, '-') : single;
  return plain.includes(' -') || plain.includes('- ') ? plain.replace(/(?<=\w) ?- ?(?=\w)/g, '-') : plain;
};

/**
 * Pages as printed, with plain hyphens and no spaces around them: `start` alone if it already is a range or there is no other end, else "start-end". Ends are not
 * completed ("1095" and "103" give "1095-103"): that is for whoever compares.
 */
export function pagesOf(start: string | undefined, end: string | undefined): string | undefined {
  const from = withHyphens(start?.trim() ?? '');
  const to = withHyphens(end?.trim() ?? '');
  if (from === '') return to === '' ? undefined : to;
  if (to === '' || to === from || from.includes('-', 1)) return from;
  return `${from}-${to}`;
}

/** Where the pages of an early article should stand EndNote users put its DOI ("DOI: 10.1111/j.1757"). */
export const isDoiForPages = (pages: string): boolean =>
  pages.length > 9 && /^\s*(?:doi:?\s{0,2}|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\//i.test(pages);

/** The number of an article that has no pages, as Web of Science writes it among pages ("UNSP e12345", "ARTN 1722034"). */
export const articleNumberIn = (pages: string): string | undefined =>
  /^(?:UNSP|ARTNO?)\s(\S.{0,30})$/i.exec(pages)?.[1];

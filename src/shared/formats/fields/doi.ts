import { decodeEntities } from './entities';

/**
 * Digital object identifiers: "10." + registrant (4 to 9 digits, may be subdivided) + "/" + suffix (ISO 26324; the DOI
 * Handbook 2.2). The suffix may hold any character; in the wild it ends at white space or a quotation mark.
 */

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Index just behind "10.<registrant>/" if a DOI starts at `at`, else -1. */
function suffixStart(text: string, at: number): number {
  let i = at + 3;
  let digits = 0;
  while (isDigit(text.charCodeAt(i)) && digits <= 9) {
    i += 1;
    digits += 1;
  }
  if (digits < 4 || digits > 9) return -1;
  while (text.charCodeAt(i) === 46 && isDigit(text.charCodeAt(i + 1))) {
    i += 1;
    while (isDigit(text.charCodeAt(i))) i += 1;
  }
  return text.charCodeAt(i) === 47 ? i + 1 : -1;
}

const endsDoi = /[\s"\u201c\u201d\u00ab\u00bb|]/;
const dashes = /[\u2010-\u2015\u2212]/g;
const percent = /%([0-7][0-9a-fA-F])/g;

const unescapePercent = (text: string): string =>
  text.includes('%')
    ? text.replace(percent, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

const counterpart: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

const count = (text: string, character: string): number => {
  let found = 0;
  for (let i = text.indexOf(character); i >= 0; i = text.indexOf(character, i + 1)) found += 1;
  return found;
};

/** Sentence marks and brackets that belong to the text around a DOI, not to it. */
function trimEnd(suffix: string): string {
  let end = suffix.length;
  while (end > 0) {
    const last = suffix.charAt(end - 1);
    if (".,;:'\u2019*\u200b".includes(last)) {
      end -= 1;
      continue;
    }
    const open = counterpart[last];
    if (open === undefined) break;
    const before = suffix.slice(0, end);
    if (count(before, open) >= count(before, last)) break;
    end -= 1;
  }
  return suffix.slice(0, end);
}

/** A DOI longer than this is a paste accident; the longest registered ones stay far below. */
const LONGEST_SUFFIX = 400;

function doiFrom(text: string, from: number, inUrl: boolean): string | undefined {
  for (let at = text.indexOf('10.', from); at >= 0; at = text.indexOf('10.', at + 1)) {
    if (at > 0 && (isDigit(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === 46)) continue;
    const start = suffixStart(text, at);
    if (start < 0) continue;
    let rest = text.slice(start, start + LONGEST_SUFFIX);
    if (rest.startsWith(' ')) rest = rest.trimStart();
    const stop = rest.search(endsDoi);
    let suffix = stop < 0 ? rest : rest.slice(0, stop);
    if (inUrl) suffix = withoutUrlTail(suffix);
    suffix = trimEnd(suffix);
    if (suffix === '') continue;
    return (text.slice(at, start) + suffix).replace(dashes, '-').toLowerCase();
  }
  return undefined;
}

/** Query, fragment and the page names publishers hang behind a DOI in their addresses. */
function withoutUrlTail(suffix: string): string {
  const cut = suffix.search(suffix.includes('<') ? /[&#]/ : /[?&#]/);
  const path = cut < 0 ? suffix : suffix.slice(0, cut);
  return path.replace(
    /(?:\/(?:abstract|full|fulltext|pdf|epdf|abs|meta|summary|html|pdfdirect))?(?:\.pdf|\.html?)?\/?$/i,
    '',
  );
}

/** A bare DOI in the form this program keeps, as most fields hold it: nothing to take off, decode or write small. */
const bareDoi = /^10\.\d{4,9}\/[\w.()/-]{0,200}[\da-z]$/;
const upperCase = /[A-Z]/;

/**
 * The bare DOI in a field that should hold one: lower case, no resolver or "doi:" prefix, percent escapes and character
 * references decoded (SICI suffixes keep their angle brackets), sentence marks behind it dropped. Undefined if there is none.
 */
export function normaliseDoi(value: string): string | undefined {
  if (bareDoi.test(value)) return upperCase.test(value) ? value.toLowerCase() : value;
  if (!value.includes('10.')) return undefined;
  const text = unescapePercent(decodeEntities(value));
  return doiFrom(text, 0, /^\s*https?:/i.test(value));
}

/** The first DOI anywhere in running text (a note, a source line), in the form of `normaliseDoi`. */
export function findDoi(text: string): string | undefined {
  return text.includes('10.') ? doiFrom(unescapePercent(decodeEntities(text)), 0, false) : undefined;
}

/** DOIs of database entries, not of the works they describe. */
const notOfTheWork = /^10\.1002\/central\//;

/**
 * The DOI an address names: a resolver (doi.org), a link resolver (`id=doi:`), a parameter (`doi=`) or a publisher's
 * path (`/doi/full/10…`). Undefined if the address names none, or only that of a database entry (CENTRAL).
 */
export function doiInUrl(url: string): string | undefined {
  if (!url.includes('10.')) return undefined;
  const decoded = decodeEntities(url);
  const named =
    /doi(?:[.-][a-z.-]{1,60})?(?::\d{1,5})?\/|(?:[?&]|^)(?:id=)?(?:info:)?doi(?:=|:|%3a|\/)(?:doi:)?/i.exec(
      decoded,
    );
  if (!named) return undefined;
  const start = named.index + named[0].length;
  const parameter = /[=:]$|%3a$/i.test(named[0]);
  const tail = decoded.slice(start);
  const value = unescapePercent(parameter ? (tail.split('&', 1)[0] ?? '') : tail);
  const found = doiFrom(value, 0, true);
  return found === undefined || notOfTheWork.test(found) ? undefined : found;
}

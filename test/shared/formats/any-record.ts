import {
  authorAsGiven,
  findRegistrations,
  plainText,
  readableText,
  saysMoreThanYear,
  yearOf,
} from '@shared/formats/fields';
import type { ParsedRecord } from '@shared/formats';
import * as fc from 'fast-check';

/**
 * Any record as a reader may deliver it: text without markup, references or uneven white space, in any script. What no
 * reader delivers (a keyword with a semicolon, an author that is only a comma) is left out.
 */
const words = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.stringMatching(/^[A-Za-z0-9ÄéßøŁñčαβ王小明Эффект,.:()'"/%+=@#*!?–—-]{1,12}$/),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => readableText(parts.join(' ')))
  .filter((text) => text !== '' && readableText(text) === text && plainText(text) === text && isStable(text));

const controls = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u;
const isStable = (text: string): boolean =>
  !/[;|&<]/.test(text) && !controls.test(text) && text.trim() === text && text.normalize('NFC') === text;

const name = fc
  .tuple(words, words)
  .map(([family, given]) => `${family.replaceAll(',', '')}, ${given.replaceAll(',', '')}`)
  .map((text) => readableText(text))
  .filter((text) => authorAsGiven(text) === text && /^[^\s,]/.test(text));

const year = fc.integer({ min: 1800, max: 2030 });
const digits = fc.stringMatching(/^[1-9][0-9]{0,4}$/);
const registration = fc
  .oneof(fc.stringMatching(/^NCT0[0-9]{7}$/), fc.stringMatching(/^ISRCTN[0-9]{8}$/))
  .filter((number) => findRegistrations(number)[0] === number);

export const anyRecord: fc.Arbitrary<ParsedRecord> = fc
  .record(
    {
      title: words,
      translatedTitle: words,
      authors: fc.array(name, { maxLength: 4 }),
      year,
      journal: words,
      journalAbbreviation: words,
      volume: digits,
      issue: fc.oneof(digits, fc.constant('Suppl 1')),
      pages: fc.oneof(
        digits,
        fc.tuple(digits, digits).map(([from, to]) => (from === to ? from : `${from}-${to}`)),
        fc.constant('e1234'),
      ),
      doi: fc
        .stringMatching(/^10\.[1-9][0-9]{3,5}\/[a-z0-9]{1,6}[a-z0-9.()/-]{0,6}[a-z0-9]$/)
        .filter((doi) => !/[()]/.test(doi)),
      pmid: fc.stringMatching(/^[1-9][0-9]{4,7}$/),
      pmcid: fc.stringMatching(/^PMC[1-9][0-9]{3,7}$/),
      accession: fc.stringMatching(/^[A-Z]{2}-[0-9]{6}$/),
      articleNumber: fc.stringMatching(/^e[1-9][0-9]{3,5}$/),
      registrations: fc.uniqueArray(registration, { minLength: 1, maxLength: 3 }),
      abstract: words,
      keywords: fc.array(words, { maxLength: 4 }),
      type: fc.constantFrom('JOUR', 'BOOK', 'CHAP', 'CONF', 'THES', 'RPRT'),
      language: fc.constantFrom('English', 'Nederlands', 'eng; fre'),
      issn: fc.stringMatching(/^[0-9]{4}-[0-9]{3}[0-9X]$/),
      isbn: fc.stringMatching(/^978[0-9]{10}$/),
      url: fc.stringMatching(/^https:\/\/example\.org\/[a-z]{1,8}$/),
      date: fc.constantFrom('2019/05/03', '2006 Jan 13', 'Mar 2017'),
    },
    { requiredKeys: ['title', 'authors', 'keywords', 'type'] },
  )
  .map((record) => asRead({ ...record, line: 1 }));

/** What reading adds by itself: a year taken from the date, no abbreviation that repeats the journal, one journal name. */
function asRead(record: ParsedRecord): ParsedRecord {
  const { date, journalAbbreviation, journal, year: given, ...rest } = record;
  const dated = date !== undefined && saysMoreThanYear(date);
  const yearRead = given ?? (dated ? yearOf(date) : undefined);
  return {
    ...rest,
    ...(yearRead === undefined ? {} : { year: yearRead }),
    ...(dated ? { date } : {}),
    ...(journal === undefined ? {} : { journal }),
    ...(journal === undefined || journalAbbreviation === undefined || journalAbbreviation === journal
      ? {}
      : { journalAbbreviation }),
  };
}

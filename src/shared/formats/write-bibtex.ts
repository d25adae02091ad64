import { collapseSpace } from './fields';
import type { ParsedRecord } from './parsed-record';
import { kindOf } from './publication-types';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text for LaTeX; letters of any script stay as they are, as every current BibTeX takes UTF-8. */
const latex = (text: string): string =>
  collapseSpace(text).replace(/[\\{}&%$#_~^]/g, (character) => escapes[character] ?? character);

/** Braces keep a name whole that has no comma or would be parted at its "and". */
const bibtexName = (author: string): string =>
  !author.includes(',') || /\sand\s/i.test(author) ? `{${latex(author)}}` : latex(author);

/** Letters and digits only, so that every program takes the key. */
const keyStem = (record: ParsedRecord): string => {
  const family = (record.authors[0] ?? record.title ?? 'record').split(',', 1)[0] ?? '';
  const letters = family
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 30);
  return `${letters || 'record'}${record.year ?? ''}`;
};

function entryOf(record: ParsedRecord, key: string): string {
  const { bibtex } = kindOf(record.type, record.journal);
  const inBook = bibtex === 'incollection' || bibtex === 'inproceedings';
  const fields: [string, string][] = [];
  const put = (name: string, value: string | undefined, written = latex): void => {
    if (value !== undefined && value !== '') fields.push([name, written(value)]);
  };
  const verbatim = (text: string): string =>
    text.replace(/[{}\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  put('author', record.authors.map(bibtexName).join(' and '), (text) => text);
  put('title', record.title, (text) => `{${latex(text)}}`);
  put('titletranslation', record.translatedTitle);
  put(inBook ? 'booktitle' : 'journal', record.journal);
  put('shortjournal', record.journalAbbreviation);
  put('year', record.year === undefined ? undefined : String(record.year));
  put('date', record.date);
  put('volume', record.volume);
  put('number', record.issue);
  put('pages', record.pages?.replace(/^([^-]+)-([^-]+)$/, '$1--$2'));
  put('eid', record.articleNumber);
  put('doi', record.doi, verbatim);
  put('pmid', record.pmid);
  put('pmcid', record.pmcid);
  put('accession', record.accession);
  put('registration', record.registrations?.join('; '));
  put('issn', record.issn);
  put('isbn', record.isbn);
  put('url', record.url, verbatim);
  put('language', record.language);
  put('keywords', record.keywords.join('; '));
  put('type', bibtex === record.type ? undefined : record.type);
  put('abstract', record.abstract);
  return `@${bibtex}{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

/** BibTeX of records, one entry each; keys are first author and year, with a letter where that is taken. */
export function writeBibtex(records: readonly ParsedRecord[]): string {
  const taken = new Map<string, number>();
  return records
    .map((record) => {
      const stem = keyStem(record);
      const before = taken.get(stem) ?? 0;
      taken.set(stem, before + 1);
      return entryOf(record, before === 0 ? stem : `${stem}-${before + 1}`);
    })
    .join('\n');
}

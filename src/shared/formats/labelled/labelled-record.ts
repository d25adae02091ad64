import {
  authorsOfCell,
  entryOfRegister,
  isRegister,
  placeInSource,
  recordOfFields,
  type NamedFields,
  type SingleField,
} from '../delimited';
import {
  appendAll,
  findRegistrations,
  hasAddressMark,
  keywordsIn,
  sourceLineOf,
  withoutKind,
  withoutMarks,
} from '../fields';
import type { ParsedRecord, ParseSink } from '../parsed-record';
import { labelField } from './labels';

/** A name and the text behind it; the name is empty for the lines above the first name, which are the title. */
export type LabelledValue = { readonly label: string; value: string; readonly line: number };

/** "Tang PC. Overhage JM. Chan AS.": names that end with a full stop each, as older Ovid files write them. */
const nameWithInitials = /^\p{Lu}[\p{L}'’ -]{0,60} \p{Lu}{1,4}$/u;

/** Engineering Village: numbers of addresses behind names ("Vos, A. (1, 2)"). */
const addressNumbers = / \(\d{1,3}(?:, ?\d{1,3}){0,20}\)(?=;|$)/g;

function authorsOfValue(written: string): readonly string[] {
  const value = written.replace(addressNumbers, '');
  const marked = value.split(/;\s{2,}/).map((part) => part.trim());
  if (marked.some(hasAddressMark)) return marked.map(withoutMarks);
  const parts = value.replace(/\.\s*$/, '').split(/\.\s+/);
  if (!value.includes(';') && parts.length > 1 && parts.every((part) => nameWithInitials.test(part)))
    return parts;
  return authorsOfCell(value).map((name) => name.replace(/(?<=\p{L}{2})\.$/u, ''));
}

/** Engineering Village parts terms by dashes. */
const termsOf = (label: string, value: string): string =>
  /^(?:un)?controlled terms$/i.test(label)
    ? value.replace(/ {1,3}- {1,3}/g, '; ')
    : value.replaceAll(',;', ';');

/** Ovid ends words and numbers with a full stop. */
const withoutStop = (field: SingleField, value: string): string =>
  field === 'language' || field === 'accession' ? value.replace(/\.$/, '') : value;

/** Chinese databases write the year before the volume. */
const chinese = /\p{Script=Han}/u;

/** ProQuest hangs the place behind the name of a journal: "Psychiatric Rehabilitation Journal; Boston". */
const withoutPlace = (journal: string): string => /^([^;]{3,200}); [^;]{2,40}$/.exec(journal)?.[1] ?? journal;

/** The record that the values between two marks make. */
export const recordOfLabels = (
  values: readonly LabelledValue[],
  line: number,
  sink: ParseSink,
): ParsedRecord => recordOfFields({ ...fieldsOfLabels(values), line }, sink);

/** The fields of labelled values. What no field takes is kept under its own name. */
export function fieldsOfLabels(values: readonly LabelledValue[]): Omit<NamedFields, 'line'> {
  const single: { [field in SingleField]?: string } = {};
  const authors: string[] = [];
  const fullAuthors: string[] = [];
  const keywords: string[] = [];
  const other: (readonly [string, string])[] = [];
  let source = '';
  let heading = '';
  const put = (field: SingleField, label: string, value: string): void => {
    if (single[field] === undefined) single[field] = value;
    else if (field === 'issn' || field === 'registration' || field === 'type') single[field] += `; ${value}`;
    else if (single[field] !== value) other.push([label, value]);
  };
  for (const { label, value } of values) {
    if (value === '') continue;
    const field = label === '' ? undefined : labelField(label);
    if (label === '') heading = value.replaceAll('\n', ' ');
    else if (field === 'authors') {
      appendAll(authors, authorsOfValue(value));
    } else if (field === 'fullAuthors') appendAll(fullAuthors, authorsOfValue(value));
    else if (field === 'keywords') appendAll(keywords, keywordsIn(termsOf(label, value)));
    else if (field === 'source') source = value;
    else if (field === undefined || field === 'kept' || field === 'citation') {
      other.push([label, value]);
      if (findRegistrations(value).length > 0 && label === label.toUpperCase())
        put('registration', label, value);
    } else put(field, label, field === 'title' ? withoutKind(value) : withoutStop(field, value));
  }
  if (single.title === undefined && heading !== '') single.title = heading;
  else if (heading !== '') other.push(['heading', heading]);
  single.title ??= values.find(({ label }) => /^chapter title$/i.test(label))?.value ?? '';
  if (single.journal !== undefined && withoutPlace(single.journal) !== single.journal) {
    other.push(['Publication title', single.journal]);
    single.journal = withoutPlace(single.journal);
  }
  if (source !== '') other.push(['Source', source]);
  if (fullAuthors.length > 0 && authors.length > 0) other.push(['Authors', authors.join('; ')]);
  const status = values.find(({ label }) => /^status$/i.test(label))?.value;
  if (source !== '' && single.year === undefined && sourceLineOf(source).year === undefined) {
    const ahead = /\b(?:19|20)\d{2}\b/.exec(status ?? '')?.[0];
    if (ahead !== undefined) single.year = ahead;
  }
  const isMedline = other.some(
    ([label, value]) =>
      /^(?:database|status|record owner)$/i.test(label) && /medline|pubmed|\bNLM\b/i.test(value),
  );
  if (single.pmid === undefined && isMedline && /^\d{5,8}$/.test(single.accession ?? ''))
    single.pmid = single.accession ?? '';
  const fields = {
    single: {
      ...((chinese.test(source) ? placeInSource(source) : undefined) ?? sourceLineOf(source)),
      ...single,
    },
    authors: fullAuthors.length > 0 ? fullAuthors : authors,
    keywords,
    other,
  };
  return isRegister(values.map(({ label }) => label)) ? entryOfRegister(fields) : fields;
}

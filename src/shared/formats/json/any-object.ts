import { authorsOfCell, entryOfRegister, isRegister, mapColumns, type SingleField } from '../delimited';
import { appendAll, keywordsIn } from '../fields';
import { flattened } from './flattened';
import type { ObjectReader } from './object-reader';
import { isObject, joined, leavesOf, listAt, textAt, textOf, valueAt, type JsonObject } from './values';

/** Members of an author object in which services write the whole name. */
const nameMembers = [
  'name',
  'fullName',
  'full_name',
  'display_name',
  'literal',
  'authorName',
  'authname',
  'collective',
  'collectiveName',
  'formatted',
  'value',
];
const familyMembers = ['family', 'lastName', 'last_name', 'familyName', 'last', 'surname', 'keyname'];
const givenMembers = [
  'given',
  'firstName',
  'first_name',
  'givenName',
  'first',
  'given-name',
  'forenames',
  'initials',
];
const middleMembers = ['middle', 'middleName', 'middle_name'];

/** Members in which an object of a list (a keyword, a title, an address) says what it stands for. */
const textMembers = [
  'value',
  'text',
  'title',
  'name',
  'display_name',
  'term',
  'label',
  'keyword',
  'description',
  'url',
];

/** An object of no known service: its members are read by the names that columns of tables have. */
export const anyObject: ObjectReader = (outer) => {
  const object = flattened(outer);
  const names = Object.keys(object);
  const mapping = mapColumns(names);
  const single: { [field in SingleField]?: string } = {};
  const authors: string[] = [];
  const keywords: string[] = [];
  const other: (readonly [string, string])[] = [];
  names.forEach((name, column) => {
    const field = mapping[column];
    const value = valueAt(object, name);
    const words = wordsOf(value);
    const text = joined(words);
    if (field === 'authors' || field === 'fullAuthors') appendAll(authors, authorsAt(value));
    else if (field === 'keywords')
      appendAll(keywords, words.length === 1 ? keywordsIn((words[0] ?? '').replaceAll('|', ';')) : words);
    else if (field === 'registration' && text !== undefined)
      single[field] = joined([single[field], text]) ?? text;
    else if (field === undefined || field === 'citation' || text === undefined || single[field] !== undefined)
      appendAll(other, namedLeaves(object, name));
    else {
      single[field] = severalInOne.has(field) ? text : (words[0] ?? text);
      const rest = severalInOne.has(field) ? undefined : joined(words.slice(1));
      if (rest !== undefined) other.push([name, rest]);
    }
  });
  const own = Object.hasOwn(object, 'isrctn')
    ? single.registration?.replace(/^(?=\d{8}(?:;|$))/, 'ISRCTN')
    : single.registration;
  const numbers = joined([own, ...other.filter(isRegistration).map(([, text]) => text)]);
  const fields = {
    single: { ...single, ...(numbers === undefined ? {} : { registration: numbers }) },
    authors,
    keywords,
    links: other.flatMap(identifiersIn),
    other,
  };
  return isRegister(names) ? entryOfRegister(fields) : fields;
};

/** Registers keep the numbers of other registers in objects of their own. */
const isRegistration = ([path]: readonly [string, string]): boolean =>
  path.includes('.') && mapColumns([path.slice(path.lastIndexOf('.') + 1)])[0] === 'registration';

/** What Dublin Core calls identifiers: addresses and DOIs among others, each of which may be that of the work. */
const identifiersIn = ([name, value]: readonly [string, string]): readonly string[] =>
  /identifier$/i.test(name) ? value.split('; ').filter((one) => /^(?:https?|doi):/i.test(one)) : [];

/** Fields that say all values of a list; of the others the first counts. */
const severalInOne: ReadonlySet<SingleField> = new Set([
  'issn',
  'isbn',
  'registration',
  'type',
  'language',
  'abstract',
]);

const namedLeaves = (object: JsonObject, name: string): readonly (readonly [string, string])[] =>
  leavesOf({ [name]: object[name] });

/** What stands in an object that holds one thing only ("authors": { "author": […] }). */
function peeled(value: unknown): unknown {
  if (!isObject(value)) return value;
  const [only, ...others] = Object.values(value);
  return only === undefined || others.length > 0 ? value : peeled(only);
}

/** What a member says: its text, or the texts of its list, or what the objects of that list stand for. */
const wordsOf = (value: unknown): readonly string[] =>
  listAt({ value: peeled(value) }, 'value').flatMap((listed) => {
    const one = peeled(listed);
    const text = isObject(one)
      ? textMembers.map((member) => textAt(one, member)).find((found) => found !== undefined)
      : textOf(one);
    return text === undefined ? [] : [text];
  });

/** The text of the first of the members, whether or not they are written with capitals. */
function firstOf(object: JsonObject, members: readonly string[]): string | undefined {
  const texts = new Map(Object.keys(object).map((name) => [name.toLowerCase(), textAt(object, name)]));
  return members.map((member) => texts.get(member.toLowerCase())).find((text) => text !== undefined);
}

function authorsAt(value: unknown): readonly string[] {
  const text = textOf(peeled(value));
  if (text !== undefined) return authorsOfCell(text);
  return listAt({ value: peeled(value) }, 'value').map((listed) => {
    const author = peeled(listed);
    if (!isObject(author)) return textOf(author) ?? '';
    const family = firstOf(author, familyMembers);
    const given = [firstOf(author, givenMembers), firstOf(author, middleMembers)].filter(Boolean).join(' ');
    if (family !== undefined) return given === '' ? family : `${family}, ${given}`;
    return (
      firstOf(author, nameMembers) ??
      leavesOf(author)
        .map(([, leaf]) => leaf)
        .join(' ')
    );
  });
}

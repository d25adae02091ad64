import { authorsOfCell, mapColumns, type SingleField } from '../delimited';
import { keywordsIn } from '../fields';
import type { ObjectReader } from './object-reader';
import { isObject, joined, listAt, textAt, textOf, textsAt, valueAt } from './values';

/** Members of an author object in which services write the name. */
const nameMembers = ['name', 'fullName', 'full_name', 'display_name', 'literal', 'authorName'];

/** An object of no known service: its members are read by the names that columns of tables have. */
export const anyObject: ObjectReader = (object) => {
  const names = Object.keys(object);
  const mapping = mapColumns(names);
  const single: { [field in SingleField]?: string } = {};
  const authors: string[] = [];
  const keywords: string[] = [];
  const other: [string, string][] = [];
  names.forEach((name, column) => {
    const field = mapping[column];
    const text = joined(textsAt(object, name));
    if (field === 'authors' || field === 'fullAuthors') authors.push(...authorsAt(valueAt(object, name)));
    else if (field === 'keywords') {
      const words = textsAt(object, name);
      keywords.push(...(words.length === 1 ? keywordsIn(words[0] ?? '') : words));
    } else if (text === undefined) return;
    else if (field === undefined || field === 'citation' || single[field] !== undefined)
      other.push([name, text]);
    else single[field] = text;
  });
  return { single, authors, keywords, other };
};

function authorsAt(value: unknown): readonly string[] {
  const text = textOf(value);
  if (text !== undefined) return authorsOfCell(text);
  return listAt({ value }, 'value').map((author) => {
    if (!isObject(author)) return textOf(author) ?? '';
    const family = textAt(author, 'family') ?? textAt(author, 'lastName') ?? textAt(author, 'last_name');
    const given = textAt(author, 'given') ?? textAt(author, 'firstName') ?? textAt(author, 'first_name');
    if (family !== undefined) return given === undefined ? family : `${family}, ${given}`;
    return nameMembers.map((member) => textAt(author, member)).find((name) => name !== undefined) ?? '';
  });
}

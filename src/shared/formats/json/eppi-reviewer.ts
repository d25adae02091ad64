import type { ObjectReader } from './object-reader';
import { joined, listAt, namesSet, restOf, textAt } from './values';

/** A code of EPPI-Reviewer: its name, and whether ticking it says include, exclude or neither. */
type Code = { readonly name: string; readonly type: string };

/** The codes of a file by their number. */
export type CodeBook = ReadonlyMap<string, Code>;

const attribute = /"AttributeId"\s{0,9}:\s{0,9}(\d{1,15})((?:[^{}"]|"(?:[^"\\]|\\.){0,4000}"){0,200})/g;
const textMember = (name: string, members: string): string | undefined => {
  const found = new RegExp(`"${name}"\\s{0,9}:\\s{0,9}("(?:[^"\\\\]|\\\\.){0,1000}")`).exec(members)?.[1];
  return found === undefined ? undefined : textAt({ found: unquoted(found) }, 'found');
};

function unquoted(literal: string): unknown {
  try {
    return JSON.parse(literal);
  } catch {
    return literal;
  }
}

/** The codes that the head of an export of EPPI-Reviewer defines, wherever in their tree they stand. */
export function codeBookOf(text: string): CodeBook {
  const codes = new Map<string, Code>();
  for (const [, id = '', members = ''] of text.matchAll(attribute)) {
    const name = textMember('AttributeName', members);
    if (name !== undefined) codes.set(id, { name, type: textMember('AttributeType', members) ?? '' });
  }
  return codes;
}

const taken = namesSet(
  'Title ParentTitle Year Month StandardNumber Volume Issue Pages URL Abstract TypeName Authors DOI Keywords ItemId Codes',
);

/** An item of EPPI-Reviewer's JSON. Its codes are kept by name, those that include or exclude under names of their own. */
export const eppiItem =
  (codes: CodeBook): ObjectReader =>
  (item) => {
    const ticked = listAt(item, 'Codes').flatMap((one) => {
      const id = textAt(one, 'AttributeId') ?? '';
      const code = codes.get(id);
      const said = textAt(one, 'AdditionalText');
      const words = `${code?.name ?? `code ${id}`}${said === undefined ? '' : ` (${said})`}`;
      const kind = /^(?:include|exclude)/i.exec(code?.type ?? '')?.[0].toLowerCase() ?? '';
      return [{ kind, words }];
    });
    const named = (kind: string): string =>
      joined(ticked.filter((code) => code.kind === kind).map(({ words }) => words)) ?? '';
    return {
      single: {
        title: textAt(item, 'Title'),
        year: textAt(item, 'Year'),
        date: joined([textAt(item, 'Month'), textAt(item, 'Year')])?.replace('; ', ' '),
        journal: textAt(item, 'ParentTitle'),
        issn: textAt(item, 'StandardNumber'),
        volume: textAt(item, 'Volume'),
        issue: textAt(item, 'Issue'),
        pages: textAt(item, 'Pages'),
        url: textAt(item, 'URL'),
        abstract: textAt(item, 'Abstract'),
        type: textAt(item, 'TypeName'),
        doi: textAt(item, 'DOI'),
        accession: textAt(item, 'ItemId'),
      },
      authors: (textAt(item, 'Authors') ?? '').split(';').map((name) => name.trim()),
      keywords: (textAt(item, 'Keywords') ?? '').split(/[;\r\n]+/),
      other: [
        ['EPPI-Reviewer include', named('include')],
        ['EPPI-Reviewer exclude', named('exclude')],
        ['EPPI-Reviewer codes', named('')],
        ...restOf(item, taken),
      ],
    };
  };

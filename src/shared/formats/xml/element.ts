import { collapseSpace } from '../fields';

/** An element with its text; comments and processing instructions are left out, references are decoded. */
export type XmlElement = {
  readonly name: string;
  /** 1-based line of its start tag in the parsed text. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (XmlElement | string)[];
};

/** The child elements of that name, in order. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  (element?.content ?? [])
    .filter((child) => typeof child !== 'string')
    .filter((child) => child.name === name);

/** All child elements, in order. */
export const elementsIn = (element: XmlElement | undefined): readonly XmlElement[] =>
  (element?.content ?? []).filter((child) => typeof child !== 'string');

/** The first element down a path of names; undefined where the path ends. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let here = element;
  for (const name of path) {
    if (here === undefined) return undefined;
    here = elementsIn(here).find((child) => child.name === name);
  }
  return here;
}

/** All text inside an element, markup within it left out, as it stands. */
export function textIn(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  let text = '';
  for (const child of element.content) text += typeof child === 'string' ? child : textIn(child);
  return text;
}

/** The text down a path with white space collapsed; undefined where there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const text = collapseSpace(textIn(at(element, ...path)));
  return text === '' ? undefined : text;
}

/** The name of an element without the prefix of its vocabulary ("mods:title" is "title"). */
export const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An element whose name and whose elements' names have no prefix ("mods:title" is "title"). */
export const withoutPrefixes = (element: XmlElement): XmlElement => ({
  ...element,
  name: withoutPrefix(element.name),
  content: element.content.map((child) => (typeof child === 'string' ? child : withoutPrefixes(child))),
});

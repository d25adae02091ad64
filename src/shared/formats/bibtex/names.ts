import { collapseSpace } from '../fields';
import { latexToText } from './latex-text';

/** Cuts at places outside all braces where `cut` says how many characters part; 0 for none. */
function split(text: string, cut: (text: string, at: number) => number): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '\\') i += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      const length = cut(text, i);
      if (length > 0) {
        parts.push(text.slice(from, i));
        from = i + length;
        i = from - 1;
      }
    }
  }
  parts.push(text.slice(from));
  return parts;
}

const isSpace = (character: string): boolean => character !== '' && /\s/.test(character);

/** " and " with any white space around it. */
const atAnd = (text: string, at: number): number =>
  isSpace(text.charAt(at)) && /^and$/i.test(text.slice(at + 1, at + 4)) && isSpace(text.charAt(at + 4))
    ? 5
    : 0;
const atComma = (text: string, at: number): number => (text.charAt(at) === ',' ? 1 : 0);
const atSpace = (text: string, at: number): number =>
  isSpace(text.charAt(at)) || text.charAt(at) === '~' ? 1 : 0;

/**
 * The names in an author or editor field (btxdoc, "Names"): parted by "and" outside braces; "von Last, First" and
 * "Last, Jr, First" as they stand, "First von Last" turned into "von Last, First"; a name in braces is one whole (an
 * organisation). "others" stands for no name.
 */
export function namesIn(value: string): readonly string[] {
  const names = split(value.replace(/\s+/g, ' ').replaceAll(' ,', ','), atAnd).map((part) => part.trim());
  const named = names.filter((part) => part !== '' && !/^others$/i.test(part));
  const read = named.map((name) => collapseSpace(latexToText(name)));
  const isPubmeds =
    read.length > 1 &&
    read.every((name, at) => initialsLast.test(name) && !isOneGroup(named[at] ?? '')) &&
    read.some((name) => / \p{Lu}$/u.test(name));
  return isPubmeds ? read.map(turned) : named.map(nameOf);
}

/** "Vos AB", "Del Mar G": as PubMed writes, which in BibTeX would say given and family name. */
const initialsLast = /^\p{L}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]+){0,2} \p{Lu}{1,3}$/u;
/** "Vos A.B.", which is no given name before a family name in any list. */
const dottedLast = /^\p{L}[\p{L}'’-]{2,}(?: \p{L}[\p{L}'’-]+){0,2} (?:\p{Lu}\.[ -]?){1,4}$/u;

/** A name whose initials stand behind the family name, parted by the comma it lacks. */
const turned = (name: string): string => name.replace(/ (?=(?:\p{Lu}\.?[ -]?){1,4}$)/u, ', ');

function nameOf(name: string): string {
  if (isOneGroup(name)) return collapseSpace(latexToText(name));
  const extended = extendedName(name);
  if (extended !== undefined) return extended;
  if (split(name, atComma).length > 1) return collapseSpace(latexToText(name));
  const words = split(name, atSpace).filter((word) => word !== '');
  if (words.length < 2) return collapseSpace(latexToText(name));
  const plain = collapseSpace(latexToText(name));
  if (dottedLast.test(plain)) return turned(plain);
  const particle = words.findIndex((word, i) => i < words.length - 1 && startsLower(word));
  const family = particle >= 0 ? particle : words.length - 1;
  const read = (some: readonly string[]): string => collapseSpace(some.map(latexToText).join(' '));
  return family === 0 ? read(words) : `${read(words.slice(family))}, ${read(words.slice(0, family))}`;
}

/** The whole name stands in one pair of braces. */
function isOneGroup(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}')) return false;
  let depth = 0;
  for (let i = 0; i < name.length; i += 1) {
    const character = name.charAt(i);
    if (character === '\\') i += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0 && i < name.length - 1) return false;
  }
  return true;
}

/** A particle ("van", "v."), not an initial written small ("Z. a. {Alder}"). */
const startsLower = (word: string): boolean =>
  !word.startsWith('{') && /^\p{Ll}(?!(?<=[^dvz])\.$)/u.test(latexToText(word));

/** "family=Vos, given=Anna, prefix=de": the extended names of biblatex. */
function extendedName(name: string): string | undefined {
  if (!/^(?:family|given|prefix|suffix|useprefix|given-i)\s{0,5}=/i.test(name)) return undefined;
  const parts = new Map<string, string>();
  for (const part of split(name, atComma)) {
    const equals = part.indexOf('=');
    parts.set(part.slice(0, equals).trim().toLowerCase(), collapseSpace(latexToText(part.slice(equals + 1))));
  }
  const family = [parts.get('prefix'), parts.get('family')].filter(Boolean).join(' ');
  const given = [parts.get('given'), parts.get('suffix')].filter(Boolean).join(' ');
  return given === '' ? family : `${family}, ${given}`;
}

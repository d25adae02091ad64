/** The stretch of a text in which one object stands. */
export type ObjectSlice = { readonly start: number; readonly end: number };

/** What a text of JSON objects is made of. */
export type ObjectCut = {
  /** Records that are closed, in order. */
  readonly slices: readonly ObjectSlice[];
  /** Where the first record starts whose brackets do not fit; -1 if all fit. */
  readonly damagedAt: number;
};

/** Members under which services list records, in lower case. */
const listNames: ReadonlySet<string> = new Set(
  (
    'results result items data works studies records documents docs hits entries entry articles papers publications library ' +
    'studyfields fullstudies collection'
  ).split(' '),
);
/** The list of EPPI-Reviewer; in small letters these are the works that a record cites. */
const eppiList = 'References';
/** Lists stand inside no more objects than this. */
const DEEPEST_LIST = 4;

const quote = 34;
const backslash = 92;

/**
 * Finds the records of a JSON text without parsing it, so that each has its place and damage costs no other: the objects of
 * the outermost list, of a list under a known name ({"results": […]}) or the name given, or one behind the other (JSON
 * lines). A list of anything but objects is none. One pass; objects inside records are not seen.
 */
export function cutObjects(text: string, listName?: string): ObjectCut {
  const listed: ObjectSlice[] = [];
  const outer: ObjectSlice[] = [];
  const stack: { readonly open: '{' | '['; readonly at: number }[] = [];
  /** How many brackets are open around a record; -1 until the list of records is found. */
  let level = -1;
  let damagedAt = -1;
  let stringStart = 0;
  let stringEnd = 0;
  const damage = (at: number): void => {
    if (damagedAt < 0 || at < damagedAt) damagedAt = at;
  };
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      stringStart = i + 1;
      i = endOfString(text, i);
      stringEnd = i;
    } else if (code === 123) {
      // Behind the end of the list no object should stand: a bracket too many closed it early.
      if (stack.length === 0 && level >= 0 && listed.length > 0) damage(listed.at(-1)?.start ?? i);
      stack.push({ open: '{', at: i });
    } else if (code === 91) {
      if (level < 0 && stack.length <= DEEPEST_LIST && stack.every(({ open }) => open === '{')) {
        const name = text.slice(stringStart, Math.min(stringEnd, stringStart + 40));
        const known =
          stack.length === 0
            ? outer.length === 0
            : listName === undefined
              ? listNames.has(name.toLowerCase()) || name === eppiList
              : name === listName;
        if (known && holdsObjects(text, i + 1)) level = stack.length + 1;
      }
      stack.push({ open: '[', at: i });
    } else if (code === 125 || code === 93) {
      const wanted = code === 125 ? '{' : '[';
      let top = stack.pop();
      while (top !== undefined && top.open !== wanted) {
        if (top.open === '{') damage(top.at);
        top = stack.pop();
      }
      if (top === undefined) damage(listed.at(-1)?.start ?? outer.at(-1)?.start ?? i);
      if (top === undefined || wanted === '[') continue;
      if (stack.length === level) listed.push({ start: top.at, end: i + 1 });
      else if (stack.length === 0) outer.push({ start: top.at, end: i + 1 });
    }
  }
  const open = stack.slice(level >= 0 ? level : 0).find((bracket) => bracket.open === '{');
  if (open !== undefined) damage(open.at);
  else if (stack.length > 0) damage(text.length);
  const before = (slices: readonly ObjectSlice[]): readonly ObjectSlice[] =>
    damagedAt < 0 ? slices : slices.filter(({ end }) => end <= damagedAt);
  return { slices: before(level >= 0 && listed.length > 0 ? listed : outer), damagedAt };
}

/** Whether the first thing in a list is an object, or whether the list is empty or cut. */
function holdsObjects(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  const code = text.charCodeAt(at);
  return code === 123 || code === 93 || at >= text.length;
}

/** Index of the quote that ends the string which starts at `at`; a line break ends a string that was never closed. */
function endOfString(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === backslash) i += 1;
    else if (code === quote || code === 10 || code === 13) return i;
  }
  return text.length;
}

/**
 * The members of a damaged object, each as a text of its own ("name": value), as far as its brackets go. One pass.
 */
export function membersOf(text: string): readonly string[] {
  const members: string[] = [];
  let depth = 0;
  let from = text.indexOf('{') + 1;
  for (let i = from - 1; i >= 0 && i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === quote) i = endOfString(text, i);
    else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) {
      depth -= 1;
      if (depth <= 0) {
        members.push(text.slice(from, i));
        return members;
      }
    } else if (code === 44 && depth === 1) {
      members.push(text.slice(from, i));
      from = i + 1;
    }
  }
  members.push(text.slice(from));
  return members;
}

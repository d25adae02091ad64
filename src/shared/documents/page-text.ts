/** A piece of text as a PDF gives it: a run of type, and whether a line ends after it. */
export type TextRun = { readonly text: string; readonly endsLine: boolean };

/** Part of a run: characters `from` up to `to`. */
export type RunPart = { readonly run: number; readonly from: number; readonly to: number };

/** The text of a page as it is searched: folded characters, and the run and offset each came from. */
export type PageText = {
  /** As it reads, lines ended by line breaks. */
  readonly plain: string;
  readonly folded: string;
  readonly origins: readonly { readonly run: number; readonly at: number }[];
};

export function pageText(runs: readonly TextRun[]): PageText {
  let plain = '';
  let folded = '';
  const origins: { run: number; at: number }[] = [];
  const add = (text: string, run: number, at: number): void => {
    for (const character of text) {
      if (character === ' ' && (folded === '' || folded.endsWith(' '))) continue;
      folded += character;
      for (let unit = 0; unit < character.length; unit += 1) origins.push({ run, at });
    }
  };
  for (const [run, { text, endsLine }] of runs.entries()) {
    plain += text;
    let at = 0;
    for (const character of text) {
      add(fold(character), run, at);
      at += character.length;
    }
    if (!endsLine) continue;
    plain += '\n';
    // A word cut at the end of a line goes on in the next.
    if (!cutWord.test(text)) add(' ', run, Math.max(0, text.length - 1));
  }
  return { plain, folded, origins };
}

const cutWord = /[\p{L}\d][-\u00ad\u2010\u2011]\s*$/u;

/**
 * Where a text stands on a page, by run; in order, not overlapping. Case, accents, ligatures, hyphens and line breaks make
 * no difference. With `looseSpaces` spaces make none either: for long quotes whose spaces a PDF may lack.
 */
export function findInPage(page: PageText, wanted: string, looseSpaces = false): RunPart[][] {
  const kept = looseSpaces ? withoutSpaces(page) : page;
  const needle = looseSpaces
    ? foldText(wanted).replaceAll(' ', '')
    : foldText(wanted).replace(/ +/gu, ' ').trim();
  if (needle === '') return [];
  const hits: RunPart[][] = [];
  for (let at = kept.folded.indexOf(needle); at >= 0; at = kept.folded.indexOf(needle, at + needle.length)) {
    hits.push(partsOf(kept, at, at + needle.length));
  }
  return hits;
}

function withoutSpaces({ plain, folded, origins }: PageText): PageText {
  const kept = origins.filter((_, at) => folded[at] !== ' ');
  return { plain, folded: folded.replaceAll(' ', ''), origins: kept };
}

function partsOf({ origins }: PageText, from: number, to: number): RunPart[] {
  const parts: { run: number; from: number; to: number }[] = [];
  for (const { run, at } of origins.slice(from, to)) {
    const last = parts.at(-1);
    if (last?.run === run) last.to = Math.max(last.to, at + 1);
    else parts.push({ run, from: at, to: at + 1 });
  }
  return parts;
}

/** One character without what makes no difference; hyphens and dashes are nothing, any space is one space. */
function fold(character: string): string {
  if (plainCharacter.test(character)) return character;
  if (/^[\p{Pd}\u00ad\u2212\u200b-\u200d\ufeff]$/u.test(character)) return '';
  if (/^\s$/u.test(character)) return ' ';
  return character
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019\u201a\u02bc\u00b4`]/gu, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/gu, '"')
    .toLowerCase();
}

const plainCharacter = /^[a-z0-9 .,;:()]$/;

const foldText = (text: string): string => Array.from(joinLines(text), fold).join('');

/** A selection from a page as one line of text: words cut by a hyphen at the end of a line are whole again. */
export const quoteOfSelection = (text: string): string => joinLines(text).replace(/\s+/gu, ' ').trim();

const joinLines = (text: string): string =>
  text.replace(/(\p{L})[-\u00ad\u2010]\s*[\r\n]+\s*(?=\p{Ll})/gu, '$1').replace(/\u00ad/gu, '');

/** Kinds of publication under their RIS codes; GEN is whatever is none of the others. */
export type PublicationCode =
  | 'BOOK'
  | 'CHAP'
  | 'CONF'
  | 'DATA'
  | 'ELEC'
  | 'GEN'
  | 'JOUR'
  | 'MGZN'
  | 'NEWS'
  | 'PAT'
  | 'RPRT'
  | 'THES'
  | 'UNPB';

/** One kind of publication in the words of the formats we write. */
type Kind = {
  readonly ris: PublicationCode;
  readonly csl: string;
  readonly bibtex: string;
  readonly words: RegExp;
  /** Further RIS codes, which name a narrower kind. */
  readonly codes?: string;
};

/**
 * Kinds of publication, narrow ones first: `words` are tried in this order on types in the words of a database
 * ("Randomized Controlled Trial", "Meeting Abstract"). CSL types as in CSL 1.0.2, BibTeX types as in btxdoc.
 */
const kinds: readonly Kind[] = [
  {
    ris: 'CHAP',
    csl: 'chapter',
    bibtex: 'incollection',
    words: /chapter|section|incollection|inbook/i,
    codes: 'ECHAP',
  },
  { ris: 'THES', csl: 'thesis', bibtex: 'phdthesis', words: /thesis|dissertation/i },
  {
    ris: 'CONF',
    csl: 'paper-conference',
    bibtex: 'inproceedings',
    words: /conference|proceedings|congress|meeting abstract/i,
    codes: 'CPAPER SLIDE',
  },
  {
    ris: 'UNPB',
    csl: 'manuscript',
    bibtex: 'unpublished',
    words: /preprint|unpublished|posted|manuscript/i,
    codes: 'MANSCPT INPR',
  },
  {
    ris: 'RPRT',
    csl: 'report',
    bibtex: 'techreport',
    words: /report|working paper/i,
    codes: 'GOVDOC STAND GRANT',
  },
  { ris: 'DATA', csl: 'dataset', bibtex: 'misc', words: /dataset|trial regist/i, codes: 'AGGR DBASE' },
  {
    ris: 'ELEC',
    csl: 'webpage',
    bibtex: 'misc',
    words: /web|blog|online multimedia|^online$/i,
    codes: 'ICOMM',
  },
  { ris: 'NEWS', csl: 'article-newspaper', bibtex: 'article', words: /newspaper/i },
  { ris: 'MGZN', csl: 'article-magazine', bibtex: 'article', words: /magazine/i },
  { ris: 'PAT', csl: 'patent', bibtex: 'misc', words: /patent/i },
  {
    ris: 'JOUR',
    csl: 'article-journal',
    bibtex: 'article',
    words: /journal|article|review|editorial|letter|comment|trial|study|erratum|note/i,
    codes: 'EJOUR JFULL ABST',
  },
  {
    ris: 'BOOK',
    csl: 'book',
    bibtex: 'book',
    words: /\bbook|monograph|^mvbook$|^(?:mv)?collection$/i,
    codes: 'EBOOK EDBOOK SER ENCYC PAMP',
  },
];

const rest: Kind = { ris: 'GEN', csl: 'document', bibtex: 'misc', words: /(?:)/ };

/** The kind a record's type stands for: by its code in one of the formats, else by its words. */
export function kindOf(type: string | undefined, journal: string | undefined): Kind {
  if (type === undefined)
    return journal === undefined ? rest : (kinds.find((kind) => kind.ris === 'JOUR') ?? rest);
  return kindByCode(type) ?? kinds.find((kind) => kind.words.test(type)) ?? rest;
}

/** The RIS code of the kind a type names by its code in one of the formats; null where the type is said in words. */
export const codeOfType = (type: string): PublicationCode | null => kindByCode(type)?.ris ?? null;

/** Where one code stands for several kinds (article, misc), the widest of them, which is the last. */
function kindByCode(type: string): Kind | undefined {
  const lower = type.toLowerCase();
  return [...kinds, rest].findLast(
    ({ ris, csl, bibtex, codes }) =>
      ris === type || csl === lower || bibtex === lower || codes?.split(' ').includes(type) === true,
  );
}

import { fold } from './text';

/**
 * What a title or a publication type says a record is, besides a report: a notice about another report, an answer to one,
 * a protocol, a numbered part of a series. Two records that differ here describe different documents, however much else agrees.
 */
export type Marks = {
  /** The record is the notice itself ("Erratum: …", "Retraction of …", "… (vol 142, pg 310, 2003)"). */
  readonly notice: 'erratum' | 'retraction' | 'concern' | null;
  /** The report carries a flag: it was retracted or withdrawn, or an erratum to it appeared. */
  readonly flags: readonly ('retracted' | 'has-erratum')[];
  /** The record answers or comments on another. */
  readonly reply: boolean;
  readonly protocol: boolean;
  /** "Part II", "Study 3": the number. */
  readonly part: string | null;
};

/** Brackets that databases add to a title; they say something about the record, but are not its title. */
const added =
  /\s*[[(]\s*(?:review|comment|letter|editorial|abstract(?: no[.:]? ?\w+)?|meeting abstract|conference abstract|proceeding|\d+ refs?\.?|see comments?|published erratum[^\])]*|erratum[^\])]*|corrected[^\])]*|retract[^\])]*|author'?s transl[^\])]*|in [a-z]+|article in [a-z]+|(?:spanish|french|german|italian|japanese|chinese|russian|polish|portuguese|dutch|turkish|czech|romanian|danish|swedish|norwegian|finnish|hungarian|korean|hebrew|persian|arabic|croatian|serbian|slovak|ukrainian|greek|bulgarian|undetermined language)(?:[,;/ ]+[a-z]+)?)\s*[\])]\.?/gi;
const erratumAppears =
  /\[?\(?\s*(?:published )?err?at(?:um|a) (?:appears?|published|has been published) in[^\]]*\]?/gi;
/** "Eculizumab for … (vol 360, pg 542, 2009)": Web of Science's title of a correction. */
const volumeCited = /\(\s*vol(?:ume|\.)? ?[a-z0-9 .-]{1,20},\s*(?:pg|pp?\.?|art(?:icle)? no\.?)[^)]*\)/i;
/** "… (New England Journal of Medicine (2009) 360 (542-544))": Embase's. */
const journalCited = /\([^()]{4,120}\((?:19|20)\d\d\)[^()]{0,20}\(?[^()]{0,30}\)?[^()]{0,20}\)/i;

const startsErratum =
  /^\W*(?:(?:publisher|author)['’]?s? )?(?:errat(?:um|a)|corrigend(?:um|a)|addend(?:um|a))\b/i;
/** "Correction to: …", but not "Correction of scoliosis in …". */
const startsCorrection = /^\W*(?:(?:publisher|author)['’]?s? )?corrections?\s*(?::|to\s*:|\.|$)/i;
const startsRetraction =
  /^\W*(?:retraction\b|notice of retraction|retraction notice|statement of retraction|notification of retraction)/i;
const startsConcern = /^\W*(?:(?:editorial )?expression of concern)/i;
const retractedArticle =
  /^\W*(?:retracted(?: article)?|withdrawn(?: article)?)\b\s*[:\]).-]|\[(?:retracted|retraction in)/i;

const startsReply =
  /^\W*(?:(?:the )?authors?['’]?s?['’]? (?:reply|response)|in reply|reply(?: to| by| from)?\b|response to\b|in response\b|re:|re\s?-\s|comments? on\b|comment:|commentary(?: on)?\b|editorial comment|invited commentary|letter to the editor|discussion of\b|rejoinder|letter:|editorial:)/i;
const endsReply =
  /(?:(?:\s[-–—]+\s*|[:.]\s*|\()(?:reply|response|comment|commentary|editorial comment)|\bauthors?['’]?s?['’]? (?:reply|response))\)?\W*$/i;

const protocolWords =
  /\b(?:study|trial|review) protocol\b|\bprotocol (?:for|of) (?:an?|the)\b|\b(?:rationale and (?:study )?design|design and rationale|rationale,? (?:and )?(?:study )?design)\b|\bprotocol for (?:the|an?|ran)|:\s*protocol\b|\bprotocol\W*$/;

const partNumber =
  /\b(?:part|chapter|study|report no|report|volume|phase|update|version|number|no|paper)\.? ?#?([ivx]{1,4}|\d{1,3}[ab]?|[ab])\b(?=[\s.:,;)]|$)/g;
const roman: { readonly [numeral: string]: string } = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
  xi: '11',
  xii: '12',
};

/** A number as digits, whether it stands as digits or in Roman numerals. */
export const plainNumber = (text: string): string => roman[text] ?? text;

/** The marks of most records: none. */
const unmarked: Marks = { notice: null, flags: [], reply: false, protocol: false, part: null };

export function marksOf(title: string, type: string | undefined): Marks {
  const lowerType = type === undefined ? '' : fold(type);
  const folded = fold(title);
  const notice = noticeOf(title, lowerType);
  const flags = flagsOf(title, lowerType);
  const reply = startsReply.test(folded) || endsReply.test(folded) || /\bcomment\b/.test(lowerType);
  const protocol = protocolWords.test(folded);
  const part = partOf(folded);
  return notice === null && flags.length === 0 && !reply && !protocol && part === null
    ? unmarked
    : { notice, flags, reply, protocol, part };
}

function noticeOf(title: string, type: string): Marks['notice'] {
  if (/retraction of publication/.test(type) || startsRetraction.test(title)) return 'retraction';
  if (startsConcern.test(title) || /expression of concern/.test(type)) return 'concern';
  if (/published erratum|^erratum|\berratum\b|corrected and republished/.test(type)) return 'erratum';
  if (startsErratum.test(title) || startsCorrection.test(title)) return 'erratum';
  if (volumeCited.test(title) || journalCited.test(title)) return 'erratum';
  return null;
}

function flagsOf(title: string, type: string): Marks['flags'] {
  const flags: Marks['flags'][number][] = [];
  if (retractedArticle.test(title) || /retracted publication/.test(type)) flags.push('retracted');
  erratumAppears.lastIndex = 0;
  if (erratumAppears.test(title)) flags.push('has-erratum');
  return flags;
}

function partOf(folded: string): string | null {
  partNumber.lastIndex = 0;
  const found = partNumber.exec(folded);
  return found?.[1] === undefined ? null : plainNumber(found[1]);
}

/** Longer than this, and first, it is a whole title in brackets: a translation ("[Erratum: … ]. [Spanish]"). */
const longestAddition = 40;

/** The title without what databases and journals put around it: "[Retracted]", "[Article in French]", "RETRACTED:", "Erratum to". */
export function withoutMarks(title: string): string {
  return title
    .replace(erratumAppears, ' ')
    .replace(added, (found, at: number) => (at === 0 && found.length > longestAddition ? found : ' '))
    .replace(/\s+LA: [A-Z][a-z]{2}\b.*$/u, ' ')
    .replace(volumeCited, ' ')
    .replace(journalCited, ' ')
    .replace(/\.{3}\s*includes discussion\W*$/i, ' ')
    .replace(/\.{3}\s*[^.]{2,60} (?:19|20)\d\d .{4,40}$/u, ' ')
    .replace(/^\W*(?:retracted(?: article)?|withdrawn(?: article)?)\s*[:\]).-]+\s*/i, '')
    .replace(
      /^\W*(?:erratum|corrigendum|correction|publisher correction|author correction|retraction(?: note| notice)?)(?:\s+(?:to|for|of|in))?\s*[:.-]?\s*/i,
      '',
    );
}

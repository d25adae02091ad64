/** The stretch of a text in which one record stands. */
export type RecordSlice = {
  readonly start: number;
  readonly end: number;
  /** Its end tag is there; else the next record or the end of the text came first. */
  readonly closed: boolean;
};

/**
 * Where the elements of the given names stand in a text, without parsing what is inside: damage in one record cannot reach
 * another. Comments, CDATA sections and the document type are jumped over. Such elements are taken not to nest.
 */
export function* recordSlices(text: string, names: readonly string[]): Generator<RecordSlice> {
  const marks = new RegExp(`<!--|<!\\[CDATA\\[|<(/?)(?:${names.join('|')})(?=[\\s>/])`, 'g');
  marks.lastIndex = behindDoctype(text);
  /** Where a jump to an end that is not there was tried: from then on such starts are plain text. */
  let noCommentEnd = false;
  let noCdataEnd = false;
  let start = -1;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const [found, slash] = mark;
    if (found === '<!--') {
      const end = noCommentEnd ? -1 : text.indexOf('-->', mark.index);
      if (end >= 0) marks.lastIndex = end + 3;
      else noCommentEnd = true;
    } else if (found === '<![CDATA[') {
      const end = noCdataEnd ? -1 : text.indexOf(']]>', mark.index);
      if (end >= 0) marks.lastIndex = end + 3;
      else noCdataEnd = true;
    } else if (slash === '/') {
      if (start < 0) continue;
      const end = endOfTag(text, marks.lastIndex);
      yield { start, end, closed: true };
      start = -1;
    } else {
      if (start >= 0) yield { start, end: mark.index, closed: false };
      start = mark.index;
      const end = endOfTag(text, marks.lastIndex);
      if (text.charAt(end - 2) === '/' && text.charAt(end - 1) === '>') start = -1;
    }
  }
  if (start >= 0) yield { start, end: text.length, closed: false };
}

/** A tag longer than this is none. */
const LONGEST_TAG = 2_000;

function endOfTag(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST_TAG).indexOf('>');
  return end < 0 ? from : from + end + 1;
}

/** A document type is not looked into: its entities may hold what looks like records. */
function behindDoctype(text: string): number {
  const head = text.slice(0, 4096);
  const at = head.search(/<!DOCTYPE\b/i);
  if (at < 0) return 0;
  const close = text.indexOf('>', at);
  const subset = text.indexOf('[', at);
  if (subset < 0 || (close >= 0 && close < subset)) return close < 0 ? at : close + 1;
  const end = /\]\s{0,100}>/g;
  end.lastIndex = subset;
  return end.exec(text) === null ? subset : end.lastIndex;
}

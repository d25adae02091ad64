import type { Dialect, TagHit } from './tag-table';

/**
 * Cuts a text that comes in pieces anew, each time behind the line that starts a record: what is looked at together (a
 * number between two records, and the start of the next) then stands in one piece.
 */
export function* cutBehindStarts(pieces: Iterable<string>, dialect: Dialect): Generator<string> {
  let waiting = '';
  for (const piece of pieces) {
    const cut = behindLastStart(waiting, dialect);
    if (cut > 0) {
      yield waiting.slice(0, cut);
      waiting = waiting.slice(cut);
    }
    waiting += piece;
  }
  yield waiting;
}

/** How far back a start is looked for, in UTF-16 code units. */
const LOOK_BACK = 1024 * 1024;

/** Index behind the last whole line that starts a record, or, far and wide without one, behind the last line; 0 if there is none. */
function behindLastStart(text: string, dialect: Dialect): number {
  const hit: TagHit = { entry: undefined, tag: '', valueStart: 0, lowerCase: false };
  const last = text.lastIndexOf('\n');
  for (let end = last; end > 0 && end > last - LOOK_BACK;) {
    const before = text.lastIndexOf('\n', end - 1);
    if (dialect.readTag(text, before + 1, end, hit) && hit.entry?.role === 'start') return end + 1;
    end = before;
  }
  return last + 1;
}

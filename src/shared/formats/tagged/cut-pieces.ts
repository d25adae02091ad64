import type { Dialect, TagHit } from './tag-table';

const LINE_FEED = 10;

/** Bytes of a line in which a tag that starts a record shows. */
const LINE_HEAD = 40;

/** Bytes without the start of a record after which a part may end behind any line. */
const FAR = 1024 * 1024;

/**
 * Cuts the bytes of a text into parts of about `size`, each but the last behind the line that starts a record: what is
 * looked at together (a number between two records, and the start of the next) then stands in one part. Where no record
 * starts far and wide, a part ends behind a line.
 */
export function* partsBehindStarts(bytes: Uint8Array, dialect: Dialect, size: number): Generator<Uint8Array> {
  for (let from = 0, to = 0; from < bytes.length; from = to) {
    to = endOfPart(bytes, from, size, dialect);
    yield bytes.subarray(from, to);
  }
}

function endOfPart(bytes: Uint8Array, from: number, size: number, dialect: Dialect): number {
  for (let length = size; from + length < bytes.length; length *= 2) {
    const last = bytes.lastIndexOf(LINE_FEED, from + length - 1);
    const end = behindLastStart(bytes, from, last, dialect) ?? (length >= FAR ? last + 1 : from);
    if (end > from) return end;
  }
  return bytes.length;
}

/** Index behind the last line that starts a record, of those that end from one line feed back to an index. */
function behindLastStart(
  bytes: Uint8Array,
  from: number,
  last: number,
  dialect: Dialect,
): number | undefined {
  const hit: TagHit = { entry: undefined, tag: '', valueStart: 0, lowerCase: false };
  for (let end = last; end >= from;) {
    const before = end === 0 ? -1 : bytes.lastIndexOf(LINE_FEED, end - 1);
    const start = Math.max(before + 1, from);
    const head = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + LINE_HEAD)));
    if (dialect.readTag(head, 0, head.length, hit) && hit.entry?.role === 'start') return end + 1;
    end = before;
  }
  return undefined;
}

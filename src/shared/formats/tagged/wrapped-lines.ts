import {
  CARRIAGE_RETURN,
  HYPHEN,
  isWhiteSpace,
  LARGE_R,
  LESS_THAN,
  LINE_FEED,
  SMALL_R,
  SPACE,
} from './byte-classes';
import type { Places } from './places';

/**
 * Whether the value of a line that ends at `end` goes on at `from`, behind the indent of the next line, in such a way that
 * the two are one line with a space for the line end and the indent. Said only of what is read alike in one line and in two:
 * behind a tag, without white space beside the line end, and not of what may be the number of the next record.
 */
export const goesOn = (bytes: Uint8Array, start: number, end: number, from: number): boolean =>
  (bytes[from] ?? 0) > SPACE &&
  !isWhiteSpace(bytes, from) &&
  !endsInSpace(bytes, end) &&
  startsWithTag(bytes, start) &&
  !mayBeNumber(bytes, from);

/** Whether a line starts with a tag of two to four capitals, padded to four, a hyphen and a space. */
function startsWithTag(bytes: Uint8Array, start: number): boolean {
  let at = start;
  while (at < start + 4 && isCapital(bytes[at] ?? 0)) at += 1;
  if (at < start + 2) return false;
  while (at < start + 4 && bytes[at] === SPACE) at += 1;
  return at === start + 4 && bytes[at] === HYPHEN && bytes[at + 1] === SPACE;
}

const isCapital = (byte: number): boolean => byte >= 65 && byte <= 90;

const endsInSpace = (bytes: Uint8Array, end: number): boolean =>
  (bytes[end - 1] ?? 0) <= SPACE || isWhiteSpace(bytes, end - 2) || isWhiteSpace(bytes, end - 3);

/** The longest line that only numbers a record. */
const LONGEST_NUMBER = 40;

/** Whether a line may be "12.", "<12.>" or "Record #12 of 345". */
function mayBeNumber(bytes: Uint8Array, from: number): boolean {
  const first = bytes[from] ?? 0;
  const isDigit = first >= 48 && first <= 57;
  if (!isDigit && first !== LESS_THAN && first !== LARGE_R && first !== SMALL_R) return false;
  for (let at = from; at <= from + LONGEST_NUMBER; at += 1) {
    const byte = bytes[at];
    if (byte === undefined || byte === LINE_FEED || byte === CARRIAGE_RETURN) return true;
  }
  return false;
}

/** Makes the lines of a text one that end at the places given (bytes) and go on behind an indent. */
export class Unwrapping {
  private room = new Uint8Array();

  constructor(private readonly indent: number) {}

  /** The bytes without the wraps; valid until it is called again. */
  of(bytes: Uint8Array, wraps: Places): Uint8Array {
    if (wraps.length === 0) return bytes;
    if (this.room.length < bytes.length) this.room = new Uint8Array(bytes.length);
    const { room, indent } = this;
    room.set(bytes);
    let to = wraps.at(0);
    for (let i = 0; i < wraps.length; i += 1) {
      const end = wraps.at(i);
      const from = behindLineEnd(bytes, end) + indent;
      const next = i + 1 < wraps.length ? wraps.at(i + 1) : bytes.length;
      room[to] = SPACE;
      room.copyWithin(to + 1, from, next);
      to += 1 + next - from;
    }
    return room.subarray(0, to);
  }
}

const behindLineEnd = (bytes: Uint8Array, end: number): number =>
  bytes[end] === CARRIAGE_RETURN && bytes[end + 1] === LINE_FEED ? end + 2 : end + 1;

import { firstVisible, sliceTrimmed } from '../line-cursor';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { Draft } from './draft';
import { MarkedLines } from './marked-lines';
import { pieceOf, type Piece } from './piece';
import type { Dialect, TagEntry, TagHit } from './tag-table';

/** Lines between two calls of `progress`. */
const PROGRESS_EVERY = 512;

/** What Python writes where there is nothing (ASReview, pandas). */
const NOTHING = 'nan';

/** Characters looked at to tell whether a start mark belongs to the fields before it; longer than any record but the rarest. */
const FAR = 64 * 1024;

/** Characters of the end of a file that a problem quotes. */
const QUOTED = 80;

/** A line that only numbers a record ("12." or "Record #3 of 18"), as databases put between records. */
const recordNumber = /^\s{0,8}(?:<?\d{1,7}[.>)]?|<\d{1,7}\.? ?>|Record #?\d{1,7}(?: of \d{1,7})?)\s*$/i;

/** Such a number, the head that the Cochrane Library writes behind it, and the links that Ovid writes behind a record. */
const furniture =
  /^\s{0,8}(?:(?:<?\d{1,7}[.>)]?|<\d{1,7}\.? ?>|Record #?\d{1,7}(?: of \d{1,7})?)\s*$|Provider: |Database: |Content: (?:text|application)\/|Link to the (?:Ovid Full Text|External Link))/i;

/**
 * Reads a file of tagged lines. One pass, nothing looked at twice; every line either reaches a record or is reported.
 * Delivers each record to the sink as soon as the next one starts; answers how many there were.
 */
export const scanTagged = (text: string, dialect: Dialect, sink: ParseSink): number =>
  scanPieces([pieceOf(text)], dialect, sink);

/** The same for a text in pieces of whole lines, each cut where `partsBehindStarts` does; of a long one only some are in memory at a time. */
export function scanPieces(pieces: Iterable<Piece>, dialect: Dialect, sink: ParseSink): number {
  const scan = new TaggedScan(dialect, sink);
  for (const piece of pieces) if (!scan.read(piece)) return scan.records;
  return scan.end();
}

class TaggedScan {
  /** Records delivered so far. */
  records = 0;
  private text = '';
  private readonly lines = new MarkedLines();
  /** Length of the pieces before this one. */
  private before = 0;
  /** Their last characters. */
  private lastBefore = '';
  private readonly hit: TagHit = { entry: undefined, tag: '', valueStart: 0, lowerCase: false };
  private readonly ahead: TagHit = { entry: undefined, tag: '', valueStart: 0, lowerCase: false };
  private readonly unknown = new Set<string>();
  private draft: Draft | undefined;
  private ended = false;
  private blank = false;
  /** Lines looked at so far. */
  private visited = 0;
  private completeRecords = 0;

  private entry: TagEntry | undefined;
  private tag = '';
  private value = '';
  /** The value of a field of several lines: each line, and what joins it to the one before. */
  private parts: string[] = [];
  private even = true;
  private fieldLine = 0;
  private toldJoin = false;
  private toldFurniture = false;
  private readonly toldGlued = new Set<string>();
  private toldOutside = false;
  /** The first line of a record that has no start mark so far. */
  private firstLine = '';
  private readonly toldAfterEnd = new Set<string>();
  private readonly toldWrapped = new Set<string>();

  constructor(
    private readonly dialect: Dialect,
    private readonly sink: ParseSink,
  ) {}

  /** Reads a piece of whole lines; false when the sink wants no more. */
  read({ text, marks }: Piece): boolean {
    this.before += this.text.length;
    this.lastBefore = this.lastText();
    this.text = text;
    const { lines, dialect, hit } = this;
    lines.open(marks);
    while (lines.advance()) {
      this.visited += 1;
      const { start, end } = lines;
      const visible = firstVisible(text, start, end);
      if (visible === end) {
        this.blank = true;
        continue;
      }
      if (dialect.readTag(text, start, end, hit)) this.taggedLine(end);
      else this.untaggedLine(start, visible, end);
      this.blank = false;
      if (this.visited % PROGRESS_EVERY === 0 && this.sink.progress?.(this.before + lines.end) === false)
        return false;
    }
    return true;
  }

  /** Closes the last record; how many there were. */
  end(): number {
    this.closeAtEnd();
    return this.records;
  }

  /** Takes the field the hit points at, and those that may follow on the same line. */
  private taggedLine(end: number): void {
    const { hit, ahead } = this;
    let { entry, tag, lowerCase, valueStart: from } = hit;
    for (;;) {
      if (entry?.role === 'end') {
        this.endMark();
        const next = this.behindEndMark(from, end);
        if (next === undefined) return;
        ({ entry, tag, lowerCase, valueStart: from } = next);
        continue;
      }
      const runsOn = entry?.runsOn === true;
      const cut = runsOn ? this.runOnAt(from, end) : this.dialect.gluedFields ? this.gluedAt(from, end) : end;
      const { entry: nextEntry, tag: nextTag, lowerCase: nextLowerCase, valueStart: nextFrom } = ahead;
      this.field(entry, tag, lowerCase, from, cut);
      if (cut === end) return;
      this.tellGlued(tag, nextTag, runsOn, this.text.slice(cut, end));
      entry = nextEntry;
      tag = nextTag;
      lowerCase = nextLowerCase;
      from = nextFrom;
    }
  }

  /** Where the value that starts at `from` stops because a known field follows; `ahead` then points at that field. */
  private gluedAt(from: number, end: number): number {
    if (this.lines.isEven(from, end)) return end;
    const { text, ahead } = this;
    for (
      let dash = text.indexOf('  - ', from);
      dash >= 0 && dash < end;
      dash = text.indexOf('  - ', dash + 1)
    ) {
      let gap = dash - 2;
      if (gap - 3 <= from || !text.startsWith('   ', gap - 3)) continue;
      if (!this.dialect.readTag(text, gap, end, ahead) || !ahead.entry || ahead.lowerCase) continue;
      while (gap > from && text.charCodeAt(gap - 1) === 32) gap -= 1;
      if (gap > from) return gap;
    }
    return end;
  }

  /** The same for a field behind which the line break itself is forgotten ("SwitzerlandAD  - Univ Paris"). */
  private runOnAt(from: number, end: number): number {
    const { text, ahead } = this;
    for (
      let dash = text.indexOf('  - ', from);
      dash >= 0 && dash < end;
      dash = text.indexOf('  - ', dash + 1)
    ) {
      const tag = dash - 2;
      if (tag > from && this.dialect.readTag(text, tag, end, ahead) && ahead.entry && !ahead.lowerCase)
        return tag;
    }
    return end;
  }

  /** Fields on one line are told once for each two of them, forgotten line breaks once: programs write every record so. */
  private tellGlued(tag: string, nextTag: string, runsOn: boolean, raw: string): void {
    const pair = runsOn ? '' : `${tag} ${nextTag}`;
    if (this.toldGlued.has(pair)) return;
    this.toldGlued.add(pair);
    const message = `${nextTag} stands on the line of ${tag}; the two fields were taken apart, here and wherever it is so.`;
    reportProblem(this.sink, this.lines.number, 'fields-on-one-line', message, raw);
  }

  private field(
    entry: TagEntry | undefined,
    tag: string,
    lowerCase: boolean,
    from: number,
    to: number,
  ): void {
    const line = this.lines.number;
    switch (entry?.role) {
      case 'furniture':
        this.flush();
        return;
      case 'start':
        this.startMark(tag);
        break;
      default:
        this.ensureDraft(entry, tag, from, to);
    }
    const draft = this.draft;
    if (draft === undefined) return;
    if (lowerCase && !draft.toldLowerCase) {
      draft.toldLowerCase = true;
      reportProblem(
        this.sink,
        line,
        'lower-case-tag',
        `Tags in lower case; read as ${tag} and so on.`,
        this.lineText(),
      );
    }
    this.flush();
    this.entry = entry;
    this.tag = tag;
    this.value = sliceTrimmed(this.text, from, to);
    this.even = this.lines.isEven(from, to);
    this.fieldLine = line;
    this.toldJoin = false;
  }

  private startMark(tag: string): void {
    this.flush();
    const { draft, ended, blank } = this;
    const begun =
      draft !== undefined &&
      (draft.startTag !== '' || (this.dialect.needsStart && !this.isLateMark(draft))) &&
      draft.title !== '';
    const opensNew = draft === undefined || ended || draft.startTag === tag || blank || begun;
    if (!opensNew) {
      draft.startTag = tag;
      return;
    }
    if (draft !== undefined && !ended && this.dialect.hasEndMark) {
      reportProblem(
        this.sink,
        this.lines.number,
        'missing-record-end',
        `The record from line ${draft.line} on has no end mark; it was closed where the next one starts.`,
        this.lineText(),
      );
    }
    this.begin(tag);
  }

  /** The start mark of a record whose fields some programs sort otherwise: the title stands before it, and none behind it. */
  private isLateMark(draft: Draft): boolean {
    if (!this.dialect.hasEndMark || draft.title === '') return false;
    const { following } = this.lines;
    const ahead = this.text.slice(following, following + FAR);
    const next = ahead.search(/^(?:ER|TY) {1,2}-/m);
    return next >= 0 && ahead.startsWith('ER', next) && !/^T[1I] {1,2}-/m.test(ahead.slice(0, next));
  }

  /** Makes sure there is a record for a field that is no start mark, and that it is the right one. */
  private ensureDraft(entry: TagEntry | undefined, tag: string, from: number, to: number): void {
    this.flush();
    const { draft } = this;
    if (draft === undefined) {
      if (entry === undefined) this.outside(this.lines.start, to);
      else this.begin('');
      return;
    }
    if (this.ended) {
      const anew = entry !== undefined && (this.blank || (entry.opens && draft.title !== ''));
      if (anew) {
        this.begin('');
      } else if (!this.toldAfterEnd.has(tag)) {
        this.toldAfterEnd.add(tag);
        const raw = this.text.slice(from, to);
        reportProblem(
          this.sink,
          this.lines.number,
          'field-after-end',
          `${tag} stands after the end mark; it was given to the record before it, here and wherever it is so.`,
          raw,
        );
      }
      return;
    }
    if (this.blank && entry?.opens === true && this.mayOpen(draft, entry)) this.begin('');
  }

  /** Whether a field behind an empty line opens another record: in one that has its start mark only a second title does, as some leave lines empty between fields. */
  private mayOpen(draft: Draft, entry: TagEntry): boolean {
    if (draft.title === '') return false;
    return draft.startTag === '' || !this.dialect.hasEndMark || !entry.lines;
  }

  private endMark(): void {
    this.flush();
    if (this.draft === undefined || this.ended) this.outside(this.lines.start, this.lines.end);
    else this.ended = true;
    this.entry = undefined;
    this.tag = '';
  }

  /** What stands behind an end mark on its line: the next record, or text that belongs to none. */
  private behindEndMark(from: number, end: number): TagHit | undefined {
    const at = firstVisible(this.text, from, end);
    if (at === end) return undefined;
    if (this.dialect.readTag(this.text, at, end, this.hit)) return this.hit;
    this.outside(at, end);
    return undefined;
  }

  private untaggedLine(start: number, visible: number, end: number): void {
    if (end - start < 6 && this.isBareMark(sliceTrimmed(this.text, start, end))) return;
    const between = this.draft === undefined || this.ended || this.tag === '';
    if (between ? this.isFurniture(start, end) : this.isRecordNumber(start, end)) {
      this.furniture(start, end);
      return;
    }
    if (between) {
      this.outside(start, end);
      return;
    }
    const indented = visible > start;
    const lines = this.entry?.lines ?? true;
    const asValue = lines && (!indented || this.dialect.indentedValues);
    if (!indented && !lines && !this.toldJoin && !this.toldWrapped.has(this.tag)) {
      this.toldJoin = true;
      const wraps = this.entry?.wraps === true;
      if (wraps) this.toldWrapped.add(this.tag);
      const message = `A line without tag; joined to ${this.tag} before it${wraps ? ', here and wherever it is so' : ''}.`;
      reportProblem(
        this.sink,
        this.lines.number,
        'continuation-joined',
        message,
        this.text.slice(start, end),
      );
    }
    const part = sliceTrimmed(this.text, start, end);
    this.even = this.even && !asValue && this.lines.isEven(visible, end);
    if (this.value === '') {
      this.value = part;
      return;
    }
    if (this.parts.length === 0) this.parts.push(this.value);
    this.parts.push(asValue ? '\n' : ' ', part);
  }

  /** "ER" alone, whose dash was lost, and "EF", by which Web of Science ends its files. */
  private isBareMark(line: string): boolean {
    if (!this.dialect.hasEndMark || (line !== 'ER' && line !== 'EF')) return false;
    if (line === 'EF') return this.draft === undefined || this.ended;
    if (this.draft !== undefined && !this.ended) this.endMark();
    return true;
  }

  /** A number between two records, although the first of them was never closed. */
  private isRecordNumber(start: number, end: number): boolean {
    if (end - start > 40 || !recordNumber.test(this.text.slice(start, end))) return false;
    const { following } = this.lines;
    const limit = Math.min(this.text.length, following + 400);
    const at = firstVisible(this.text, following, limit);
    return this.dialect.readTag(this.text, at, limit, this.hit) && this.hit.entry?.role === 'start';
  }

  /** What databases write between the records of an export: told once, as it stands there for every record. */
  private isFurniture(start: number, end: number): boolean {
    return furniture.test(this.text.slice(start, Math.min(end, start + 80)));
  }

  private furniture(start: number, end: number): void {
    if (this.toldFurniture) return;
    this.toldFurniture = true;
    const message =
      'Numbers and links between the records belong to none of them; this one and all further ones were skipped.';
    reportProblem(this.sink, this.lines.number, 'text-outside-record', message, this.text.slice(start, end));
  }

  /** A line of no record; those that follow it up to the next record are told with it. */
  private outside(start: number, end: number): void {
    if (this.toldOutside) return;
    this.toldOutside = true;
    reportProblem(
      this.sink,
      this.lines.number,
      'text-outside-record',
      'This line, and what else stands before the next record, belongs to no record and was skipped.',
      sliceTrimmed(this.text, start, end),
    );
  }

  private begin(startTag: string): void {
    this.close();
    this.draft = new Draft(this.lines.number, this.sink);
    this.draft.startTag = startTag;
    this.ended = false;
    this.toldOutside = false;
    this.firstLine = startTag === '' ? this.lineText() : '';
  }

  /** Hands the field that is complete now to the draft. */
  private flush(): void {
    const { draft, tag, entry } = this;
    if (draft === undefined || tag === '') return;
    this.tag = '';
    const value = this.wholeValue();
    if (tag === this.dialect.lastTag) draft.sawLastTag = true;
    if (value === '' || value === NOTHING) return;
    if (entry === undefined) {
      draft.keep(tag, value);
      this.tellUnknown(tag, value);
    } else {
      draft.even = this.even;
      entry.set(draft, value, tag, this.fieldLine);
    }
    this.value = '';
  }

  /** The value with its lines joined: once, when all are there, so that no tree of twenty halves of a text is kept. */
  private wholeValue(): string {
    if (this.parts.length === 0) return this.value;
    const whole = this.parts.join('');
    this.parts = [];
    return whole;
  }

  private tellUnknown(tag: string, value: string): void {
    if (this.unknown.has(tag)) return;
    this.unknown.add(tag);
    reportProblem(
      this.sink,
      this.fieldLine,
      'unknown-tag',
      `The tag ${tag} is not known here; its text is kept.`,
      value,
    );
  }

  private close(): void {
    this.flush();
    const { draft } = this;
    if (draft === undefined) return;
    this.draft = undefined;
    this.entry = undefined;
    this.records += 1;
    if (draft.startTag === '' && this.dialect.needsStart) {
      reportProblem(
        this.sink,
        draft.line,
        'missing-record-start',
        'Fields without the mark that starts a record; read as a record of their own.',
        this.firstLine,
      );
    }
    if (this.ended || draft.sawLastTag) this.completeRecords += 1;
    this.sink.record(draft.finish());
  }

  private closeAtEnd(): void {
    this.flush();
    const { draft, ended, dialect } = this;
    if (draft !== undefined && !ended) {
      const cut = !/[\n\r]$/.test(this.lastText()) && this.completeRecords > 0 && !draft.sawLastTag;
      if (cut && (dialect.hasEndMark || dialect.lastTag !== undefined)) {
        const raw = this.lastText();
        reportProblem(
          this.sink,
          this.lines.number,
          'truncated',
          'The file ends inside a record; what was there is kept.',
          raw,
        );
      } else if (dialect.hasEndMark) {
        const message = `The last record (line ${draft.line}) has no end mark; it was closed at the end of the file.`;
        reportProblem(this.sink, this.lines.number, 'missing-record-end', message, this.lastText());
      }
    }
    this.close();
  }

  /** The last characters read, as a problem at the end of a file quotes them. */
  private lastText(): string {
    return `${this.lastBefore}${this.text.slice(-QUOTED)}`.slice(-QUOTED);
  }

  private lineText(): string {
    return sliceTrimmed(this.text, this.lines.start, Math.min(this.lines.end, this.lines.start + 300));
  }
}

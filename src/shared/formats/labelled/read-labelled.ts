import { firstVisible, isBlankCode, LineCursor, sliceTrimmed } from '../line-cursor';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { isEndNoteText, readEndNoteText } from './endnote-text';
import { recordOfLabels, type LabelledValue } from './labelled-record';
import { labelField } from './labels';
import { isPubmedSummary, readPubmedSummary } from './pubmed-summary';
import { isPubmedText, readPubmedText } from './pubmed-text';
import { isScopusText, readScopusText } from './scopus-text';

/** Lines between two calls of `progress`. */
const PROGRESS_EVERY = 512;

/** "<12>", "Record #3 of 18", "Record: 3", "Document 2 of 9": a record starts behind it. */
const recordMark =
  /^(?:<(?:RECORD )?\s?\d{1,7}\s?\.?\s?>|序号[:：]\s?\d{1,7}(?:\/\d{1,7})?|Record:? ?#?\d{1,7}(?: of \d{1,7})?|Document \d{1,7} of \d{1,7})$/i;
/** A rule across the page ends a record; what stands between two rules without any label is the frame of the page. */
const rule = /^[_=-]{10,}$/;
/** "Publication title: Journal of X"; a label alone on its line has its value on the next. */
const labelAndValue = /^([A-Za-z][A-Za-z0-9 /().&'*-]{0,50}?):(?:\s|$)/;
/** Engineering Village writes a field a line, without a space behind its name. */
const unspaced = /^([A-Z][A-Za-z0-9 /().-]{2,50}?):(?=\S)/;
/** "{Title}: …" of NoteExpress, "Title-题名: …" of CNKI, "【标题】…" of SinoMed: marks that no text has by chance. */
const framed = /^(?:\{([^{}]{1,50})\}:|([A-Za-z]{2,20})-[\u4e00-\u9fff]{1,12}:|【([^】]{1,20})】:?)/;

/** Names alone on their lines with indented values below, without the numbers that Ovid writes above records elsewhere. */
const unnumbered =
  /^(?:Score|Unique Identifier|Accession Number|Database)[ \t]*(?:\r\n?|\n)[ \t]+\S[^\r\n]*(?:\r\n?|\n)[A-Z][A-Za-z ]{2,30}[ \t]*(?:\r\n?|\n)[ \t]+\S/m;

const tag = /^[A-Z][A-Z0-9]$/;

/** Headings of structured abstracts, which look like labels at the start of a paragraph. */
const isHeading = (label: string): boolean =>
  label === label.toUpperCase() ||
  /^(?:background|introduction|context|objectives?|aims?|purpose|methods?|design|setting|participants|results?|findings|conclusions?|discussion)\b/i.test(
    label,
  );

/**
 * Reads citations written out with the names of their fields: Ovid ("<1>", each name on a line of its own), the Cochrane
 * Library ("Record #1 of 5", "AU: …"), ProQuest and EBSCOhost ("Document 1 of 5", "Author: …"), NoteExpress, CNKI and SinoMed
 * (names in frames), Engineering Village ("<RECORD 1>"), PubMed ("Abstract" and "Summary" as text), Scopus ("Plain text"),
 * EndNote ("Show All Fields"). One pass.
 */
export function readLabelled(text: string, sink: ParseSink): void {
  if (isScopusText(text)) readScopusText(text, sink);
  else if (isEndNoteText(text)) readEndNoteText(text, sink);
  else if (isPubmedText(text)) readPubmedText(text, sink);
  else if (isPubmedSummary(text)) readPubmedSummary(text, sink);
  else new LabelledScan(text, sink).run();
}

class LabelledScan {
  private readonly lines: LineCursor;
  /** Names stand alone on their lines, as Ovid writes them. */
  private readonly alone: boolean;
  /** Names are the two letters of a tag. */
  private readonly tags: boolean;
  /** Values are indented, so that every line that is not is a name. */
  private readonly indented: boolean;
  /** Engineering Village: names without a space behind. */
  private readonly unspaced: boolean;
  private values: LabelledValue[] = [];
  private started = 0;
  private marked = false;
  private blank = true;

  constructor(
    private readonly text: string,
    private readonly sink: ParseSink,
  ) {
    this.lines = new LineCursor(text);
    const head = text.slice(0, 64 * 1024);
    const ovid = /^<\s?\d{1,7}\s?\.?\s?>[ \t]*[\r\n]+([^\r\n:]{2,60})[\r\n]+([^\r\n])/m.exec(head);
    this.unspaced = /^<RECORD \d{1,7}>/m.test(head);
    this.tags = /^(?:TI|AU): /m.test(head);
    this.indented = isBlankCode((ovid?.[2] ?? '').charCodeAt(0)) || unnumbered.test(head);
    this.alone = this.indented || (ovid !== null && labelField(ovid[1] ?? '') !== undefined);
  }

  run(): void {
    const { lines, text } = this;
    while (lines.advance()) {
      const { start, end } = lines;
      if (firstVisible(text, start, end) === end) {
        this.blank = true;
        continue;
      }
      this.line(start, end);
      this.blank = false;
      if (lines.number % PROGRESS_EVERY === 0 && this.sink.progress?.(end) === false) return;
    }
    this.close();
  }

  private line(start: number, end: number): void {
    const written = sliceTrimmed(this.text, start, end);
    if (written.length < 80 && (recordMark.test(written) || rule.test(written))) {
      this.close();
      this.marked = !rule.test(written);
      this.started = this.lines.number;
      return;
    }
    if (this.started === 0) this.started = this.lines.number;
    const [mark, ...names] = framed.exec(written) ?? [];
    const name = names.find((one) => one !== undefined);
    if (mark !== undefined && name !== undefined) {
      this.framedValue(name, written.slice(mark.length).trim());
      return;
    }
    const label = this.labelIn(written, start);
    if (label !== undefined) {
      if (this.blank && !this.marked) this.closeBefore(label);
      const value = this.alone ? '' : written.slice(label.length + 1).trim();
      this.values.push({ label, value, line: this.lines.number });
      return;
    }
    const last = this.values.at(-1);
    if (last === undefined) this.values.push({ label: '', value: written, line: this.lines.number });
    else last.value = last.value === '' ? written : `${last.value}${this.blank ? '\n' : ' '}${written}`;
  }

  /** A value behind a framed name. */
  private framedValue(label: string, value: string): void {
    if (this.blank) this.closeBefore(label);
    const same = this.values.find((before) => before.label === label);
    if (same !== undefined && value !== '') same.value = `${same.value}; ${value}`;
    else this.values.push({ label, value, line: this.lines.number });
  }

  /** Where no mark parts the records, the name that began one, behind a blank line, begins the next. */
  private closeBefore(label: string): void {
    const first = this.values.find((before) => before.label !== '');
    if (first?.label !== label) return;
    this.close();
    this.started = this.lines.number;
  }

  private labelIn(written: string, start: number): string | undefined {
    if (this.alone) {
      if (written.length > 60 || isBlankCode(this.text.charCodeAt(start))) return undefined;
      return this.indented || labelField(written) !== undefined ? written : undefined;
    }
    if (this.unspaced) return unspaced.exec(written)?.[1];
    const label = labelAndValue.exec(written)?.[1];
    if (label === undefined) return undefined;
    if (labelField(label) !== undefined) return label;
    if (this.tags && tag.test(label) && written.charCodeAt(0) === this.text.charCodeAt(start)) return label;
    return this.blank && this.values.length > 0 && !isHeading(label) ? label : undefined;
  }

  /** Delivers what was gathered since the last mark, if it is a record. */
  private close(): void {
    const { values } = this;
    this.values = [];
    const known = values.filter(({ label }) => label !== '' && labelField(label) !== undefined);
    if (known.length >= 2 || (this.marked && known.length > 0)) {
      this.sink.record(recordOfLabels(values, this.started, this.sink));
    } else {
      for (const { label, value, line } of values) {
        const raw = label === '' ? value : `${label}: ${value}`;
        reportProblem(
          this.sink,
          line,
          'text-outside-record',
          'This line belongs to no record and was skipped.',
          raw,
        );
      }
    }
    this.started = 0;
    this.marked = false;
  }
}

/** A part of a value: text between braces or quotes or a number, or the name of an abbreviation (`@string`). */
export type Piece = { readonly kind: 'text' | 'name'; readonly text: string };

export type Field = { readonly name: string; readonly pieces: readonly Piece[] };

/** What was wrong in an entry and how it was read all the same. */
export type Fault = {
  readonly code: 'missing-record-end' | 'truncated' | 'field-after-end' | 'text-outside-record';
  readonly message: string;
  readonly at: number;
};

export type Entry = {
  /** In lower case: article, string, comment ... */
  readonly type: string;
  readonly key: string;
  readonly fields: readonly Field[];
  readonly start: number;
  readonly end: number;
  readonly faults: readonly Fault[];
};

const entryStart = /@[ \t]{0,4}([A-Za-z]{1,40})[ \t\r\n]{0,40}([{(])/g;
/** The next entry for certain: at the start of a line, with a key and a comma or as one of the special entries. */
const nextForCertain =
  /[\r\n][ \t]{0,40}@[ \t]{0,4}(?:(?:string|preamble|comment)[ \t]{0,10}[{(]|[A-Za-z]{1,40}[ \t\r\n]{0,40}[{(][ \t\r\n]{0,40}[^\s,={}"]{0,200}[ \t]{0,10}[,\r\n])/gi;
const fieldStart = /^[ \t\r\n,]{0,200}[A-Za-z][\w:.+-]{0,60}[ \t\r\n]{0,40}=[ \t\r\n]{0,40}["{\w]/;
/** What else belongs to a name that a program wrote in several words ("key words = {…}"). */
const moreOfName = /(?:[ \t]{1,20}[A-Za-z][\w-]{0,40}){1,2}(?=[ \t]{0,40}=)/y;
/** A field that starts a line, behind a value whose end was lost. */
const nextField = /,[ \t]{0,40}\r?\n[ \t]{0,80}[A-Za-z][\w:-]{0,60}[ \t]{0,40}=[ \t\r\n]{0,40}["{\w]/;

/**
 * The entries of a BibTeX text (btxdoc; biblatex 3 writes the same), one after another. An entry never reaches into the
 * next one that surely starts a line, so a lost brace costs at most the entry it is in. Text between entries is a comment.
 */
export function* scanEntries(text: string): Generator<Entry> {
  let from = 0;
  let certain = -1;
  for (;;) {
    entryStart.lastIndex = from;
    const start = entryStart.exec(text);
    if (start === null) return;
    const [found, type = '', open] = start;
    const body = start.index + found.length;
    if (certain < body && certain !== text.length) {
      nextForCertain.lastIndex = body;
      certain = nextForCertain.exec(text)?.index ?? text.length;
    }
    const scan = new EntryScan(text, body, certain, open === '(' ? ')' : '}');
    const entry = scan.read(type.toLowerCase(), start.index);
    yield entry;
    from = Math.max(entry.end, body);
  }
}

/** One entry being read: a position in the text that goes forward and never beyond the limit. */
class EntryScan {
  private readonly fields: Field[] = [];
  private readonly faults: Fault[] = [];

  constructor(
    private readonly text: string,
    private at: number,
    private readonly limit: number,
    private readonly closer: '}' | ')',
  ) {}

  read(type: string, start: number): Entry {
    let key = '';
    if (type === 'comment' || type === 'preamble') this.skipBody();
    else {
      if (type !== 'string') key = this.readKey();
      this.readFields(start);
    }
    return { type, key, fields: this.fields, start, end: this.at, faults: this.faults };
  }

  private fault(code: Fault['code'], message: string, at = this.at): void {
    if (this.faults.length < 5) this.faults.push({ code, message, at });
  }

  private skipSpace(): void {
    while (this.at < this.limit && this.text.charCodeAt(this.at) <= 32) this.at += 1;
  }

  /** White space, commas, and lines that are commented out. */
  private skipBetweenFields(): void {
    for (;;) {
      this.skipSpace();
      const character = this.here();
      if (character === ',') this.at += 1;
      else if (character === '%') this.at = this.indexOf('\n', this.at);
      else return;
    }
  }

  private here(): string {
    return this.at < this.limit ? this.text.charAt(this.at) : '';
  }

  private indexOf(character: string, from: number): number {
    let index = from;
    while (index < this.limit && this.text.charAt(index) !== character) index += 1;
    return index;
  }

  /** Up to the comma; an entry without key starts with a field at once. */
  private readKey(): string {
    this.skipSpace();
    let end = this.at;
    while (
      end < this.limit &&
      !',={}"\r\n'.includes(this.text.charAt(end)) &&
      this.text.charAt(end) !== this.closer
    )
      end += 1;
    const mark = this.text.charAt(end);
    if (mark === '=' || mark === '{' || mark === '"') return '';
    const key = this.text.slice(this.at, end).trim();
    this.at = end;
    return key;
  }

  private readFields(start: number): void {
    for (;;) {
      this.skipBetweenFields();
      const character = this.here();
      if (character === '') {
        this.tellOpen(start);
        return;
      }
      if (character === this.closer) {
        this.at += 1;
        if (!this.goesOn()) return;
        this.fault(
          'field-after-end',
          'A brace too many closed the entry early; the fields behind it were read.',
        );
        continue;
      }
      if (!this.readField()) this.skipJunk();
    }
  }

  private tellOpen(start: number): void {
    if (this.limit === this.text.length)
      this.fault('truncated', 'The file ends inside this entry; what was there is kept.', start);
    else
      this.fault('missing-record-end', 'The entry is not closed; it was ended before the next one.', start);
  }

  /** Whether more fields stand between the end of the entry and the next one. */
  private goesOn(): boolean {
    return fieldStart.test(this.text.slice(this.at, Math.min(this.limit, this.at + 600)));
  }

  private readField(): boolean {
    const from = this.at;
    let end = from;
    while (end < this.limit && end - from < 100 && !/[\s=,{}()"#%]/.test(this.text.charAt(end))) end += 1;
    moreOfName.lastIndex = end;
    if (end > from) end += moreOfName.exec(this.text)?.[0].length ?? 0;
    const name = this.text.slice(from, end).trimEnd();
    this.at = end;
    this.skipSpace();
    if (name === '' || this.here() !== '=') {
      this.at = from;
      return false;
    }
    this.at += 1;
    this.fields.push({ name: name.toLowerCase(), pieces: this.readValue() });
    this.skipSpace();
    const behind = this.here();
    if (behind !== ',' && behind !== this.closer && behind !== '' && behind !== '%') {
      if (fieldStart.test(this.text.slice(this.at, Math.min(this.limit, this.at + 200))))
        this.fault('text-outside-record', 'A comma between two fields is missing.');
      else this.skipJunk();
    }
    return true;
  }

  private readValue(): readonly Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      this.skipSpace();
      const character = this.here();
      if (character === '{' || character === '"')
        pieces.push({ kind: 'text', text: this.readDelimited(character) });
      else {
        const from = this.at;
        while (this.at < this.limit && !/[\s,#{}()"=]/.test(this.text.charAt(this.at))) this.at += 1;
        const text = this.text.slice(from, this.at);
        if (text !== '') pieces.push({ kind: /^\d+$/.test(text) ? 'text' : 'name', text });
      }
      const end = this.at;
      this.skipSpace();
      if (this.here() !== '#') {
        this.at = end;
        return pieces;
      }
      this.at += 1;
    }
  }

  /**
   * The text between braces, or between quotes with braces in it. Where its end is lost it goes to the next field that
   * starts a line, else to the limit.
   */
  private readDelimited(open: '{' | '"'): string {
    const from = this.at + 1;
    let depth = 0;
    for (let index = from; index < this.limit; index += 1) {
      const character = this.text.charAt(index);
      if (character === '\\') index += 1;
      else if (character === '{') depth += 1;
      else if (character === '}' && depth > 0) depth -= 1;
      else if ((open === '{' && character === '}') || (open === '"' && character === '"' && depth === 0)) {
        this.at = index + 1;
        this.skipSpace();
        const behind = this.here();
        this.at = index + 1;
        const value = this.text.slice(from, index);
        // The brace of the entry closed the value: nothing is left to close the entry.
        if (behind !== '' || !nextField.test(value)) return value;
        break;
      }
    }
    const rest = this.text.slice(from, this.limit);
    const next = nextField.exec(rest);
    this.fault('missing-record-end', 'A value is not closed; it was ended before the next field.', from - 1);
    this.at = next === null ? this.limit : from + next.index;
    return next === null ? rest.trimEnd().replace(/[},)\s]{1,10}$/, '') : rest.slice(0, next.index);
  }

  /** Passes over text that is no field, up to the next comma, line or end of the entry. */
  private skipJunk(): void {
    const from = this.at;
    let depth = 0;
    while (this.at < this.limit) {
      const character = this.text.charAt(this.at);
      if (character === '{') depth += 1;
      else if (depth > 0 && character === '}') depth -= 1;
      else if (depth === 0 && (character === ',' || character === '\n' || character === this.closer)) break;
      this.at += 1;
    }
    if (this.at === from) this.at += 1;
    const junk = this.text.slice(from, Math.min(this.at, from + 60)).trim();
    this.fault('text-outside-record', `Text between the fields was passed over: ${junk}`, from);
  }

  /** To the brace that closes a comment or preamble; where there is none, only behind the opening one. */
  private skipBody(): void {
    let depth = 1;
    const [open, close] = this.closer === '}' ? ['{', '}'] : ['(', ')'];
    for (let index = this.at; index < this.limit; index += 1) {
      const character = this.text.charAt(index);
      if (character === open) depth += 1;
      else if (character === close) depth -= 1;
      if (depth === 0) {
        this.at = index + 1;
        return;
      }
    }
  }
}

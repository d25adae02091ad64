import { accents, quoting, spaces, switches, symbols, withoutText } from './latex-symbols';

/** Groups nested deeper than this are read as plain text. */
const DEEPEST = 50;

/**
 * LaTeX as people read it: accents and symbols as characters, commands for looks left out, groups without their braces,
 * formulas as text, dashes and quotation marks set. A command that is not known stays with its text. One pass.
 */
export function latexToText(source: string): string {
  if (!/[\\{}$~]|--|``|''/.test(source)) return source;
  const text = new LatexScan(source).text();
  return text.normalize('NFC');
}

const isLetter = (character: string): boolean => /^[A-Za-z]$/.test(character);

class LatexScan {
  private at = 0;
  private math = false;
  private depth = 0;

  constructor(private readonly source: string) {}

  text(): string {
    let out = '';
    while (this.at < this.source.length) {
      out += this.run();
      // A brace that closes nothing.
      if (this.at < this.source.length) this.at += 1;
    }
    return out;
  }

  /** Text up to a closing brace or the end. */
  private run(): string {
    let out = '';
    while (this.at < this.source.length && this.source.charAt(this.at) !== '}') out += this.next();
    return out;
  }

  private next(): string {
    const character = this.source.charAt(this.at);
    switch (character) {
      case '\\':
        return this.command();
      case '{':
        return this.group();
      case '$':
        return this.dollar();
      case '~':
        this.at += 1;
        return ' ';
      case '^':
      case '_':
        this.at += 1;
        return this.math ? '' : character;
      case '-':
        return this.math ? this.literal() : this.dash();
      case '`':
      case "'":
        return this.quote(character);
      default:
        return this.plain();
    }
  }

  /** Where a formula begins or ends; elsewhere the sign of a currency. */
  private dollar(): string {
    const isDouble = this.source.charAt(this.at + 1) === '$';
    if (!this.math && !isDouble && !this.opensFormula()) return this.literal();
    this.at += isDouble ? 2 : 1;
    this.math = !this.math && this.source.includes('$', this.at);
    return '';
  }

  /** Between "$5 and US$8" stands no formula, though "$5$" is one, as is "$<$5". */
  private opensFormula(): boolean {
    const end = this.source.indexOf('$', this.at + 1);
    if (end < 0) return false;
    const inside = this.source.slice(this.at + 1, end);
    if (/[\\^_]/.test(inside)) return true;
    if (/^\s|\s$/.test(inside)) return false;
    return !(/^\d/.test(inside) && /^\d/.test(this.source.charAt(end + 1)));
  }

  private literal(): string {
    const character = this.source.charAt(this.at);
    this.at += 1;
    return character;
  }

  /** A run of characters that mean themselves. */
  private plain(): string {
    const from = this.at;
    this.at += 1;
    while (this.at < this.source.length && !"\\{}$~^_-`'".includes(this.source.charAt(this.at))) this.at += 1;
    return this.source.slice(from, this.at);
  }

  private dash(): string {
    let count = 0;
    while (count < 3 && this.source.charAt(this.at + count) === '-') count += 1;
    this.at += count;
    return count === 3 ? '—' : count === 2 ? '–' : '-';
  }

  private quote(mark: '`' | "'"): string {
    if (this.source.charAt(this.at + 1) !== mark) return this.literal();
    this.at += 2;
    return mark === '`' ? '“' : '”';
  }

  /** A group without its braces; the position ends behind it. */
  private group(): string {
    this.at += 1;
    if (this.depth >= DEEPEST) return '';
    this.depth += 1;
    const inside = this.run();
    this.depth -= 1;
    this.at += 1;
    return inside;
  }

  /** The argument of a command: a group, or the next character or command. */
  private argument(): string {
    while (this.source.charAt(this.at) === ' ') this.at += 1;
    const character = this.source.charAt(this.at);
    if (character === '' || character === '}') return '';
    if (character === '{') return this.group();
    if (character === '\\') {
      if (this.depth >= DEEPEST) return this.literal();
      this.depth += 1;
      const inner = this.command();
      this.depth -= 1;
      return inner;
    }
    const [first = ''] = this.source.slice(this.at, this.at + 2);
    this.at += first.length;
    return first;
  }

  /** The group that follows, as it stands; undefined if none does. */
  private verbatim(): string | undefined {
    if (this.source.charAt(this.at) !== '{') return undefined;
    const close = this.source.indexOf('}', this.at);
    if (close < 0) return undefined;
    const inside = this.source.slice(this.at + 1, close);
    this.at = close + 1;
    return inside;
  }

  private command(): string {
    const from = this.at;
    this.at += 1;
    const first = this.source.charAt(this.at);
    if (!isLetter(first)) return this.controlSymbol(first);
    while (isLetter(this.source.charAt(this.at))) this.at += 1;
    const name = this.source.slice(from + 1, this.at);
    const accent = name.length === 1 ? accents.get(name) : undefined;
    if (accent !== undefined && /^[\s{\\]/.test(this.source.charAt(this.at))) return this.accented(accent);
    // Inside tables of LaTeX (tabbing) these three accents are written with an "a" before them.
    const tabbed = name === 'a' ? accents.get(this.source.charAt(this.at)) : undefined;
    if (tabbed !== undefined && "'`=".includes(this.source.charAt(this.at))) {
      this.at += 1;
      return this.accented(tabbed);
    }
    const symbol = symbols.get(name);
    if (symbol !== undefined) {
      this.endOfName();
      return symbol;
    }
    if (withoutText.has(name)) {
      while (this.source.charAt(this.at) === '[') this.option();
      if (this.source.charAt(this.at) === '{') this.group();
      return '';
    }
    if (spaces.has(name)) {
      this.endOfName();
      return ' ';
    }
    if (switches.has(name)) {
      if (this.source.charAt(this.at) === ' ') this.at += 1;
      return '';
    }
    if (quoting.has(name)) return `“${this.argument()}”`;
    if (name === 'url' || name === 'path' || name === 'nolinkurl') return this.verbatim() ?? '';
    if (name === 'href') {
      this.verbatim();
      return this.argument();
    }
    if (name === 'verb') return this.verb();
    if (name === 'char') return this.character();
    if (this.source.charAt(this.at) === '{') return this.group();
    return this.source.slice(from, this.at);
  }

  private accented(accent: string): string {
    const letter = this.argument();
    if (letter === '') return '';
    const [first = ''] = letter;
    const base = first === 'ı' && accent !== '\u0323' ? 'i' : first === 'ȷ' ? 'j' : first;
    return base + accent + letter.slice(first.length);
  }

  /** A command of one character that is no letter: an accent, an escaped character, or a space. */
  private controlSymbol(character: string): string {
    this.at += 1;
    const accent = accents.get(character);
    if (accent !== undefined) return this.accented(accent);
    if (character === '\\' || character === ' ' || character === '\n' || character === '\r') return ' ';
    if (character === ',' || character === ';' || character === ':')
      return character === ',' ? '\u202F' : ' ';
    if (character === '!' || character === '/' || character === '-' || character === '') return '';
    if (character === '(' || character === ')' || character === '[' || character === ']') return '';
    return character;
  }

  /** The space or empty group that only ends a command's name. */
  private endOfName(): void {
    if (this.source.startsWith('{}', this.at)) this.at += 2;
    else if (this.source.charAt(this.at) === ' ') this.at += 1;
  }

  private option(): void {
    const close = this.source.slice(this.at, this.at + 200).indexOf(']');
    this.at += close < 0 ? 1 : close + 1;
  }

  private verb(): string {
    const mark = this.source.charAt(this.at);
    const close = mark === '' ? -1 : this.source.indexOf(mark, this.at + 1);
    if (close < 0) return '';
    const inside = this.source.slice(this.at + 1, close);
    this.at = close + 1;
    return inside;
  }

  private character(): string {
    const digits = /^\d{1,6}/.exec(this.source.slice(this.at, this.at + 6))?.[0] ?? '';
    this.at += digits.length;
    const code = Number(digits);
    return digits !== '' && code >= 32 && code < 0xd800 ? String.fromCharCode(code) : '';
  }
}

/** A number as a paper prints it, read. */
export type PrintedNumber = {
  readonly value: number;
  /** "1,234" could be a decimal or thousands; it was read as what the field expects. */
  readonly ambiguous: boolean;
  /** The paper gives a bound, not a value: "<.001". The value is then the bound. */
  readonly bound?: '<' | '>';
};

const minusSigns = /[\u2212\u2010-\u2015\uFE63\uFF0D]/gu;
const middleDots = /[\u00B7\u2219\u22C5\u2027]/gu;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
// Without a caret, a minus or a superscript there is no power: "2 x 100" is a product, and left unread.
const power = /\s*[×x*]\s*10\s*(?:\^\s*(?=[-\d])|(?=-))(-?\d{1,3})$/u;

/**
 * Reads a number as papers print it: decimal point, comma or middle dot; U+2212 and other minus signs; thousands set
 * off by spaces, points, commas or apostrophes; a percent sign (the number stays on the 0-100 scale); "<.001",
 * "p = .03"; "3.1 × 10⁻⁴". "1,234" could be either: where a count is expected it is thousands, else a
 * decimal, and it is marked. Nothing is guessed from words or ranges.
 */
export function numberAsPrinted(
  text: string,
  expects: 'number' | 'count' = 'number',
): PrintedNumber | undefined {
  const plain = text
    .trim()
    .replace(/^[pP]\s*(?=[<>=\u2264\u2265])/u, '')
    .replace(/[⁻⁰¹²³⁴-⁹]+$/u, raised)
    .replace(minusSigns, '-')
    .replace(middleDots, '·');
  const relation = /^(?:<|>|=|\u2264|\u2265)\s*/u.exec(plain)?.[0] ?? '';
  const body = plain.slice(relation.length).replace(/\s*%$/u, '');
  const exponent = power.exec(body)?.[1] ?? /[eE](-?\d{1,3})$/u.exec(body)?.[1];
  const mantissa = exponent === undefined ? body : body.replace(power, '').replace(/[eE]-?\d{1,3}$/u, '');
  const sign = /^([+-]?)\s*/u.exec(mantissa)?.[0] ?? '';
  const digits = readDigits(mantissa.slice(sign.length).trim(), expects);
  if (!digits) return undefined;
  const value = Number(`${sign.trim() === '-' ? '-' : ''}${digits.text}e${exponent ?? '0'}`);
  if (!Number.isFinite(value)) return undefined;
  const bound = boundOf(relation.trim());
  return { value, ambiguous: digits.ambiguous, ...(bound === undefined ? {} : { bound }) };
}

/** "⁻⁴" as "^-4". */
function raised(exponent: string): string {
  const digits = [...exponent].map((sign) => (sign === '⁻' ? '-' : String(superscripts.indexOf(sign))));
  return `^${digits.join('')}`;
}

function boundOf(relation: string): '<' | '>' | undefined {
  if (relation === '<' || relation === '\u2264') return '<';
  return relation === '>' || relation === '\u2265' ? '>' : undefined;
}

type Digits = { readonly text: string; readonly ambiguous: boolean };

/** Unsigned digits with at most one decimal mark and one kind of thousands mark, as JavaScript writes them. */
function readDigits(text: string, expects: 'number' | 'count'): Digits | undefined {
  // Spaces and apostrophes are only ever thousands.
  const spaced = /^(\d{1,3}(?:[\s\u00A0\u2009\u202F'’]\d{3})+)([.,·]\d*)?$/u.exec(text);
  if (spaced) {
    const [, whole = '', fraction = ''] = spaced;
    return { text: `${whole.replace(/\D/gu, '')}.${fraction.slice(1) || '0'}`, ambiguous: false };
  }
  const simple = /^(\d{0,15})(?:([.,·])(\d*))?$/u.exec(text);
  if (simple) {
    const [, whole = '', mark, fraction = ''] = simple;
    if (whole === '' && fraction === '') return undefined;
    const couldBeThousands =
      mark !== undefined && mark !== '·' && fraction.length === 3 && /^[1-9]\d{0,2}$/u.test(whole);
    if (couldBeThousands && expects === 'count')
      return { text: `${whole}${fraction}`, ambiguous: mark === ',' };
    return {
      text: `${whole || '0'}.${fraction || '0'}`,
      ambiguous: couldBeThousands && mark === ',',
    };
  }
  // Several marks: all but the last kind set off thousands, and the last, if it is another, is the decimal mark.
  const grouped = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:([.,·])(\d*))?$/u.exec(text);
  if (!grouped) return undefined;
  const [, whole = '', thousands, mark, fraction = ''] = grouped;
  if (mark === thousands) return undefined;
  return { text: `${whole.replace(/\D/gu, '')}.${fraction || '0'}`, ambiguous: false };
}

/** How a journal sets numbers. */
export type PrintStyle = {
  readonly decimal: '.' | ',' | '·';
  readonly thousands: '' | ' ' | '\u2009' | '\u202f' | ',' | '.' | '’';
  readonly minus: '-' | '\u2212' | '\u2013';
  /** False prints ".05". */
  readonly leadingZero: boolean;
  readonly percent: boolean;
};

/** Prints a number as a paper in this style would; the inverse of `numberAsPrinted`. */
export function printNumber(value: number, decimals: number, style: PrintStyle): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = style.thousands === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/gu, style.thousands);
  const lead = whole === '0' && !style.leadingZero && fraction !== undefined ? '' : grouped;
  const sign = value < 0 ? style.minus : '';
  const rest = fraction === undefined ? '' : `${style.decimal}${fraction}`;
  return `${sign}${lead}${rest}${style.percent ? '%' : ''}`;
}

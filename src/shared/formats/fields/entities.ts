/**
 * Character references of HTML: numeric ones, and the named ones of HTML 4.01 (section 24) plus a few of HTML 5 that
 * publishers use. A name that is not listed stays as it stands; nothing is ever expanded more than once per pass.
 */

/** Names of U+00A0 to U+00FF in order (HTML 4.01, 24.2.1). */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Greek letters in Unicode order; `-` marks the gap at U+03A2. */
const greekCapitals =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega';
const greekSmall =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega';

const symbols: Readonly<Record<string, number>> = {
  quot: 0x22,
  amp: 0x26,
  apos: 0x27,
  lt: 0x3c,
  gt: 0x3e,
  num: 0x23,
  dollar: 0x24,
  percnt: 0x25,
  lpar: 0x28,
  rpar: 0x29,
  ast: 0x2a,
  plus: 0x2b,
  comma: 0x2c,
  period: 0x2e,
  sol: 0x2f,
  colon: 0x3a,
  semi: 0x3b,
  equals: 0x3d,
  quest: 0x3f,
  commat: 0x40,
  lsqb: 0x5b,
  lbrack: 0x5b,
  bsol: 0x5c,
  rsqb: 0x5d,
  rbrack: 0x5d,
  lowbar: 0x5f,
  lcub: 0x7b,
  lbrace: 0x7b,
  rcub: 0x7d,
  rbrace: 0x7d,
  verbar: 0x7c,
  Amacr: 0x100,
  amacr: 0x101,
  Abreve: 0x102,
  abreve: 0x103,
  Aogon: 0x104,
  aogon: 0x105,
  Cacute: 0x106,
  cacute: 0x107,
  Ccaron: 0x10c,
  ccaron: 0x10d,
  Dcaron: 0x10e,
  dcaron: 0x10f,
  Dstrok: 0x110,
  dstrok: 0x111,
  Emacr: 0x112,
  emacr: 0x113,
  Eogon: 0x118,
  eogon: 0x119,
  Ecaron: 0x11a,
  ecaron: 0x11b,
  Gbreve: 0x11e,
  gbreve: 0x11f,
  Imacr: 0x12a,
  imacr: 0x12b,
  Idot: 0x130,
  imath: 0x131,
  inodot: 0x131,
  Lstrok: 0x141,
  lstrok: 0x142,
  Nacute: 0x143,
  nacute: 0x144,
  Ncaron: 0x147,
  ncaron: 0x148,
  Omacr: 0x14c,
  omacr: 0x14d,
  Odblac: 0x150,
  odblac: 0x151,
  OElig: 0x152,
  oelig: 0x153,
  Rcaron: 0x158,
  rcaron: 0x159,
  Sacute: 0x15a,
  sacute: 0x15b,
  Scedil: 0x15e,
  scedil: 0x15f,
  Scaron: 0x160,
  scaron: 0x161,
  Tcaron: 0x164,
  tcaron: 0x165,
  Umacr: 0x16a,
  umacr: 0x16b,
  Uring: 0x16e,
  uring: 0x16f,
  Udblac: 0x170,
  udblac: 0x171,
  Yuml: 0x178,
  Zacute: 0x179,
  zacute: 0x17a,
  Zdot: 0x17b,
  zdot: 0x17c,
  Zcaron: 0x17d,
  zcaron: 0x17e,
  fnof: 0x192,
  circ: 0x2c6,
  tilde: 0x2dc,
  thetasym: 0x3d1,
  upsih: 0x3d2,
  piv: 0x3d6,
  ensp: 0x2002,
  emsp: 0x2003,
  thinsp: 0x2009,
  hairsp: 0x200a,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
  hyphen: 0x2010,
  dash: 0x2010,
  ndash: 0x2013,
  mdash: 0x2014,
  lsquo: 0x2018,
  rsquo: 0x2019,
  sbquo: 0x201a,
  ldquo: 0x201c,
  rdquo: 0x201d,
  bdquo: 0x201e,
  dagger: 0x2020,
  Dagger: 0x2021,
  bull: 0x2022,
  hellip: 0x2026,
  permil: 0x2030,
  prime: 0x2032,
  Prime: 0x2033,
  lsaquo: 0x2039,
  rsaquo: 0x203a,
  oline: 0x203e,
  frasl: 0x2044,
  euro: 0x20ac,
  image: 0x2111,
  weierp: 0x2118,
  real: 0x211c,
  trade: 0x2122,
  alefsym: 0x2135,
  larr: 0x2190,
  uarr: 0x2191,
  rarr: 0x2192,
  darr: 0x2193,
  harr: 0x2194,
  crarr: 0x21b5,
  lArr: 0x21d0,
  uArr: 0x21d1,
  rArr: 0x21d2,
  dArr: 0x21d3,
  hArr: 0x21d4,
  forall: 0x2200,
  part: 0x2202,
  exist: 0x2203,
  empty: 0x2205,
  nabla: 0x2207,
  isin: 0x2208,
  notin: 0x2209,
  ni: 0x220b,
  prod: 0x220f,
  sum: 0x2211,
  minus: 0x2212,
  lowast: 0x2217,
  radic: 0x221a,
  prop: 0x221d,
  infin: 0x221e,
  ang: 0x2220,
  and: 0x2227,
  or: 0x2228,
  cap: 0x2229,
  cup: 0x222a,
  int: 0x222b,
  there4: 0x2234,
  sim: 0x223c,
  cong: 0x2245,
  asymp: 0x2248,
  ne: 0x2260,
  equiv: 0x2261,
  le: 0x2264,
  ge: 0x2265,
  leq: 0x2264,
  geq: 0x2265,
  les: 0x2a7d,
  ges: 0x2a7e,
  sub: 0x2282,
  sup: 0x2283,
  nsub: 0x2284,
  sube: 0x2286,
  supe: 0x2287,
  oplus: 0x2295,
  otimes: 0x2297,
  perp: 0x22a5,
  sdot: 0x22c5,
  loz: 0x25ca,
  spades: 0x2660,
  clubs: 0x2663,
  hearts: 0x2665,
  diams: 0x2666,
};

const named = new Map<string, string>(
  Object.entries(symbols).map(([name, code]) => [name, String.fromCodePoint(code)]),
);
const addInOrder = (names: string, first: number): void => {
  for (const [offset, name] of names.split(' ').entries()) {
    if (name !== '-') named.set(name, String.fromCodePoint(first + offset));
  }
};
addInOrder(latin1, 0xa0);
addInOrder(greekCapitals, 0x391);
addInOrder(greekSmall, 0x3b1);

/** Browsers read references to the C1 range as windows-1252 (HTML standard, "numeric character reference end state"). */
const c1 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** The longest reference looked at: `&thetasym;` and `&#x10FFFF;` are shorter. */
const LONGEST_REFERENCE = 12;

function decodeOnce(text: string): string {
  let ampersand = text.indexOf('&');
  if (ampersand < 0) return text;
  let out = '';
  let from = 0;
  while (ampersand >= 0) {
    const semicolon = text.slice(ampersand, ampersand + LONGEST_REFERENCE).indexOf(';');
    const decoded = semicolon > 1 ? characterOf(text.slice(ampersand + 1, ampersand + semicolon)) : undefined;
    if (decoded === undefined) {
      ampersand = text.indexOf('&', ampersand + 1);
      continue;
    }
    out += text.slice(from, ampersand) + decoded;
    from = ampersand + semicolon + 1;
    ampersand = text.indexOf('&', from);
  }
  return from === 0 ? text : out + text.slice(from);
}

/** The character a reference stands for, given what is between `&` and `;`; undefined if it stands for none. */
export function characterOf(reference: string): string | undefined {
  if (reference.charCodeAt(0) !== 0x23) return named.get(reference);
  const hex = reference[1] === 'x' || reference[1] === 'X';
  const digits = reference.slice(hex ? 2 : 1);
  if (!(hex ? /^[0-9a-fA-F]{1,6}$/ : /^[0-9]{1,7}$/).test(digits)) return undefined;
  const code = Number.parseInt(digits, hex ? 16 : 10);
  if (code >= 0x80 && code <= 0x9f) return c1[code - 0x80];
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}

/**
 * Decodes character references; what was escaped twice (`&amp;lt;`) is decoded twice, as export files that passed two
 * programs need it.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const once = decodeOnce(text);
  return once === text || !once.includes('&') ? once : decodeOnce(once);
}

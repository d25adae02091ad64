import { analyse } from 'chardet';
import { codePage850, macRoman, windows1252 } from './single-byte-tables';

/** How many bytes around characters beyond ASCII the detection looks at. */
const SAMPLE = 64 * 1024;
const CONTEXT = 60;

/**
 * The parts of a file that tell its encoding: stretches around bytes above 7F, up to 64 kB. An export is mostly ASCII;
 * a sample from its beginning would often hold none of them.
 */
function tellingSample(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE);
  let filled = 0;
  let covered = 0;
  for (let i = 0; i < bytes.length && filled < SAMPLE; i += 1) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    const from = Math.max(covered, i - CONTEXT);
    const part = bytes.subarray(from, Math.min(bytes.length, i + CONTEXT, from + SAMPLE - filled));
    sample.set(part, filled);
    filled += part.length;
    covered = from + part.length;
    i = covered - 1;
  }
  return sample.subarray(0, filled);
}

/** Share of bytes above 7F that stand alone between ASCII bytes: near 1 in Latin script, near 0 in others. */
function shareAlone(sample: Uint8Array): number {
  let highBytes = 0;
  let alone = 0;
  for (let i = 0; i < sample.length; i += 1) {
    if ((sample[i] ?? 0) < 0x80) continue;
    highBytes += 1;
    if ((sample[i - 1] ?? 0) < 0x80 && (sample[i + 1] ?? 0) < 0x80) alone += 1;
  }
  return highBytes === 0 ? 1 : alone / highBytes;
}

const latin: ReadonlySet<string> = new Set(['windows-1250', 'windows-1254', 'windows-1257']);

/** What detection calls an encoding, and by which label we decode it: the windows superset where there is one. */
const labels: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-6': 'iso-8859-6',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'KOI8-R': 'koi8-r',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  Big5: 'big5',
  GB18030: 'gb18030',
  'ISO-2022-JP': 'iso-2022-jp',
};

/** Above this share of lone high bytes a text is in Latin script; below the other, it is not. */
const LATIN_SHARE = 0.7;
const OTHER_SCRIPT_SHARE = 0.3;
/** chardet's confidence (0 to 100) below which windows-1252 is as good a guess; it gives 10 to whatever is possible at all. */
const LEAST_CONFIDENCE = 30;
const LEAST_CONFIDENCE_OTHER_SCRIPT = 15;
/** Another Latin code page must beat windows-1252 by this much: they differ in few letters, and 1252 is far more common. */
const LATIN_LEAD = 12;

const isLower = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x61 && byte <= 0x7a;
/** Bytes below A0 that windows-1252 may well have inside a word: quotes, dashes, the small letters š, œ and ž. */
const westernInWords: ReadonlySet<number> = new Set([
  0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x9a, 0x9c, 0x9e,
]);

/**
 * Whether accented letters stand where Mac OS Roman has them: it keeps é, ü, ö and their like below A0, where windows-1252
 * has signs and capitals that do not come between two small letters.
 */
function looksMac(sample: Uint8Array): boolean {
  let mac = 0;
  let western = 0;
  for (let i = 1; i < sample.length - 1; i += 1) {
    const byte = sample[i] ?? 0;
    if (byte < 0x80 || !isLower(sample[i - 1]) || !isLower(sample[i + 1])) continue;
    if (byte < 0xa0) mac += westernInWords.has(byte) ? 0 : 1;
    else if (byte >= 0xc0) western += 1;
  }
  return mac > western;
}

/** Letters that are common inside the words of Western European languages. */
const commonLetters: ReadonlySet<number> = new Set(
  Array.from('éèêëáàâäãåæçíîïñóôöõøúüß', (letter) => letter.charCodeAt(0)),
);

/** How many of the bytes above 7F between a letter and a small letter a table makes one of their like, and how many there are. */
function lettersInWords(
  sample: Uint8Array,
  table: Uint16Array,
): { readonly letters: number; readonly all: number } {
  let letters = 0;
  let all = 0;
  for (let i = 1; i < sample.length - 1; i += 1) {
    const byte = sample[i] ?? 0;
    if (byte < 0x80 || !isLower((sample[i - 1] ?? 0) | 0x20) || !isLower(sample[i + 1])) continue;
    all += 1;
    if (commonLetters.has(table[byte] ?? 0)) letters += 1;
  }
  return { letters, all };
}

/** Letters inside words that a file must have, and the share of them that a page must explain and windows-1252 may. */
const LEAST_LETTERS = 3;
const EXPLAINED = 0.95;
const NOT_EXPLAINED = 0.6;

/**
 * The page under which nearly all bytes inside words are letters, where windows-1252 makes letters of few: that of DOS (code
 * page 850; 437 has the same letters there, so that nothing tells it apart) or that of the Mac. Undefined without good evidence.
 */
function explainedPage(sample: Uint8Array): 'cp850' | 'macintosh' | undefined {
  const dos = lettersInWords(sample, codePage850);
  const mac = lettersInWords(sample, macRoman);
  const best = Math.max(dos.letters, mac.letters);
  if (dos.all < LEAST_LETTERS || best < dos.all * EXPLAINED || dos.letters === mac.letters) return undefined;
  if (lettersInWords(sample, windows1252).letters > dos.all * NOT_EXPLAINED) return undefined;
  return dos.letters > mac.letters ? 'cp850' : 'macintosh';
}

/**
 * The likely encoding of bytes that are neither UTF-16 nor UTF-8: one of the labels of `offeredEncodings`. Uses chardet on
 * a sample of the stretches that are not ASCII; where that is unsure, windows-1252.
 */
export function detectEncoding(bytes: Uint8Array): string {
  const sample = tellingSample(bytes);
  if (sample.length === 0) return 'windows-1252';
  const alone = shareAlone(sample);
  let western = 0;
  let best: { label: string; confidence: number } | undefined;
  for (const match of analyse(sample)) {
    const label = labels[match.name];
    if (label === undefined) continue;
    if (label === 'windows-1252') western = Math.max(western, match.confidence);
    const isLatin = label === 'windows-1252' || latin.has(label);
    if (isLatin ? alone < OTHER_SCRIPT_SHARE : alone >= LATIN_SHARE) continue;
    if (best === undefined || match.confidence > best.confidence)
      best = { label, confidence: match.confidence };
  }
  const least = alone < OTHER_SCRIPT_SHARE ? LEAST_CONFIDENCE_OTHER_SCRIPT : LEAST_CONFIDENCE;
  if (best === undefined || best.confidence < least) return westernOrMac(sample);
  if (latin.has(best.label) && best.confidence < western + LATIN_LEAD) return westernOrMac(sample);
  if (best.label === 'windows-1252') return westernOrMac(sample);
  return best.label;
}

const westernOrMac = (sample: Uint8Array): string =>
  explainedPage(sample) ?? (looksMac(sample) ? 'macintosh' : 'windows-1252');

/**
 * windows-1252, bytes 80 to 9F (WHATWG Encoding Standard, index windows-1252; the five unassigned bytes give the control
 * characters of the same number). Bytes A0 to FF are Latin-1. Our own table, because `TextDecoder('windows-1252')` of
 * several Node versions decodes this range as Latin-1.
 */
const high =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** UTF-16 code unit of every windows-1252 byte. */
export const windows1252: Uint16Array = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte <= 0x9f ? high.charCodeAt(byte - 0x80) : byte,
);

const withHigh = (high: string): Uint16Array =>
  Uint16Array.from({ length: 256 }, (_, byte) => (byte >= 0x80 ? high.charCodeAt(byte - 0x80) : byte));

/** Differences of Mac OS Roman from ASCII, bytes 80 to FF (Apple, ROMAN.TXT); old EndNote libraries on a Mac use it. */
const macHigh =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** UTF-16 code unit of every Mac OS Roman byte. */
export const macRoman: Uint16Array = withHigh(macHigh);

/**
 * UTF-16 code unit of every byte of code page 850, "DOS Latin 1" (IBM, CP850.TXT of the Unicode Consortium), in which
 * Reference Manager and EndNote for DOS saved.
 */
export const codePage850: Uint16Array = withHigh(
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
);

/** The same for code page 437, that of the first PC; its accented letters stand where those of 850 do. */
export const codePage437: Uint16Array = withHigh(
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
);

const CHUNK = 8192;

/** Text of bytes of which each stands for one UTF-16 code unit. */
export function decodeSingleByte(bytes: Uint8Array, table: Uint16Array): string {
  const parts: string[] = [];
  const units = new Uint16Array(CHUNK);
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const to = Math.min(from + CHUNK, bytes.length);
    for (let i = from; i < to; i += 1) units[i - from] = table[bytes[i] ?? 0] ?? 0xfffd;
    parts.push(String.fromCharCode(...units.subarray(0, to - from)));
  }
  return parts.join('');
}

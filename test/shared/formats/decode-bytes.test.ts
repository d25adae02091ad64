import { decodeBytes, offeredEncodings, readReferenceFile } from '@shared/formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, littleEndian: boolean, mark: boolean): Uint8Array => {
  const marked = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i += 1) view.setUint16(i * 2, marked.charCodeAt(i), littleEndian);
  return bytes;
};
const record = 'TY  - JOUR\nTI  - Für ältere Menschen\nAU  - Müller, Jörg\nER  - \n';

describe('decoding', () => {
  it.each([
    ['UTF-8', utf8(record), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${record}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(record, true, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(record, false, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(record, true, false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(record, false, false), 'utf-16be'],
  ])('knows %s for certain', (_, bytes, encoding) => {
    expect(decodeBytes(bytes)).toEqual({ text: record, encoding, problems: [] });
  });

  it('reads bytes that are neither as windows-1252, and says that it guessed', () => {
    const { text, encoding, problems } = decodeBytes(latin1(record));
    expect([text, encoding, problems.map((problem) => problem.code)]).toEqual([
      record,
      'windows-1252',
      ['encoding-guessed'],
    ]);
  });

  it.each([
    ['XML', '<?xml version="1.0" encoding="ISO-8859-1" ?>'],
    ['a web page', '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'],
    ['JabRef', '% Encoding: ISO8859_1'],
  ])('does not guess where %s says its encoding', (_, declaration) => {
    const text = `${declaration}\n${record}`;
    expect(decodeBytes(latin1(text))).toEqual({ text, encoding: 'windows-1252', problems: [] });
    expect(decodeBytes(utf8(text)).encoding).toBe('utf-8');
  });

  it('guesses where the encoding that is said cannot be it, or is not known', () => {
    for (const label of ['UTF-8', 'made-up']) {
      const bytes = latin1(`<?xml version="1.0" encoding="${label}"?>\n${record}`);
      expect(decodeBytes(bytes).problems.map(({ code }) => code)).toEqual(['encoding-guessed']);
    }
  });

  it('reads the bytes 80 to 9F of windows-1252 as its table has them', () => {
    const bytes = latin1('TI  - \x93M\xfcller\x92s\x94 study \x96 cost \x80 5\n');
    expect(decodeBytes(bytes, 'windows-1252').text).toBe('TI  - “Müller’s” study – cost € 5\n');
  });

  it.each([
    [
      'windows-1251',
      [0xdd, 0xf4, 0xf4, 0xe5, 0xea, 0xf2, 0xe8, 0xe2, 0xed, 0xee, 0xf1, 0xf2, 0xfc],
      'Эффективность',
    ],
    ['koi8-r', [0xfc, 0xc6, 0xc6, 0xc5, 0xcb, 0xd4], 'Эффект'],
    ['shift_jis', [0x8c, 0xa4, 0x8b, 0x86], '研究'],
    ['gb18030', [0xd1, 0xd0, 0xbe, 0xbf], '研究'],
    ['macintosh', [0x4d, 0x9f, 0x6c, 0x6c, 0x65, 0x72], 'Müller'],
  ] as const)('decodes %s when told to', (encoding, bytes, text) => {
    expect(decodeBytes(Uint8Array.from(bytes), encoding)).toMatchObject({ text, encoding });
  });

  it('guesses Cyrillic from the letters alone', () => {
    const alphabet = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';
    const cyrillic = (text: string): Uint8Array =>
      Uint8Array.from(text, (letter) =>
        alphabet.includes(letter) ? 0xc0 + alphabet.indexOf(letter) : letter.charCodeAt(0),
      );
    const text =
      'TY  - JOUR\nTI  - Эффективность взаимной поддержки у людей с тяжелыми психическими расстройствами\nER  - \n';
    expect(decodeBytes(cyrillic(text))).toMatchObject({ text, encoding: 'windows-1251' });
  });

  describe('of DOS and the Mac', () => {
    /** Where code pages 850 and 437, and Mac OS Roman, keep the letters of the texts below. */
    const dos = {
      é: 0x82,
      è: 0x8a,
      ç: 0x87,
      à: 0x85,
      ï: 0x8b,
      ü: 0x81,
      ö: 0x94,
      ä: 0x84,
      ß: 0xe1,
      ó: 0xa2,
      ñ: 0xa4,
      í: 0xa1,
    };
    const mac = {
      é: 0x8e,
      è: 0x8f,
      ç: 0x8d,
      à: 0x88,
      ï: 0x95,
      ü: 0x9f,
      ö: 0x9a,
      ä: 0x8a,
      ß: 0xa7,
      ó: 0x97,
      ñ: 0x96,
      í: 0x92,
    };
    const encoded = (text: string, table: Readonly<Record<string, number>>): Uint8Array =>
      Uint8Array.from(text, (letter) => table[letter] ?? letter.charCodeAt(0));

    it.each([
      'TI  - où sont les garçons élevés très près, naïfs déjà'.replace('ù', 'u'),
      'TI  - Größe und Übermaß für ältere Menschen, Störung, Müller'.replace('Ü', 'U'),
      'TI  - intervención y atención en niños: señal, así, depresión',
    ])('tells them by the letters they make inside words: %s', (line) => {
      const text = `TY  - JOUR\n${line}\nER  - \n`;
      expect(decodeBytes(encoded(text, dos))).toMatchObject({ text, encoding: 'cp850' });
      expect(decodeBytes(encoded(text, mac))).toMatchObject({ text, encoding: 'macintosh' });
      expect(decodeBytes(encoded(text, {}))).toMatchObject({ text, encoding: 'windows-1252' });
    });

    it('does not guess at them from a letter or two, and reads them when they are chosen', () => {
      const text = 'TY  - JOUR\nAU  - Müller\nER  - \n';
      expect(decodeBytes(encoded(text, dos)).encoding).toBe('windows-1252');
      expect(decodeBytes(encoded(text, dos), 'cp850').text).toBe(text);
      expect(decodeBytes(encoded(text, dos), 'cp437').text).toBe(text);
      expect(decodeBytes(Uint8Array.of(0xb5, 0xe4), 'cp850').text).toBe('Áõ');
      expect(decodeBytes(Uint8Array.of(0xb5, 0xe4), 'cp437').text).toBe('╡Σ');
    });
  });

  it('repairs single bytes of another encoding inside UTF-8, with their lines', () => {
    const bytes = Uint8Array.from([...utf8(record), ...latin1('AU  - Ib\xe1\xf1ez, N\n')]);
    const { text, encoding, problems } = decodeBytes(bytes);
    expect(text).toBe(`${record}AU  - Ibáñez, N\n`);
    expect(encoding).toBe('utf-8');
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['mixed-encoding', 5],
      ['mixed-encoding', 5],
    ]);
  });

  it('marks a character that the end of the file cut', () => {
    const bytes = utf8(`${record}ü`);
    const { text, problems } = decodeBytes(bytes.subarray(0, bytes.length - 1));
    expect(text.endsWith('\ufffd')).toBe(true);
    expect(problems.map((problem) => problem.code)).toEqual(['undecodable-bytes']);
  });

  it('gives some text for any bytes in any encoding', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(undefined, ...offeredEncodings),
        (bytes, encoding) => {
          const decoded = decodeBytes(bytes, encoding);
          expect(typeof decoded.text).toBe('string');
        },
      ),
    );
  });

  it('gives UTF-8 back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!text.startsWith('\ufeff') && !text.includes('\0'));
        expect(decodeBytes(utf8(`ASCII first ${text}`)).text).toBe(`ASCII first ${text}`);
      }),
    );
  });

  it('warns of text that was garbled before it was saved', () => {
    const parsed = readReferenceFile(utf8('TY  - JOUR\nTI  - FÃ¼r Ã¤ltere Menschen â€“ donâ€™t λ\nER  - \n'));
    expect(parsed.problems.map(({ code, line }) => [code, line])).toEqual([['mojibake-suspected', 2]]);
  });
});

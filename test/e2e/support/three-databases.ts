/**
 * One search in three databases, invented: works 1 to 800 in PubMed, 401 to 1100 in Embase, 701 to 1200 in PsycINFO; 2,000
 * records of 1,200 works. Copies have their DOI, so that which are copies is no matter of judgement; but for six that
 * PsycINFO gives without it and under another year: about those a person has to say.
 */
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

export const found = { pubmed: 800, embase: 700, psycinfo: 500 } as const;
export const works = { all: 1_200, withoutPsycinfo: 1_100, inDoubt: 6 } as const;

const isInDoubt = (number: number): boolean => number > 1_000 && number <= 1_000 + works.inDoubt;

const families = ['Yıldız', 'Søndergård', 'de Groot', 'Nuñez', 'Lefèvre', 'Smit', 'Brontë'];
const places = ['Utrecht', 'Leeds', 'Malmö', 'Porto', 'Graz', 'Tartu', 'Ghent', 'Lyon', 'Cork'];
const methods = ['a randomised trial', 'a cohort study', 'a survey', 'an interview study', 'a pilot trial'];
const subjects = ['recovery', 'hope', 'loneliness', 'self-stigma', 'symptoms', 'housing', 'work'];

const of = <T>(list: readonly T[], index: number): T => {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('empty list');
  return one;
};

const work = (number: number) => ({
  number,
  title: `Peer support and ${of(subjects, number)} in ${of(places, Math.floor(number / 7))}, project ${number * 37 + 11}: ${of(methods, number)}`,
  family: of(families, number),
  initial: of(['A', 'B', 'C', 'D'], number),
  year: 1995 + (number % 29),
  doi: `10.99999/invented.${number}`,
  abstract: `Peers met ${100 + number} adults weekly. Change in ${of(subjects, number)} was measured.`,
});

/** PubMed's own format, UTF-8. */
export const pubmedExport = (): Buffer =>
  Buffer.from(
    range(1, 800)
      .map(work)
      .map(
        ({ number, title, family, initial, year, doi, abstract }) =>
          `PMID- ${30_000_000 + number}\nTI  - ${title}.\nFAU - ${family}, ${initial}\nAU  - ${family} ${initial}\nDP  - ${year}\nTA  - J Invent\nJT  - Journal of invention\nAB  - ${abstract}\nAID - ${doi} [doi]\nPT  - Journal Article\n\n`,
      )
      .join(''),
  );

/** A table under headings that no program knows, as somebody's spreadsheet. */
export const embaseTable = (): Buffer =>
  Buffer.from(
    [
      'Naam van het stuk;Wie;Wanneer;Waar;Nummer;Tekst',
      ...range(401, 1_100)
        .map(work)
        .map(
          ({ title, family, initial, year, doi, abstract }) =>
            `"${title}";${family} ${initial}.;${year};Journal of invention;${doi};"${abstract}"`,
        ),
      '',
    ].join('\r\n'),
  );

/** RIS in the Turkish code page, which shares all but six letters with the Western one: hardly a program can tell. */
export const psycinfoTurkish = (): Buffer =>
  turkish(
    range(701, 1_200)
      .map(work)
      .map(
        ({ number, title, family, initial, year, doi, abstract }) =>
          `TY  - JOUR\r\nTI  - ${title}\r\nAU  - ${family}, ${initial}.\r\nPY  - ${isInDoubt(number) ? year - 4 : year}\r\nJF  - Journal of invention\r\n${isInDoubt(number) ? '' : `DO  - ${doi}\r\n`}AB  - ${abstract}\r\nER  - \r\n\r\n`,
      )
      .join(''),
  );

/** Windows-1254, for what stands in these records: Western European but for the dotless i. */
function turkish(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (character) => {
      const byte = character === 'ı' ? 0xfd : character.charCodeAt(0);
      if (byte > 0xff) throw new Error(`no byte for ${character}`);
      return byte;
    }),
  );
}

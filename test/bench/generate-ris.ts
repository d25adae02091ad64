/**
 * Invented records for measuring, the same every time: a linear congruential generator with a fixed seed chooses words,
 * names and numbers. Sizes are those of a database export, some 2 kB a record: a title of 8 to 18 words, one to nine
 * authors, keywords, a structured abstract of 80 to 330 words (missing in one record of eight), and letters outside ASCII.
 */
export type InventedRecord = {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly journal: string;
  readonly volume: number;
  readonly issue: number;
  readonly pages: string;
  readonly doi: string;
  readonly pmid: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
};

/** `count` records; the first n of a longer list are the list of n. */
export function* inventRecords(count: number, seed = 20_261_124): Generator<InventedRecord> {
  const random = generator(seed);
  for (let index = 1; index <= count; index += 1) yield inventRecord(random, index);
}

/** An export in RIS, as reference managers write it. */
export function generateRis(count: number): string {
  const lines: string[] = [];
  for (const record of inventRecords(count)) {
    lines.push('TY  - JOUR', `TI  - ${record.title}`);
    for (const author of record.authors) lines.push(`AU  - ${author}`);
    lines.push(`PY  - ${record.year}`, `JO  - ${record.journal}`);
    lines.push(`VL  - ${record.volume}`, `IS  - ${record.issue}`);
    const [start = '', end = ''] = record.pages.split('-');
    lines.push(`SP  - ${start}`, `EP  - ${end}`, `DO  - ${record.doi}`, `AN  - ${record.pmid}`);
    if (record.abstract !== '') lines.push(`AB  - ${record.abstract}`);
    for (const keyword of record.keywords) lines.push(`KW  - ${keyword}`);
    lines.push('LA  - English', 'ER  - ', '');
  }
  return lines.join('\r\n');
}

/** An export in the format of PubMed (nbib): long values go on in indented lines. */
export function generateNbib(count: number): string {
  const lines: string[] = [];
  for (const record of inventRecords(count)) {
    lines.push(`PMID- ${record.pmid}`, 'OWN - NLM', 'STAT- MEDLINE');
    lines.push(...folded(`TI  - ${record.title}`));
    if (record.abstract !== '') lines.push(...folded(`AB  - ${record.abstract}`));
    for (const author of record.authors) lines.push(`FAU - ${author}`);
    lines.push('LA  - eng', 'PT  - Journal Article', 'PT  - Randomized Controlled Trial');
    lines.push(`DP  - ${record.year} Mar`, `JT  - ${record.journal}`);
    lines.push(`VI  - ${record.volume}`, `IP  - ${record.issue}`, `PG  - ${record.pages}`);
    for (const keyword of record.keywords) lines.push(`OT  - ${keyword}`);
    lines.push(`AID - ${record.doi} [doi]`, '');
  }
  return lines.join('\n');
}

/** A table with a header, every text quoted. */
export function generateCsv(count: number): string {
  const lines = ['Title,Authors,Year,Journal,Volume,Issue,Pages,DOI,PMID,Abstract,Keywords'];
  for (const record of inventRecords(count)) {
    const cells = [
      record.title,
      record.authors.join('; '),
      record.year,
      record.journal,
      record.volume,
      record.issue,
      record.pages,
      record.doi,
      record.pmid,
      record.abstract,
      record.keywords.join('; '),
    ];
    lines.push(cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','));
  }
  return lines.join('\r\n');
}

/** A library as EndNote writes it in XML, every text in a style element. */
export function generateEndnoteXml(count: number): string {
  const styled = (text: string): string =>
    `<style face="normal" font="default" size="100%">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</style>`;
  const records: string[] = [];
  for (const record of inventRecords(count)) {
    const authors = record.authors.map((author) => `<author>${styled(author)}</author>`).join('');
    const keywords = record.keywords.map((keyword) => `<keyword>${styled(keyword)}</keyword>`).join('');
    records.push(
      `<record><ref-type name="Journal Article">17</ref-type><contributors><authors>${authors}</authors></contributors>` +
        `<titles><title>${styled(record.title)}</title><secondary-title>${styled(record.journal)}</secondary-title></titles>` +
        `<periodical><full-title>${styled(record.journal)}</full-title></periodical><pages>${styled(record.pages)}</pages>` +
        `<volume>${styled(String(record.volume))}</volume><number>${styled(String(record.issue))}</number>` +
        `<keywords>${keywords}</keywords><dates><year>${styled(String(record.year))}</year></dates>` +
        `<accession-num>${styled(record.pmid)}</accession-num><abstract>${styled(record.abstract)}</abstract>` +
        `<electronic-resource-num>${styled(record.doi)}</electronic-resource-num></record>`,
    );
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n${records.join('\n')}\n</records></xml>\n`;
}

/** The same as BibTeX. */
export function generateBibtex(count: number): string {
  const entries: string[] = [];
  let number = 0;
  for (const record of inventRecords(count)) {
    number += 1;
    const fields: readonly (readonly [string, string])[] = [
      ['title', record.title],
      ['author', record.authors.join(' and ')],
      ['year', String(record.year)],
      ['journal', record.journal.replaceAll('&', '\\&')],
      ['volume', String(record.volume)],
      ['number', String(record.issue)],
      ['pages', record.pages.replace('-', '--')],
      ['doi', record.doi],
      ['abstract', record.abstract],
      ['keywords', record.keywords.join(', ')],
    ];
    const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
    entries.push(`@article{invented${number},\n${lines.join(',\n')}\n}\n`);
  }
  return entries.join('\n');
}

export type Random = (below: number) => number;

/** Numerical Recipes' constants, modulo 2^32; whole numbers from 0 up to but not including `below`. */
export function generator(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

function inventRecord(random: Random, index: number): InventedRecord {
  const pick = (list: readonly string[]): string => list[random(list.length)] ?? '';
  const wordsOf = (count: number): string => Array.from({ length: count }, () => pick(words)).join(' ');
  const sentence = (): string => {
    const text = wordsOf(10 + random(12));
    return `${text.charAt(0).toUpperCase()}${text.slice(1)} (p = 0.${10 + random(80)}).`;
  };
  const title = wordsOf(8 + random(11));
  const first = 1 + random(900);
  return {
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}: study ${index}`,
    authors: Array.from({ length: 1 + random(9) }, () => `${pick(families)}, ${pick(given)}`),
    year: 1990 + random(36),
    journal: pick(journals),
    volume: 1 + random(80),
    issue: 1 + random(12),
    pages: `${first}-${first + 1 + random(20)}`,
    doi: `10.5555/invented.${index}.${random(100_000)}`,
    pmid: String(10_000_000 + index),
    abstract:
      random(8) === 0
        ? ''
        : ['BACKGROUND', 'METHODS', 'RESULTS', 'CONCLUSIONS']
            .map((label) => `${label}: ${Array.from({ length: 2 + random(3) }, sentence).join(' ')}`)
            .join(' '),
    keywords: Array.from({ length: 2 + random(7) }, () => `${pick(words)} ${pick(words)}`),
  };
}

/** Lines of at most about 88 characters, those after the first indented by six, as PubMed folds them. */
function folded(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.length + word.length > 86 && line.trim() !== '') {
      lines.push(line);
      line = `      ${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const words = (
  'the a of in with and to for on by at peer support worker trial randomised controlled adults recovery depression ' +
  'anxiety psychosis schizophrenia bipolar care usual waiting list outcome effect symptoms hope empowerment quality ' +
  'life service users community hospital discharge crisis intervention group online mutual help self-management ' +
  'participants follow-up baseline months weeks scale score difference confidence interval analysis primary secondary ' +
  'measured reported compared improved reduced significant feasibility pilot cluster parallel blinded assessor cost ' +
  'naïve résumé Zürich well-being over-the-counter café α-level'
).split(' ');
const families = (
  'Abbott Bakker Castañeda Dvořák Eriksson Fischer García Håkansson Ivanova Jónsdóttir Kowalski Lefèvre Müller Nguyen ' +
  'O’Connor Petersen Quiroga Rasmussen Sørensen Tanaka Ueda Verhoeven Williams Xu Yılmaz Zhang'
).split(' ');
const given = [
  'A.',
  'B. C.',
  'Dana',
  'Émile',
  'F. G. H.',
  'Ines',
  'J.',
  'Koen',
  'L. M.',
  'Noor',
  'P.',
  'Søren',
];
const journals = [
  'Journal of Invented Psychiatry',
  'Annals of Made-up Trials',
  'Fictional Mental Health',
  'Zeitschrift für erfundene Studien',
  'Community Care & Practice',
];

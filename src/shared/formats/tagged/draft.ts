import {
  accessionInNotes,
  accessionInUrl,
  articleNumberIn,
  doiInNotes,
  doiInUrl,
  findRegistrations,
  isDoiForPages,
  normaliseDoi,
  pagesOf,
  pmcidInUrl,
  pmcidOf,
  pmidInNotes,
  pmidInUrl,
  pmidOf,
  saysMoreThanYear,
  sourceLineOf,
  standardNumbersOf,
  yearOf,
} from '../fields';
import type { ParsedRecord, ParseProblemCode, ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { withoutWordsOfOvid } from './ovid';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A record while its fields arrive. Where several tags may give one field (four tags for a journal), each has a slot of
 * its own and `finish` chooses; what is not chosen goes to `other`. The empty string means: not given.
 */
export class Draft {
  /** The tag that started the record; empty when its start mark was lost. */
  startTag = '';
  type = '';
  title = '';
  shortTitle = '';
  bookTitle = '';
  translatedTitle = '';
  readonly authors: string[] = [];
  authorTag = '';
  knownAuthors: Set<string> | undefined = undefined;
  /** A full name was read; the short form of the same author follows (MEDLINE FAU, AU). */
  awaitsShortAuthor = false;
  abstract = '';
  abstractTag = '';
  secondAbstract = '';
  readonly keywords: string[] = [];
  readonly types: string[] = [];
  readonly languages: string[] = [];
  journal = '';
  container = '';
  journalShort = '';
  abbreviation = '';
  abbreviationWeak = '';
  year = '';
  yearWeak = '';
  date = '';
  dateLine = 0;
  volume = '';
  issue = '';
  startPage = '';
  endPage = '';
  pages = '';
  articleNumber = '';
  articleNumberWeak = '';
  doi = '';
  doiWeak = '';
  pmid = '';
  pmidOfService = '';
  pmcid = '';
  accession = '';
  accessionWeak = '';
  accessionLast = '';
  readonly registrations: string[] = [];
  serials = '';
  url = '';
  database = '';
  notes = '';
  /** Ovid's source line: "Lancet. 397(10269):99-111, 2021." */
  source = '';
  readonly links: string[] = [];
  readonly other: (readonly [tag: string, value: string])[] = [];
  /** The value in hand has single spaces only, no references and no markup. */
  even = false;
  sawLastTag = false;
  toldLowerCase = false;

  constructor(
    readonly line: number,
    private readonly sink: ParseSink,
  ) {}

  keep(tag: string, value: string): void {
    this.other.push([tag, value]);
  }

  problem(line: number, code: ParseProblemCode, message: string, raw: string): void {
    reportProblem(this.sink, line, code, message, raw);
  }

  /** A second, different value of a field that holds one: kept aside and told. */
  duplicate(tag: string, value: string, line: number): void {
    this.keep(tag, value);
    this.problem(
      line,
      'duplicate-field',
      `${tag} is given twice with different values; the first one counts.`,
      value,
    );
  }

  /** The record as read. Reports a missing title and a year that is none. */
  finish(): ParsedRecord {
    const record: Writable<ParsedRecord> = {
      authors: this.authors,
      keywords: this.keywords,
      line: this.line,
    };
    if (this.source !== '') this.takeFromSource();
    if (this.startTag === 'VN') withoutWordsOfOvid(this);
    this.finishTitle(record);
    this.finishDate(record);
    this.finishJournal(record);
    this.finishPages(record);
    this.finishIdentifiers(record);
    if (this.translatedTitle !== '') record.translatedTitle = this.translatedTitle;
    if (this.volume !== '') record.volume = this.volume;
    if (this.issue !== '') record.issue = this.issue;
    if (this.abstract !== '') record.abstract = this.abstract;
    else if (this.secondAbstract !== '') record.abstract = this.secondAbstract;
    if (this.abstract !== '' && this.secondAbstract !== '') this.keep('OAB', this.secondAbstract);
    if (this.types.length > 0) record.type = this.types.join('; ');
    else if (this.type !== '') record.type = this.type;
    if (this.languages.length === 0 && this.notes.includes('Language: ')) this.takeLanguageFromNotes();
    if (this.languages.length > 0) record.language = this.languages.join('; ');
    if (this.url !== '') record.url = this.url;
    if (this.other.length > 0) record.other = this.other;
    return record;
  }

  /** EBSCOhost says in its notes what has no tag: "Accession Number: 134. Language: English. Entry Date: …". */
  private takeLanguageFromNotes(): void {
    const language = /\bLanguage: ([A-Z][a-z]{2,20}(?:[;,/] ?[A-Z][a-z]{2,20}){0,5})(?:\.|$)/m.exec(
      this.notes,
    )?.[1];
    if (language !== undefined) this.languages.push(language);
  }

  /** What only the source line says of journal, volume, issue, pages and year. */
  private takeFromSource(): void {
    const { journal, volume, issue, pages, year } = sourceLineOf(this.source);
    if (this.journal === '' && this.container === '' && this.abbreviation === '')
      this.journal = journal ?? '';
    if (this.volume === '') this.volume = volume ?? '';
    if (this.issue === '') this.issue = issue ?? '';
    if (this.pages === '' && this.startPage === '') this.pages = pages ?? '';
    if (this.year === '' && this.yearWeak === '' && this.date === '') this.year = year ?? '';
  }

  private finishTitle(record: Writable<ParsedRecord>): void {
    const title = this.title || this.shortTitle || this.bookTitle;
    if (this.title !== '' && this.shortTitle !== '' && this.shortTitle !== this.title)
      this.keep('ST', this.shortTitle);
    if (title !== '') record.title = title;
    else
      this.problem(
        this.line,
        'missing-title',
        'The record has no title.',
        this.abstract || this.authors.join('; '),
      );
  }

  private finishDate(record: Writable<ParsedRecord>): void {
    const year = yearOf(this.year) ?? yearOf(this.yearWeak) ?? yearOf(this.date);
    if (year !== undefined) record.year = year;
    const dates = [this.date, this.yearWeak, this.year];
    const date = dates.find((value) => value !== '' && (year === undefined || saysMoreThanYear(value)));
    if (date !== undefined) record.date = date;
    if (year === undefined && date !== undefined) {
      this.problem(
        this.dateLine || this.line,
        'bad-year',
        'No year of publication could be read; the text is kept as date.',
        date,
      );
    }
  }

  private finishJournal(record: Writable<ParsedRecord>): void {
    const full =
      this.journal || this.container || this.journalShort || (this.title === '' ? '' : this.bookTitle);
    const short =
      this.abbreviation || this.abbreviationWeak || (this.journalShort === full ? '' : this.journalShort);
    const journal = full || short;
    if (journal === '') return;
    record.journal = journal;
    if (short !== '' && short !== journal) record.journalAbbreviation = short;
    if (this.container !== '' && this.container !== journal) this.keep('T2', this.container);
    if (this.bookTitle !== '' && this.title !== '' && this.bookTitle !== journal)
      this.keep('BT', this.bookTitle);
    if (this.journalShort !== '' && this.journalShort !== journal && this.journalShort !== short) {
      this.keep('JO', this.journalShort);
    }
    if (
      this.abbreviationWeak !== '' &&
      this.abbreviationWeak !== short &&
      this.abbreviationWeak !== journal
    ) {
      this.keep('J9', this.abbreviationWeak);
    }
  }

  private finishPages(record: Writable<ParsedRecord>): void {
    const pages =
      this.startPage === '' && this.pages !== ''
        ? pagesOf(this.pages, '')
        : pagesOf(this.startPage, this.endPage);
    const number = pages === undefined ? undefined : articleNumberIn(pages);
    if (number !== undefined && this.articleNumber === '') {
      this.articleNumber = number;
    } else if (pages !== undefined && isDoiForPages(pages)) {
      this.doiWeak ||= normaliseDoi(pages) ?? '';
      this.keep('SP', pages);
    } else if (pages !== undefined) record.pages = pages;
    if (this.pages !== '' && this.pages !== pages && this.pages !== this.startPage)
      this.keep('PG', this.pages);
    if (this.articleNumber !== '') record.articleNumber = this.articleNumber;
    else if (pages === undefined && this.articleNumberWeak !== '')
      record.articleNumber = this.articleNumberWeak;
  }

  private finishIdentifiers(record: Writable<ParsedRecord>): void {
    const doi = this.doi || this.doiWeak || (this.inLinks(doiInUrl) ?? doiInNotes(this.notes));
    if (doi !== undefined && doi !== '') record.doi = doi;
    const pmid = this.pmid || this.pmidElsewhere();
    if (pmid !== undefined && pmid !== '') record.pmid = pmid;
    const pmcid = this.pmcid || this.pmcidElsewhere();
    if (pmcid !== undefined) record.pmcid = pmcid;
    const elsewhere = accessionInNotes(this.notes) ?? this.inLinks(accessionInUrl) ?? '';
    // RefWorks writes a key of its own where others write the number of the database.
    const key = this.accessionLast.startsWith('RefID:');
    const accession =
      this.accession || this.accessionWeak || (key ? elsewhere : '') || this.accessionLast || elsewhere;
    if (accession !== '') record.accession = accession;
    // A register of trials gives its number as that of the record.
    if (findRegistrations(accession)[0] === accession) this.addRegistrations(accession);
    if (accession !== this.accessionWeak && this.accessionWeak !== '') this.keep('U2', this.accessionWeak);
    if (accession !== this.accessionLast && this.accessionLast !== '') this.keep('ID', this.accessionLast);
    if (this.registrations.length > 0) record.registrations = this.registrations;
    if (this.serials !== '') {
      const { issn, isbn } = standardNumbersOf(this.serials);
      if (issn !== undefined) record.issn = issn;
      if (isbn !== undefined) record.isbn = isbn;
      if (issn === undefined && isbn === undefined) this.keep('SN', this.serials);
    }
  }

  private inLinks(find: (url: string) => string | undefined): string | undefined {
    for (const link of this.links) {
      const found = find(link);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private pmidElsewhere(): string | undefined {
    if (this.pmidOfService !== '' && /embase|medline|scopus/i.test(this.database + this.url))
      return this.pmidOfService;
    if (
      this.accession !== '' &&
      /pubmed|medline|\bNLM\b|^PMID|\sPMID:/i.test(`${this.database} ${this.accession}`)
    ) {
      const pmid = pmidOf(this.accession);
      if (pmid !== undefined) return pmid;
    }
    return this.inLinks(pmidInUrl) ?? pmidInNotes(this.notes);
  }

  private pmcidElsewhere(): string | undefined {
    const at = this.notes.indexOf('PMCID');
    return (at < 0 ? undefined : pmcidOf(this.notes.slice(at))) ?? this.inLinks(pmcidInUrl);
  }

  addRegistrations(text: string): boolean {
    const found = findRegistrations(text);
    for (const number of found) if (!this.registrations.includes(number)) this.registrations.push(number);
    return found.length > 0;
  }
}

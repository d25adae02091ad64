import { withoutDangling, withoutKind, withoutMarks } from '../fields';

/** Ovid writes its own words into the values of its tagged text ("VN  - Ovid Technologies"); here they are taken off. */

/** The fields of a record that hold such words. */
type FieldsOfOvid = {
  readonly authors: string[];
  readonly languages: string[];
  title: string;
  accession: string;
  readonly keep: (tag: string, value: string) => void;
};

/** "Roe, Jane [Author, Reprint Author; E-mail: roe@example.org]": what someone did, in brackets behind the name. */
const part = /\s\[[^\][]{1,200}\]$/;

const nameOf = (given: string): string => withoutDangling(withoutMarks(given.replace(part, ''))) ?? given;

const withoutStop = (value: string): string => value.replace(/\.$/, '');

/** Takes Ovid's words off the fields of a whole record; what stood there is kept. */
export function withoutWordsOfOvid(record: FieldsOfOvid): void {
  for (const [at, given] of record.authors.entries()) {
    const name = nameOf(given);
    if (name === given) continue;
    record.keep('AU', given);
    record.authors[at] = name;
  }
  const title = withoutKind(record.title);
  if (title !== record.title) record.keep('TI', record.title);
  record.title = title;
  // PsycINFO: "Peer Reviewed Journal: 2015-10012-012."
  record.accession = withoutStop(record.accession.replace(/^[A-Z][A-Za-z ]{2,40}: (?=\d)/, ''));
  for (const [at, language] of record.languages.entries()) record.languages[at] = withoutStop(language);
}

/** ID of PsycINFO: the words of the authors in one line, "peer support, hope"; undefined where it is a number or address. */
export const wordsOfOvid = (value: string): readonly string[] | undefined =>
  /\[(?:doi|pii)\]|^https?:|^(?:doi:?\s?)?10\.|^[\dA-Z()-]+$/i.test(value) ? undefined : value.split(/[,;] /);

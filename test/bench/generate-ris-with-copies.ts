import { writeRis } from '@shared/formats';
import { inventDuplicates } from './generate-duplicates';
import { inventRecords } from './generate-ris';

/** An export in RIS of the labelled set of so many records, each as long as a real one: some 2 kB. */
export function risWithCopies(count: number): string {
  const others = inventRecords(count);
  const { records } = inventDuplicates(count);
  return writeRis(
    records.map((citation) => {
      const other = others.next().value;
      const [keywords, more] = other ? [[...other.keywords], other.abstract] : [[], ''];
      const { abstract } = citation;
      return {
        ...citation,
        keywords,
        line: 1,
        // What duplicates are found by comes first and stays.
        ...(abstract === undefined ? {} : { abstract: `${abstract} ${more}` }),
      };
    }),
  );
}

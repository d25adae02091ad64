import { collapseSpace } from '../fields';
import type { ParseSink } from '../parsed-record';
import { childrenOf, elementsIn, textAt, textIn, withoutPrefixes } from './element';
import { readRecords, type ElementReader } from './read-records';

/** Atom feeds of preprint servers: arXiv (https://info.arxiv.org/help/api/user-manual.html) and others alike. */
export function readAtom(text: string, sink: ParseSink): void {
  readRecords(text, ['entry', 'atom:entry'], (element) => entry(withoutPrefixes(element)), sink);
}

const taken: ReadonlySet<string> = new Set('id title summary published author link category doi'.split(' '));

/** "http://arxiv.org/abs/2101.00001v2" */
const arxivId = /arxiv\.org\/abs\/([\w.-]{1,30}(?:\/\d{7})?(?:v\d{1,3})?)/i;

const entry: ElementReader = (element) => {
  const id = textAt(element, 'id');
  const arxiv = arxivId.exec(id ?? '')?.[1];
  const published = textAt(element, 'published') ?? textAt(element, 'updated');
  const links = childrenOf(element, 'link').map(({ attributes }) => attributes);
  const page = links.find(({ rel }) => rel === 'alternate') ?? links.find(({ rel }) => rel === undefined);
  const doi = textAt(element, 'doi') ?? links.find(({ title }) => title === 'doi')?.['href'];
  return {
    single: {
      title: textAt(element, 'title'),
      year: published,
      date: published?.slice(0, 10),
      journal: arxiv === undefined ? undefined : 'arXiv',
      // arXiv registers this DOI for every preprint; the DOI of a published version stands in the entry.
      doi: doi ?? (arxiv === undefined ? undefined : `10.48550/arxiv.${arxiv.replace(/v\d{1,3}$/, '')}`),
      accession: arxiv ?? id,
      abstract: textAt(element, 'summary') ?? textAt(element, 'content'),
      type: arxiv === undefined ? undefined : 'Preprint',
      url: page?.['href'] ?? id,
    },
    authors: childrenOf(element, 'author').map((author) => textAt(author, 'name') ?? textIn(author)),
    keywords: childrenOf(element, 'category').map(({ attributes }) => attributes['term'] ?? ''),
    other: elementsIn(element)
      .filter(({ name }) => !taken.has(name))
      .map((one): [string, string] => [
        one.name,
        collapseSpace(textIn(one)) || (one.attributes['term'] ?? one.attributes['href'] ?? ''),
      ]),
  };
};

import { mapColumns, type ColumnField } from '../delimited';

/** What a label introduces: a field, the source line of Ovid, or text that is only kept. */
export type LabelField = ColumnField | 'source' | 'kept';

/**
 * Labels in lower case by the field they introduce. Ovid ("Citation" as text), the Cochrane Library's citation export
 * (two letters), ProQuest and EBSCOhost (saved or sent as text); any other name that tables use counts too.
 */
const written: readonly (readonly [field: LabelField, names: string])[] = [
  ['title', 'ti|标题|题名|篇名|中文标题|full title'],
  ['translatedTitle', 'vernacular title|alternate title|english title|英文标题|translated title'],
  ['authors', 'au|author/s|authors/editors|作者'],
  ['fullAuthors', 'authors full name|author full name|author name'],
  ['source', 'source|so|出处'],
  ['journal', 'publication title|jn|journal name|journal title|secondary title|文献来源|刊名'],
  ['year', 'yr|year of publication|publication year|年|出版年'],
  ['date', 'publication date|date of publication|date of public|pubtime|发表时间|start date*|start date'],
  ['volume', 'vl|卷'],
  ['issue', 'no|issue/part|period|期'],
  ['pages', 'pg|page|pagination|pages|pagecount|页码'],
  ['doi', 'digital object identifier|do'],
  ['pmid', 'pm|pubmed id|pmid'],
  ['accession', 'id|ui|unique identifier|accession number|proquest document id|流水号'],
  [
    'registration',
    'clinical trial number|clinicaltrials.gov|eudract number|us nct number|isrctn number|who utn number',
  ],
  ['abstract', 'ab|summary|摘要|文摘'],
  [
    'keywords',
    'ky|mesh subject headings|subject headings|mesh headings|keyword heading|key words|heading words|' +
      '关键词|主题词|medical condition|subject|identifier / keyword|identifier/keyword|subject terms|author-supplied keywords|classification|main heading|controlled terms|uncontrolled terms',
  ],
  [
    'type',
    'document type|source type|publication type|form of publication|reference type|srcdatabase|文献类型',
  ],
  ['language', 'language of publication|language|语种'],
  ['issn', 'isbn/issn|issn print|issn electronic|international standard serial number|issn/isbn'],
  [
    'url',
    'us|link|链接|document url|persistent link to this record|persistent link to this record (permalink)|link to the ovid full text or citation',
  ],
  [
    'kept',
    'ad|af|cp|pb|tg|ud|xr|status|institution|author affiliation|authors affiliation|affiliation|country of publication|publisher|publication info|' +
      'publication subject|place of publication|copyright|full text|links|last updated|database|updated|cc|cas registry/ec number|' +
      'comments|notes|journal subset|grant information|correspondence address|e-mail|date created|entry date|update date|' +
      'author initials|link to the external link resolver|external link resolver|publishing model|nlm journal code|record owner|' +
      'disease|population age|gender|trial protocol|trial results|sponsor name|sponsor protocol number|day of access|number of references|organ|单位|作者单位|author address|firstduty|fund|clc|database provider|company / organization|location|people|supplemental data|credit|dateline|section',
  ],
];

const fieldOfLabel: ReadonlyMap<string, LabelField> = new Map(
  written.flatMap(([field, names]) => names.split('|').map((name): [string, LabelField] => [name, field])),
);

/** The field a label introduces; undefined for one that is not known. */
export function labelField(label: string): LabelField | undefined {
  const name = label.trim().replace(/\s+/g, ' ').toLowerCase();
  return fieldOfLabel.get(name) ?? mapColumns([name])[0];
}

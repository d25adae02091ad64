import type { SingleField } from './named-fields';

/** What a column of a table of records can hold. */
export type ColumnField = SingleField | 'authors' | 'fullAuthors' | 'keywords' | 'citation';

/**
 * Column names of databases and tools, in lower case, single spaces for underscores. Where a file has several names of one
 * field the first in the list wins; only keywords and registrations are gathered from all.
 *
 * Known tables: Scopus (also in Chinese), Embase.com, PubMed, EBSCOhost (CINAHL, old and new), CENTRAL, Zotero, The Lens, OpenAlex, IEEE
 * Xplore, SpringerLink, ProQuest, Europe PMC, Dimensions, Web of Science (tab-delimited and Excel), Publish or Perish,
 * Covidence, Rayyan, Abstrackr, ASReview, RefWorks, ClinicalTrials.gov (old and new), WHO ICTRP; Dutch, German and
 * French headings of hand-made lists.
 */
const written: readonly (readonly [field: ColumnField, names: string])[] = [
  [
    'title',
    'title|article title|document title|item title|title primary|primary title|study title|studytitle|scientifictitle|publictitle|display name|' +
      'ti|titel|titre|reference title|public title|scientific title|brief title|official title|original title|titles|name of article|brieftitle|officialtitle|trial title|study name|题名|标题|篇名|论文标题|文献标题',
  ],
  ['translatedTitle', 'translated title|english title|original foreign title|title translation'],
  [
    'fullAuthors',
    'author full names|full author names|authors (full)|authors full name|author full name|af|作者全名',
  ],
  [
    'authors',
    'authors|author|author(s)|author/s|author names|authors, primary|au|auteurs|auteur|autoren|creators|contributors|creator|authorstring|' +
      'authorships.author.display name|authors list|author list|primary author|authors primary|author list(s)|author names list|作者',
  ],
  [
    'year',
    'publication year|publicationyear|publicationdateyear|year|pubyear|published year|pub year|year published|pubyear|py|jaar|jahr|année|annee|year of publication|' +
      'publicatiejaar|erscheinungsjahr|publication years|date registration3|yr|año|ano|ano de publicação|年|年份|出版年',
  ],
  [
    'date',
    'date|publication date|publicationdate|date published|date of publication|pub date|pubdate|coverdate|cover date|pd|issue date|' +
      'pub date free from|pub date free form|pub month & day|date registration|first posted|start date|published date|pubtime|发表时间|date applied|registration date|date of registration|first submitted date|study first posted|originalpaperdate',
  ],
  [
    'journal',
    'source title|journalfull|journal title full|journal|journal/book|publicationname|publication title|journal name|journal title|journaltitle|periodical full|secondary title|container title|' +
      'container-title|title secondary|publication|pubtitle|primary location.source.display name|host venue.display name|source title/anthology title|' +
      'published in|booktitle|book title|anthology title|proceedings title|tijdschrift|zeitschrift|revue|periodical|so|source|source register|server|venue|jn|jl|revista|publication name|刊名|文献来源|来源|来源出版物名称',
  ],
  [
    'journalAbbreviation',
    'abbreviated source title|journal abbreviation|journal abbrev|journal iso abbreviation|periodical abbrev|iso source abbreviation|' +
      'iso abbreviation|ji|j9|short journal|来源出版物名称缩写',
  ],
  [
    'volume',
    'volume|vl|volume number|journal volume|biblio.volume|vol|vol.|band|jaargang|journalvolume|vi|卷',
  ],
  [
    'issue',
    'issue|is|issue number|issueidentifier|journal issue|biblio.issue|issue no.|issue no|no.|heft|nummer|number|ip|issue/part|period|期',
  ],
  [
    'pages',
    'pages|page|page range|pagerange|page numbers|pagination|seiten|paginas|page no.|pageinfo|páginas|pagecount|页码|页',
  ],
  [
    'startPage',
    'page start|start page|starting page|first page|bp|biblio.first page|beginning page|startpage|pagestart|firstpage|起始页码',
  ],
  [
    'endPage',
    'page end|end page|last page|ep|biblio.last page|ending page|endpage|pageend|lastpage|other pages|结束页码',
  ],
  [
    'articleNumber',
    'art. no.|article number|article no.|ar|art no|art. no|article no|eid article|论文编号|文献编号',
  ],
  [
    'doi',
    'doi|di|item doi|doi link|digital object identifier|digitalobjectidentifier|link doi|ids.doi|do|externalids.doi|doi number|originalpaperdoi',
  ],
  [
    'pmid',
    'pmid|ext id|pubmed id|pubmed-id|pubmedid|medline pmid|pm|ids.pmid|pubmed|med|externalids.pubmed|pubmed number|originalpaperpubmedid',
  ],
  ['pmcid', 'pmcid|pmc id|pmc|ids.pmcid|pubmed central id|externalids.pubmedcentral'],
  [
    'accession',
    'accession number|accessionnumber|ut (unique wos id)|ut (unique id)|ut|eid|embase accession id|openalex id|lens id|cochrane id|central id|pui|' +
      'publication id|an|unique id|accession|unique identifier|paperid|paper id|storeid|store id|ui|eric number|cochrane number',
  ],
  [
    'registration',
    'nct number|nct id|nctid|trial registration|trialid|trial id|clinical trial numbers|registry number|ctgov id|ictrp id|other ids|' +
      'clinical trial registration|trial registration number|secondary id|isrctn|isrctn number|drks-id|drks id|eudract number|eudract/ctis number|euct number|ctis number|' +
      'clinicaltrials.gov number|clinicaltrials.gov identifier|secondary ids|secondary identifying numbers|other trial ids|other identifiers|registration number|' +
      'registration id|main id|utn|utrn|actrnumber|actrn|eudractnumber|clinicaltrialsgovnumber|secondarynumber|secondaryid|nct id number|universal trial number|trial number|trial registry number',
  ],
  [
    'abstract',
    'abstract|abstract note|ab|abstracts|abstract text|notes, abstract|abstracttext|samenvatting|zusammenfassung|résumé|resume|brief summary|briefsummary|resumen|resumo|summary|摘要|' +
      'plain english summary|' +
      'description',
  ],
  [
    'keywords',
    'keywords|author keywords|authkeywords|keywords, author|keyword|de|index keywords|keywords plus|id (keywords plus)|descriptors|subject terms|subjects|' +
      'subject|emtree drug index terms (major focus)|emtree drug index terms|emtree medical index terms (major focus)|' +
      'emtree medical index terms|manual tags|automatic tags|mesh terms|mesh|identifierkeywords|subjectterms|ieee terms|' +
      'inspec controlled terms|inspec non-controlled terms|keywords.display name|conditions|condition|interventions|intervention|' +
      'trefwoorden|schlagwörter|mots-clés|major subject|minor subject|majorsubject|minorsubject|关键词|descriptor(s)|descriptores|descritores|palabras clave|palavras-chave|' +
      'mesh subject headings|subject headings|keyword heading|heading words|mh|kw|作者关键字|索引关键字',
  ],
  [
    'type',
    'document type|publication type|publicationtype|subtypedescription|item type|reference type|content type|doctype|doctypes|documenttype|articletype|pubtypes|pubtype|pub type|dt|type|' +
      'pt|study type|source type|document identifier|publication types|publicationtypes|form of publication|文献类型',
  ],
  [
    'language',
    'language|language of original document|language of article|article language|la|languages|output language|taal|sprache|langue|lang|language of publication|lg|idioma|原始文献语言',
  ],
  [
    'issn',
    'issn|sn|issn/isbn|isbn/issn|issns|international standard serial number|issn/eissn|print issn|pissn|eissn|ei|journal issn|essn|issn print|issn electronic|electronic issn|online issn|e-issn|p-issn|issn l|primary location.source.issn l',
  ],
  ['isbn', 'isbn|bn|isbns|isbn-13|isbn13'],
  [
    'url',
    'url|article url|articleurl|full text link|study url|web link|web address|link|links|urls|external url|source urls|documenturl|plink|' +
      'landing page url|primary location.landing page url|embase link|dimensions url|pdf link|html link|weblink|fulltext url|full text url|source url|permalink|链接',
  ],
  [
    'citation',
    'citation|full citation|apa citation|reference|full reference|reference (apa)|apa reference|bibliographic reference|referentie|literatuurverwijzing',
  ],
];

/** Columns that hold the whole in which a work appeared where that is no journal, beside a column of journals. */
export const otherWholes: ReadonlySet<string> = new Set([
  'booktitle',
  'book title',
  'anthology title',
  'proceedings title',
]);

/** Each field with the names of its columns. */
export const columnNames: ReadonlyMap<ColumnField, readonly string[]> = new Map(
  written.map(([field, names]) => [field, names.split('|')]),
);

/** Every field a column can hold, in the order in which a list offers them. */
export const columnFields: readonly ColumnField[] = written.map(([field]) => field);

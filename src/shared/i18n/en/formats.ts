/** Export files: what the formats and encodings are called, and what each remark on a file means and asks for. */
export const formats = {
  names: {
    ris: 'RIS',
    nbib: 'PubMed (nbib / MEDLINE)',
    'pubmed-xml': 'PubMed XML',
    'endnote-xml': 'EndNote XML',
    'ebsco-xml': 'EBSCOhost XML',
    enw: 'EndNote text (.enw)',
    bibtex: 'BibTeX',
    wos: 'Web of Science text',
    refworks: 'RefWorks text',
    labelled: 'Text with field names (Ovid, Cochrane, ProQuest)',
    'wos-tab': 'Web of Science table',
    csv: 'CSV table',
    tsv: 'Table with tabs',
    xlsx: 'Excel workbook',
    'csl-json': 'CSL-JSON',
    'openalex-json': 'OpenAlex JSON',
    'zotero-rdf': 'Zotero RDF',
    'ictrp-xml': 'WHO ICTRP XML',
    'ctgov-json': 'ClinicalTrials.gov JSON',
    'ctgov-xml': 'ClinicalTrials.gov XML',
    'ctgov-csv': 'ClinicalTrials.gov table',
    'html-table': 'Table of a web page or of old Excel',
    'mods-xml': 'MODS XML',
    'ovid-xml': 'Ovid XML',
    'europepmc-xml': 'Europe PMC XML',
    atom: 'Atom (arXiv)',
    'jats-xml': 'JATS (PubMed Central)',
    'tei-xml': 'TEI',
    'dublin-core': 'Dublin Core',
    references: 'List of references (APA)',
    'csl-yaml': 'CSL-YAML',
    json: 'JSON',
    xml: 'XML',
    unknown: 'Not recognised',
  },
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'utf-16le': 'Unicode (UTF-16 LE)',
    'utf-16be': 'Unicode (UTF-16 BE)',
    'windows-1252': 'Western European (Windows)',
    'windows-1250': 'Central European (Windows)',
    'windows-1251': 'Cyrillic (Windows)',
    'windows-1253': 'Greek (Windows)',
    'windows-1254': 'Turkish (Windows)',
    'windows-1255': 'Hebrew (Windows)',
    'windows-1256': 'Arabic (Windows)',
    'windows-1257': 'Baltic (Windows)',
    'iso-8859-5': 'Cyrillic (ISO)',
    'iso-8859-6': 'Arabic (ISO)',
    'koi8-r': 'Cyrillic (KOI8-R)',
    macintosh: 'Western European (Mac)',
    cp850: 'Western European (DOS 850)',
    cp437: 'Western European (DOS 437)',
    gb18030: 'Chinese, simplified (GB 18030)',
    big5: 'Chinese, traditional (Big5)',
    shift_jis: 'Japanese (Shift JIS)',
    'euc-jp': 'Japanese (EUC)',
    'iso-2022-jp': 'Japanese (ISO 2022)',
    'euc-kr': 'Korean (EUC)',
    binary: 'No text',
  },
  problems: {
    'empty-file': 'The file is empty. Export the search again; the download was probably interrupted.',
    'not-a-reference-file':
      'This is no export of references (a web page, a PDF, an image or a program). Export the search results as RIS and import that file.',
    'old-workbook':
      'This is an old Excel workbook (.xls). Open it in Excel or LibreOffice, save it as .xlsx, and import that file.',
    'format-unknown':
      'The format was not recognised. If it is a table, choose what each column holds; otherwise export as RIS.',
    'no-records':
      'The format was recognised, but the file holds no record. Check that the export had a selection.',
    'encoding-guessed':
      'The file does not say how its letters are encoded, so it was guessed. Look at a name with accents and choose another encoding if it is garbled.',
    'undecodable-bytes':
      'Some bytes mean nothing in this encoding and became \ufffd. Try another encoding; if none fits, the file is damaged.',
    'mixed-encoding':
      'A letter in another encoding than the rest of the file was read as Western European. Check the word; files pasted together often have this.',
    'mojibake-suspected':
      'Letters such as "Ã¼" suggest that another program garbled the file before. Export again from the source if you can.',
    'mojibake-repaired':
      'The text had been encoded twice and was put right. Check a name with accents; another encoding chosen by hand shows it as it was saved.',
    'file-too-large':
      'The file is too large to be read at once. Export the search in parts and import them one by one.',
    'reader-failed':
      'Reading stopped before the end; all records before that point are kept. Please report this file as an error in Concord.',
    'missing-record-end':
      'The end mark of a record was missing; it was closed where the next one starts. Nothing to do.',
    'missing-record-start':
      'Fields without a record start were read as a record of their own. Check whether they belong to the record before.',
    'format-changes':
      'The file holds exports of several formats; each was read as what it is. Nothing to do.',
    'lines-unwrapped':
      'Something stood around every line (a number, quotation marks, the sign of a quoted mail) and was left out. Nothing to do.',
    'text-outside-record':
      'This line belongs to no record and was skipped. Nothing to do, unless it is part of a reference.',
    'field-after-end': 'A field stood after the end of its record and was added to it. Nothing to do.',
    'fields-on-one-line': 'Several fields stood on one line and were taken apart. Nothing to do.',
    'continuation-joined':
      'A line without a tag was joined to the field before it; for abstracts this is told once in a file. Check the field if it reads oddly.',
    'unknown-tag': 'This field is not known here; its text is kept with the record. Nothing to do.',
    'lower-case-tag': 'Field tags in lower case were read as if in capitals. Nothing to do.',
    'duplicate-field':
      'A field that holds one value was given twice with different values; the first counts and the other is kept. Check which is right.',
    'bad-year': 'No year could be read; the text is kept as the date. Add the year to the record.',
    'bad-doi':
      'The DOI field holds no DOI; its text is kept. Add the DOI if you know it: it helps to find duplicates.',
    'missing-title': 'The record has no title. Add one by hand, or look the record up in its database.',
    truncated:
      'The file ends in the middle of a record; what was there is kept. Export again to get the rest.',
    'malformed-xml':
      'The XML is damaged here; it was repaired or the part was skipped. Compare the number of records.',
    'entity-not-expanded':
      'An abbreviation defined in the file was left as it stands, for safety. Check the text.',
    'row-shape':
      'The row has more or fewer cells than the header. Check whether its values stand in the right columns.',
    'quote-repaired': 'A quotation mark was missing or out of place. Check this row and the next.',
    'column-unmapped':
      'This column is not known here; its values are kept with the records. Choose what it holds if it matters.',
    'unresolved-string':
      'An abbreviation (@string) is not defined in the file; its name stands in the field instead. Complete it by hand.',
    'entry-skipped': 'This entry could not be read; its text is kept in this list. Add it by hand.',
  },
};

import type { formats as english } from '../en/formats';
import type { Translated } from '../text';

export const formats: Translated<typeof english> = {
  names: {
    ris: 'RIS',
    nbib: 'PubMed (nbib / MEDLINE)',
    'pubmed-xml': 'PubMed-XML',
    'endnote-xml': 'EndNote-XML',
    'ebsco-xml': 'EBSCOhost-XML',
    enw: 'EndNote-tekst (.enw)',
    bibtex: 'BibTeX',
    wos: 'Web of Science-tekst',
    refworks: 'RefWorks-tekst',
    labelled: 'Tekst met veldnamen (Ovid, Cochrane, ProQuest)',
    'wos-tab': 'Web of Science-tabel',
    csv: 'CSV-tabel',
    tsv: 'Tabel met tabs',
    xlsx: 'Excel-werkmap',
    'csl-json': 'CSL-JSON',
    'openalex-json': 'OpenAlex-JSON',
    'zotero-rdf': 'Zotero-RDF',
    'ictrp-xml': 'WHO ICTRP-XML',
    'ctgov-json': 'ClinicalTrials.gov-JSON',
    'ctgov-xml': 'ClinicalTrials.gov-XML',
    'ctgov-csv': 'ClinicalTrials.gov-tabel',
    'html-table': 'Tabel van een webpagina of oude Excel',
    'mods-xml': 'MODS-XML',
    'ovid-xml': 'Ovid-XML',
    'europepmc-xml': 'Europe PMC-XML',
    atom: 'Atom (arXiv)',
    'jats-xml': 'JATS (PubMed Central)',
    'tei-xml': 'TEI',
    'dublin-core': 'Dublin Core',
    references: 'Literatuurlijst (APA)',
    'csl-yaml': 'CSL-YAML',
    json: 'JSON',
    xml: 'XML',
    unknown: 'Niet herkend',
  },
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'utf-16le': 'Unicode (UTF-16 LE)',
    'utf-16be': 'Unicode (UTF-16 BE)',
    'windows-1252': 'West-Europees (Windows)',
    'windows-1250': 'Centraal-Europees (Windows)',
    'windows-1251': 'Cyrillisch (Windows)',
    'windows-1253': 'Grieks (Windows)',
    'windows-1254': 'Turks (Windows)',
    'windows-1255': 'Hebreeuws (Windows)',
    'windows-1256': 'Arabisch (Windows)',
    'windows-1257': 'Baltisch (Windows)',
    'iso-8859-5': 'Cyrillisch (ISO)',
    'iso-8859-6': 'Arabisch (ISO)',
    'koi8-r': 'Cyrillisch (KOI8-R)',
    macintosh: 'West-Europees (Mac)',
    cp850: 'West-Europees (DOS 850)',
    cp437: 'West-Europees (DOS 437)',
    gb18030: 'Chinees, vereenvoudigd (GB 18030)',
    big5: 'Chinees, traditioneel (Big5)',
    shift_jis: 'Japans (Shift JIS)',
    'euc-jp': 'Japans (EUC)',
    'iso-2022-jp': 'Japans (ISO 2022)',
    'euc-kr': 'Koreaans (EUC)',
    binary: 'Geen tekst',
  },
  problems: {
    'empty-file':
      'Het bestand is leeg. Exporteer de zoekopdracht opnieuw; het downloaden is waarschijnlijk afgebroken.',
    'not-a-reference-file':
      'Dit is geen export van referenties (een webpagina, een PDF, een afbeelding of een programma). Exporteer de zoekresultaten als RIS en importeer dat bestand.',
    'old-workbook':
      'Dit is een oude Excel-werkmap (.xls). Open haar in Excel of LibreOffice, bewaar haar als .xlsx en importeer dat bestand.',
    'format-unknown':
      'Het formaat is niet herkend. Is het een tabel, kies dan wat in elke kolom staat; exporteer anders als RIS.',
    'no-records':
      'Het formaat is herkend, maar er staat geen record in. Controleer of bij het exporteren iets was geselecteerd.',
    'encoding-guessed':
      'Het bestand zegt niet hoe de letters gecodeerd zijn; dat is geraden. Kijk naar een naam met accenten en kies een andere codering als die verminkt is.',
    'undecodable-bytes':
      'Sommige bytes betekenen niets in deze codering en werden \ufffd. Probeer een andere codering; past er geen, dan is het bestand beschadigd.',
    'mixed-encoding':
      'Een letter in een andere codering dan de rest van het bestand is als West-Europees gelezen. Controleer het woord; samengevoegde bestanden hebben dit vaak.',
    'mojibake-suspected':
      'Letters zoals "Ã¼" wijzen erop dat een ander programma het bestand eerder heeft verminkt. Exporteer zo mogelijk opnieuw uit de bron.',
    'mojibake-repaired':
      'De tekst was twee keer gecodeerd en is hersteld. Controleer een naam met accenten; kiest u zelf een codering, dan ziet u hem zoals hij was bewaard.',
    'file-too-large':
      'Het bestand is te groot om in één keer te lezen. Exporteer in delen en importeer die een voor een.',
    'reader-failed':
      'Het lezen stopte voor het einde; alle records tot daar zijn behouden. Meld dit bestand als fout in Concord.',
    'missing-record-end':
      'Het eindteken van een record ontbrak; het is gesloten waar het volgende begint. U hoeft niets te doen.',
    'missing-record-start':
      'Velden zonder recordbegin zijn als eigen record gelezen. Controleer of ze bij het vorige record horen.',
    'format-changes':
      'Het bestand bevat exports in verschillende formaten; elk is als zichzelf gelezen. U hoeft niets te doen.',
    'lines-unwrapped':
      'Om elke regel stond iets (een nummer, aanhalingstekens, het teken van een geciteerde mail); dat is weggelaten. U hoeft niets te doen.',
    'text-outside-record':
      'Deze regel hoort bij geen record en is overgeslagen. U hoeft niets te doen, tenzij het deel van een referentie is.',
    'field-after-end':
      'Een veld stond na het einde van zijn record en is eraan toegevoegd. U hoeft niets te doen.',
    'fields-on-one-line':
      'Meerdere velden stonden op één regel en zijn uit elkaar gehaald. U hoeft niets te doen.',
    'continuation-joined':
      'Een regel zonder label is bij het vorige veld gevoegd; bij samenvattingen wordt dat eenmaal per bestand gemeld. Controleer het veld als het vreemd leest.',
    'unknown-tag': 'Dit veld is hier niet bekend; de tekst is bij het record bewaard. U hoeft niets te doen.',
    'lower-case-tag':
      'Veldlabels in kleine letters zijn gelezen alsof het hoofdletters waren. U hoeft niets te doen.',
    'duplicate-field':
      'Een veld met één waarde stond er twee keer met verschillende waarden; de eerste telt en de andere is bewaard. Controleer welke klopt.',
    'bad-year': 'Er was geen jaar te lezen; de tekst is als datum bewaard. Vul het jaar aan bij het record.',
    'bad-doi':
      'In het DOI-veld staat geen DOI; de tekst is bewaard. Vul de DOI aan als u die weet: dat helpt bij het vinden van dubbele.',
    'missing-title':
      'Het record heeft geen titel. Vul die met de hand in of zoek het record op in de databank.',
    truncated:
      'Het bestand eindigt midden in een record; wat er stond is bewaard. Exporteer opnieuw voor de rest.',
    'malformed-xml':
      'De XML is hier beschadigd; dat is hersteld of het stuk is overgeslagen. Vergelijk het aantal records.',
    'entity-not-expanded':
      'Een in het bestand gedefinieerde afkorting is voor de veiligheid zo gelaten. Controleer de tekst.',
    'row-shape':
      'De rij heeft meer of minder cellen dan de kop. Controleer of de waarden in de juiste kolommen staan.',
    'quote-repaired': 'Een aanhalingsteken ontbrak of stond verkeerd. Controleer deze rij en de volgende.',
    'column-unmapped':
      'Deze kolom is hier niet bekend; de waarden zijn bij de records bewaard. Kies wat erin staat als het van belang is.',
    'unresolved-string':
      'Een afkorting (@string) is in het bestand niet gedefinieerd; haar naam staat nu in het veld. Vul dit met de hand aan.',
    'entry-skipped':
      'Deze ingang kon niet worden gelezen; de tekst staat in deze lijst. Voeg hem met de hand toe.',
  },
};

import { readReferenceFile } from '@shared/formats';
import { describe, expect, it } from 'vitest';

const read = (...lines: string[]) => readReferenceFile(new TextEncoder().encode(`${lines.join('\n')}\n`));

describe('tables of services', () => {
  it('reads a table that stands on its side, as Embase.com saves fields by row', () => {
    const file = read(
      '"TITLE","A trial of peers"',
      '"AUTHOR NAMES","Vos A.","Doe B."',
      '"PUBLICATION YEAR","2019"',
      '"FIRST PAGE","1"',
      '"LAST PAGE","9"',
      '"DOI","10.5555/abc"',
      '"PUI","L620012345"',
      '',
      '"TITLE","Second, with ""quotes"""',
      '"AUTHOR NAMES","Roe J."',
      '"PUBLICATION YEAR","2018"',
    );
    expect(file.format).toBe('csv');
    expect(file.records).toMatchObject([
      { title: 'A trial of peers', authors: ['Vos A.', 'Doe B.'], pages: '1-9', doi: '10.5555/abc', line: 1 },
      { title: 'Second, with "quotes"', authors: ['Roe J.'], year: 2018, line: 9 },
    ]);
  });

  it('takes the journal and the article number out of the source line of Embase.com', () => {
    const line = 'Journal of X (Y): Part A (2021) 12:3 Article Number: 24. Date of Publication: 1 Mar 2021';
    const { records } = read(
      '"TITLE","A trial of peers"',
      '"AUTHOR NAMES","Vos A.","Doe B."',
      `"SOURCE","${line}"`,
      '"PUBLICATION YEAR","2021"',
      '"VOLUME","12"',
    );
    expect(records).toMatchObject([
      {
        journal: 'Journal of X (Y): Part A',
        volume: '12',
        issue: '3',
        articleNumber: '24',
        date: '1 Mar 2021',
      },
    ]);
    const beside = read(
      'Title,Author Names,Source,Source title,Publication Year,Volume,First Page',
      `One,Vos A.,${line},Journal of X,2021,12,`,
      'Two,Vos A.,Journal of X (2020) 11 SUPPL. 1 (S7-S9). Date of Publication: March 2020,Journal of X,2020,,',
    );
    expect(beside.records).toMatchObject([
      { journal: 'Journal of X', volume: '12', articleNumber: '24' },
      { journal: 'Journal of X', volume: '11', issue: 'SUPPL. 1', pages: 'S7-S9' },
    ]);
  });

  it('parts run-in names of SpringerLink before initials and with short names in parentheses', () => {
    const { records } = read(
      'Item Title,Item DOI,Authors,Publication Year',
      'One,10.5555/a,Anna P. VosL. Bo DoeXi (Luke) Roe,2019',
      'Two,10.5555/b,D. Vos-DoeA. Roe,2019',
    );
    expect(records.map(({ authors }) => authors)).toEqual([
      ['Anna P. Vos', 'L. Bo Doe', 'Xi (Luke) Roe'],
      ['D. Vos-Doe', 'A. Roe'],
    ]);
  });

  it('reads the header of R, which has no name for the names of the rows', () => {
    const file = read(
      '"AU","TI","PY","DI"',
      '"VOS A, 2019, J X","VOS A;DOE B","ONE","2019","10.5555/a"',
      '"ROE C, 2020, J Y","ROE C","TWO","2020","10.5555/b"',
    );
    expect(file.problems.map(({ code }) => code)).toEqual(['column-unmapped']);
    expect(file.records).toMatchObject([
      { authors: ['VOS A', 'DOE B'], title: 'ONE', year: 2019, doi: '10.5555/a' },
      { authors: ['ROE C'], title: 'TWO', year: 2020, doi: '10.5555/b' },
    ]);
    const numbered = read('title,year,doi', '1,One,2019,10.5555/a', '2,Two,2020,10.5555/b');
    expect(numbered.records).toMatchObject([{ title: 'One', year: 2019 }, { title: 'Two' }]);
  });

  it('does not take a comma in a text without quotes for a name of the row', () => {
    const { records } = read(
      'title,author,year,doi',
      'One, two,Vos A,2019,10.5555/a',
      'Three, four,Doe B,2020,10.5555/b',
    );
    expect(records).toMatchObject([
      { title: 'One, two', authors: ['Vos A'], year: 2019 },
      { title: 'Three, four', authors: ['Doe B'], year: 2020 },
    ]);
  });

  it('takes the whole that is no journal where there is none, and parts keywords that commas part in the column', () => {
    const { records } = read(
      'title,author,journal,booktitle,keywords,year,pages,issue_no',
      'One,Anna Vos and Bo Doe,,Proceedings of X,"peers, recovery, trials",2019,180--189,',
      'Two,Bo Doe,Journal of Y,,"peers, work, pay",2020,1--9,4',
      'Three,Bo Doe,Journal of Y,,"Child, Preschool",2020,2,4',
    );
    expect(records).toMatchObject([
      { journal: 'Proceedings of X', keywords: ['peers', 'recovery', 'trials'], pages: '180-189' },
      { journal: 'Journal of Y', keywords: ['peers', 'work', 'pay'], issue: '4' },
      { keywords: ['Child', 'Preschool'] },
    ]);
  });

  it('finds identifiers in a column that lists addresses', () => {
    const { records } = read(
      'Title,Publication Year,Source URLs',
      'One,2019,https://example.org/a https://pubmed.ncbi.nlm.nih.gov/31000004',
    );
    expect(records).toMatchObject([{ pmid: '31000004' }]);
  });

  it('parts addresses that Rayyan puts one behind the other, not one inside another', () => {
    const { records } = read(
      'key,title,year,url',
      'rayyan-1,One,2019,https://example.org/view?id=L1&from=exporthttp://dx.doi.org/10.5555/a',
      'rayyan-2,Two,2019,https://proxy.example.org/login?url=https://example.org/b',
    );
    expect(records).toMatchObject([
      { url: 'https://example.org/view?id=L1&from=export', doi: '10.5555/a' },
      { url: 'https://proxy.example.org/login?url=https://example.org/b' },
    ]);
  });

  it('parts names with unbreakable hyphens, and takes a dash for an empty cell', () => {
    const { records } = read(
      'Title,Authors,Venue,Year',
      'One,"Anna Vos, B. Doe",-,2019',
      'Two,"A. Roe, Jo Garza\u2010Vos, Bo Doe",Journal of X,2020',
    );
    expect(records.map(({ authors, journal }) => [authors, journal])).toEqual([
      [['Anna Vos', 'B. Doe'], undefined],
      [['A. Roe', 'Jo Garza\u2010Vos', 'Bo Doe'], 'Journal of X'],
    ]);
  });

  it('does not take a second ISSN for pages, and keeps both', () => {
    const { records } = read(
      'Authors,Article Title,Source Title,ISSN,eISSN,Start Page,End Page,Publication Year',
      '"Vos, A",One,JOURNAL,1075-2730,1557-9700,180,190,2019',
    );
    expect(records).toMatchObject([{ pages: '180-190', issn: '1075-2730; 1557-9700' }]);
  });

  it('parts names with initials before or behind, and drops the full stop of a list', () => {
    const authors = (cell: string) => read('title,authors,year', `One,"${cell}",2019`).records[0]?.authors;
    expect(authors('Vos A, Doe BC.')).toEqual(['Vos A', 'Doe BC']);
    expect(authors('J Vos, AB van Doe')).toEqual(['J Vos', 'AB van Doe']);
    expect(authors('Vos, Anna')).toEqual(['Vos, Anna']);
  });

  it('parts author keywords of Embase.com joined by bare commas, not those with a comma inside', () => {
    const keywords = (cell: string) =>
      read('Title,Author keywords,Year', `One,"${cell}",2019`).records[0]?.keywords;
    expect(keywords('peers,recovery,2,4-dinitrophenol')).toEqual(['peers', 'recovery,2,4-dinitrophenol']);
    expect(keywords('Child, Preschool')).toEqual(['Child, Preschool']);
  });

  it('knows columns written as one word', () => {
    const { records } = read(
      'an,title,contributors,publicationDate,source,docTypes,issns',
      '134,Peers,"Vos, Mary; Lee, Bob",20190301,Journal,Article,0279-3695',
    );
    expect(records).toMatchObject([{ accession: '134', year: 2019, authors: ['Vos, Mary', 'Lee, Bob'] }]);
  });
});

describe('entries and elements of other programs', () => {
  it('lets no entry take over from one that has no key', () => {
    const { records } = read(
      '@article{a, title={One}}',
      '@article{, author={No, Key}, journal={Nowhere}, year=2005}',
      '@online{b, title={Two}, xdata={}, crossref={}}',
    );
    expect(records).toMatchObject([{ title: 'One' }, { journal: 'Nowhere' }, { title: 'Two' }]);
    expect(records.map(({ authors, journal }) => [authors.length, journal])).toEqual([
      [0, undefined],
      [1, 'Nowhere'],
      [0, undefined],
    ]);
  });

  it('reads the issue of Mendeley and the PubMed id Zotero puts among accession numbers', () => {
    const { records } = read(
      '<?xml version="1.0"?><xml><records><record><ref-type name="Journal Article">17</ref-type>',
      '<titles><title>One</title></titles><issue>3</issue><accession-num>PMID: 30000000</accession-num></record></records></xml>',
    );
    expect(records).toMatchObject([{ issue: '3', pmid: '30000000' }]);
  });

  it('reads both kinds of XML that ClinicalTrials.gov gave', () => {
    const whole = read(
      '<?xml version="1.0"?><clinical_study rank="1">',
      '<id_info><org_study_id>12</org_study_id><nct_id>NCT01566513</nct_id></id_info>',
      '<brief_title>Peers</brief_title><brief_summary><textblock>Summary.</textblock></brief_summary>',
      '<condition>Sadness</condition><study_first_posted type="Estimate">March 29, 2012</study_first_posted>',
      '<intervention><intervention_type>Behavioral</intervention_type><intervention_name>peer</intervention_name></intervention>',
      '<overall_status>Completed</overall_status></clinical_study>',
    );
    expect(whole.format).toBe('ctgov-xml');
    expect(whole.records).toMatchObject([
      {
        title: 'Peers',
        year: 2012,
        accession: 'NCT01566513',
        registrations: ['NCT01566513'],
        abstract: 'Summary. CONDITION: Sadness INTERVENTION: Behavioral: peer',
        other: [['overall_status', 'Completed']],
      },
    ]);
    const list = read(
      '<search_results count="2"><study rank="1"><nct_id>NCT00000001</nct_id><title>One</title></study>',
      '<study rank="2"><nct_id>NCT00000002</nct_id><title>Two</title></study></search_results>',
    );
    expect(list.records).toMatchObject([{ title: 'One' }, { title: 'Two', accession: 'NCT00000002' }]);
  });

  it('reads the XML of EBSCOhost', () => {
    const file = read(
      '<?xml version="1.0"?><records><rec resultID="1"><header longDbName="CINAHL" uiTerm="134"><controlInfo>',
      '<jinfo><jtl>Journal of Invention</jtl><issn>02793695</issn></jinfo>',
      '<pubinfo><dt year="2019" month="03" day="01">Mar2019</dt><vid>57</vid><iid>3</iid></pubinfo>',
      '<artinfo><ui type="doi">10.5555/abc</ui><ppf>45</ppf><ppct>6</ppct><tig><atl>Peers</atl></tig>',
      '<aug><au>Vos, Mary</au><au>Lee, Bob</au></aug><sug><subj type="major">Peer Group</subj></sug>',
      '<ab>Text.</ab><pubtype>Academic Journal</pubtype><doctype>Article</doctype></artinfo>',
      '<language>English</language></controlInfo></header></rec></records>',
    );
    expect(file.format).toBe('ebsco-xml');
    expect(file.records).toMatchObject([
      {
        title: 'Peers',
        authors: ['Vos, Mary', 'Lee, Bob'],
        year: 2019,
        journal: 'Journal of Invention',
        volume: '57',
        issue: '3',
        pages: '45-50',
        doi: '10.5555/abc',
        accession: '134',
        keywords: ['Peer Group'],
        type: 'Article',
        language: 'English',
        issn: '0279-3695',
      },
    ]);
    expect(file.records[0]?.other).toContainEqual(['database', 'CINAHL']);
  });

  it('takes the journal of Europe PMC for the journal, not its source', () => {
    const { records } = read(
      '{"resultList":{"result":[{"id":"3","source":"MED","pmid":"30000000","title":"Peers",',
      '"authorString":"Vos A, Doe B.","journalTitle":"Journal","pubYear":"2019","pubType":"journal article"}]}}',
    );
    expect(records).toMatchObject([
      { journal: 'Journal', type: 'journal article', authors: ['Vos A', 'Doe B'] },
    ]);
  });

  it('takes ID for keywords only beside the other letters of Web of Science', () => {
    const wos = read(
      'PT\tAU\tTI\tSO\tDE\tID\tUT\tPY',
      'J\tVos, A\tPeers\tJOURNAL\tpeer\tHEALTH\tWOS:1\t2019',
    );
    expect(wos.records).toMatchObject([{ keywords: ['peer', 'HEALTH'] }]);
    expect(read('id,title,year', '7,Peers,2019').records[0]?.keywords).toEqual([]);
  });

  it('takes the full names where a list names everybody twice, and an address without the tag behind it', () => {
    const { records } = read(
      'key,title,year,authors,url',
      'rayyan-1,Peers,2018,"Vos, AB and Doe, C and Vos, Anna B. and Doe, Cas",https://www.embase.com/x&from=export     U2  - L6321',
      'rayyan-2,Others,2018,"Vos, A and Vos, Anna",https://www.embase.com/y',
    );
    expect(records).toMatchObject([
      { authors: ['Vos, Anna B.', 'Doe, Cas'], url: 'https://www.embase.com/x&from=export' },
      { authors: ['Vos, A', 'Vos, Anna'], url: 'https://www.embase.com/y' },
    ]);
  });

  it('drops the full stop behind the authors of PubMed, of whom there may be one', () => {
    const { records } = read(
      'PMID,Title,Authors,Citation',
      '1,Peers,"Vos A, Doe BC.","J Inv. 2018 May 18;17:369-378."',
      '2,Others,"Vos AB.","J Inv. 2018 May 18;17:379-380."',
      '3,Third,"Müller A, Del Fiol G, Doe B Jr.","J Inv. 2018 May 18;17:381-382."',
    );
    expect(records.map(({ authors }) => authors)).toEqual([
      ['Vos A', 'Doe BC'],
      ['Vos AB'],
      ['Müller A', 'Del Fiol G', 'Doe B Jr.'],
    ]);
  });

  it('parts family names without given names where their number shows that they are no pairs', () => {
    const { records } = read(
      'title,authors,year',
      'Peers,"Vos, O\'Neil, Van-Doe",2019',
      'Others,"Vos, Doe",2019',
      'Third,Vos,2019',
    );
    expect(records.map(({ authors }) => authors)).toEqual([
      ['Vos', "O'Neil", 'Van-Doe'],
      ['Vos', 'Doe'],
      ['Vos'],
    ]);
    expect(read('title,authors,year', 'Peers,"Vos, Anna",2019').records[0]?.authors).toEqual(['Vos, Anna']);
  });

  it('parts a long list of keywords with commas in a column that parts others by semicolons', () => {
    const { records } = read(
      'Document Title,Authors,Author Keywords,Publication Year',
      'Peers,A. Vos,"walking, peers, HL7 FHIR, support groups, self-care, e-health",2019',
      'Others,B. Doe,walking;peers,2020',
      'Third,B. Doe,"Receptors, Antigen, T-Cell, gamma-delta",2020',
    );
    expect(records.map(({ keywords }) => keywords)).toEqual([
      ['walking', 'peers', 'HL7 FHIR', 'support groups', 'self-care', 'e-health'],
      ['walking', 'peers'],
      ['Receptors, Antigen, T-Cell, gamma-delta'],
    ]);
  });

  it('reads references written out, or keeps them as what a work is known by', () => {
    const full = read(
      'id,reference,effect',
      '1,"Vos, A. B., Doe, C., & Mol, D. (2020a). Walking with peers: A trial? Journal of X, Y & Z, 12(3), 101–110. https://doi.org/10.5555/Abc",0.5',
      '2,"Doe, C. (2021). Others walk. Inventions, 7, e15. https://doi.org/10.5555/def",0.1',
      '3,"Bureau of Walks (2021, May). Report on walking. https://example.org",0.1',
    );
    expect(full.records).toMatchObject([
      {
        title: 'Walking with peers: A trial?',
        authors: ['Vos, A. B.', 'Doe, C.', 'Mol, D.'],
        year: 2020,
        journal: 'Journal of X, Y & Z',
        volume: '12',
        issue: '3',
        pages: '101-110',
        doi: '10.5555/abc',
      },
      {
        title: 'Others walk',
        authors: ['Doe, C.'],
        journal: 'Inventions',
        volume: '7',
        pages: 'e15',
        doi: '10.5555/def',
      },
      { title: 'Report on walking', authors: ['Bureau of Walks'], year: 2021 },
    ]);
    const short = read(
      'citation,include,comment',
      'Vos et al. (2008),1,the number of friends is what people choose by themselves',
      '"Doe, Mol, & Vos (2014)",0,nothing about contact of any kind in this one',
    );
    expect(short.records).toMatchObject([
      { title: 'Vos et al. (2008)', year: 2008, authors: [] },
      { title: 'Doe, Mol, & Vos (2014)', year: 2014, authors: [] },
    ]);
    expect(short.problems.filter(({ code }) => code === 'missing-title')).toEqual([]);
  });

  it('takes no column of whole references or of reasons for authors or titles', () => {
    const { records } = read(
      'title,year,source reference,reason',
      'Peers,2019,"Vos, A. (2019). Peers. Inventions, 7, 1–2. https://doi.org/10.5555/abc","The work says what is done by peers who walk together, so that it belongs here without any doubt"',
      'Others,2020,"Doe, C. (2020). Others. Inventions, 8, 1–2. https://doi.org/10.5555/def","The work says nothing of what is done by peers who walk together, so that it does not belong here"',
    );
    expect(records).toMatchObject([
      {
        title: 'Peers',
        authors: [],
        other: expect.arrayContaining([['source reference', expect.any(String)]]),
      },
      { title: 'Others', authors: [] },
    ]);
    expect(records[0]).not.toHaveProperty('abstract');
  });

  it('reads the DOI and ISSN that Zotero keeps in Extra, and takes no backslash out of BibTeX over', () => {
    const { records } = read(
      'Key,Item Type,Publication Year,Author,Title,DOI,Abstract Note,Extra',
      'ABCD1234,book,2019,"Vos, Anna",Peers \\& walks,,"Of all, 8\\% walk.","DOI: 10.5555/Abc\nISSN: 0279-3695\nPMID: 30000000"',
    );
    expect(records).toMatchObject([
      {
        title: 'Peers & walks',
        abstract: 'Of all, 8% walk.',
        doi: '10.5555/abc',
        issn: '0279-3695',
        pmid: '30000000',
      },
    ]);
  });

  it('parts names before the mark for the rest of a list', () => {
    const { records } = read(
      'Cites,Authors,Title,Year',
      '1,"C Kun‐Vos, J Doe, A Mol, ...",Peers,2014',
      '2,"J Doe, et al.",Others,2015',
      '3,"J Doe, A Mol, …",Third,2015',
    );
    expect(records.map(({ authors }) => authors)).toEqual([
      ['C Kun‐Vos', 'J Doe', 'A Mol'],
      ['J Doe'],
      ['J Doe', 'A Mol'],
    ]);
  });

  it('keeps what belongs to a name behind a comma in a list of names with initials', () => {
    const { records } = read(
      'Authors,Title,Year,Source title,EID',
      '"Vos A.B., Doe F.R., III, Van-Mol T.",Peers,2019,Journal,2-s2.0-1',
      '"Vos A.B., Jr., Doe F.R.",Others,2019,Journal,2-s2.0-2',
    );
    expect(records.map(({ authors }) => authors)).toEqual([
      ['Vos A.B.', 'Doe F.R. III', 'Van-Mol T.'],
      ['Vos A.B. Jr.', 'Doe F.R.'],
    ]);
  });

  it('reads the other title and the broader terms of the Zoological Record', () => {
    const { records } = read(
      'PT,AN,DT,TI,FT,AU,SO,VL,IS,PS,PD,PY,LA,BD,DE,TN,UT',
      'J,Z1,Article,Birds,Vogels,"Vos, Anna; Doe, Bob",Journal,7,4,275-282,2017/12/01,2017,Dutch,Habitat; Fire,"Aves [Fire / / ].",Birds,ZOOREC:Z1',
    );
    expect(records).toMatchObject([
      { title: 'Birds', translatedTitle: 'Vogels', keywords: ['Habitat', 'Fire', 'Aves [Fire / / ].'] },
    ]);
  });

  it('takes no DOI of a retraction or of what is cited for that of the work', () => {
    const { records } = read(
      'Title,Journal,Author,RetractionDOI,OriginalPaperDOI,Cited DOI',
      'Peers,Journal,Anna Vos,10.5555/retraction,10.5555/paper,10.5555/cited',
    );
    expect(records[0]?.doi).toBe('10.5555/paper');
    expect(read('Title,Year,RetractionDOI', 'Peers,2019,10.5555/retraction').records[0]).toMatchObject({
      other: [['RetractionDOI', '10.5555/retraction']],
    });
  });

  it('keeps every value of a list where a field takes one, and identifiers without a kind', () => {
    const { records } = read(
      '[{"title":"Peers","year":2019,"creators":["Vos, A"],"journal":["Journal","Series"],"identifier":["https://example.org/1","10.5555/abc"]}]',
    );
    expect(records[0]?.journal).toBe('Journal');
    expect(records[0]?.other).toEqual(expect.arrayContaining([['journal', 'Series']]));
    expect(JSON.stringify(records)).toContain('https://example.org/1');
  });

  it('reads a cell of very many words, and an address with very much space in it', () => {
    const { records, problems } = read('Title,Author Keywords,Url', `Peers,"${'a; '.repeat(150_000)}",`);
    expect(records[0]?.keywords).toHaveLength(150_000);
    expect(problems.filter(({ code }) => code !== 'column-unmapped')).toEqual([]);
    const spaced = read('Title,Year,Url', `Peers,2019,"https://example.org/${' '.repeat(100_000)}x"`);
    expect(spaced.records[0]?.url).toBe('https://example.org/ x');
  });

  it('reads a list of references of the APA, one to a line, with or without quotation marks and numbers', () => {
    const file = read(
      'References',
      '"Vos, A. B., Doe, C., & Mol, D. (2018). Walking with ""peers"": a trial. J Inv Sci, 27, e2018. doi:10.5555/Abc"',
      '2. Doe, C., van Dam, E., . . . Mol, D. (2017a). Women walk further than men. A cohort. Inventions, 195(9), 1226-1235. https://doi.org/10.5555/def',
      '[3] Mol, D. (2016). Do peers walk? Yes they do! Nutrients, 9(12).',
      'Bureau, W. (2015). A book of walks. Press.',
      'Vos, A. (2014). Five. Inventions, 1, 2.',
    );
    expect(file.format).toBe('references');
    expect(file.problems).toMatchObject([{ line: 1, code: 'text-outside-record' }]);
    expect(file.records).toMatchObject([
      {
        title: 'Walking with "peers": a trial',
        authors: ['Vos, A. B.', 'Doe, C.', 'Mol, D.'],
        year: 2018,
        journal: 'J Inv Sci',
        volume: '27',
        pages: 'e2018',
        doi: '10.5555/abc',
        line: 2,
      },
      {
        title: 'Women walk further than men. A cohort',
        authors: ['Doe, C.', 'van Dam, E.', 'Mol, D.'],
        journal: 'Inventions',
        issue: '9',
        line: 3,
      },
      { title: 'Do peers walk? Yes they do!', journal: 'Nutrients', volume: '9', issue: '12' },
      { title: 'A book of walks', year: 2015 },
      { title: 'Five' },
    ]);
  });

  it('takes no table with a column of references for a list of them', () => {
    const row = '"Vos, A. B., & Mol, D. (2018). Walking. J Inv Sci, 27, 2."';
    expect(read('id,reference,effect', `1,${row},0.5`, `2,${row},0.1`).format).toBe('csv');
    expect(read('reference,year,effect', `${row},2018,0.5`, `${row},2018,0.1`).format).toBe('csv');
    expect(read('effect,year,reference', `0.5,2018,${row}`, `0.1,2018,${row}`).format).toBe('csv');
    const bare = row.replaceAll('"', '');
    expect(read('reference\tyear\teffect', `${bare}\t2018\t0.5`, `${bare}\t2018\t0.1`).format).toBe('tsv');
  });

  it('takes addresses of authors for no abstract, and names with the initials in front for authors', () => {
    const place =
      'Department of Walking, University of Invention, Some Street 1, Some Town, A Country; '.repeat(5);
    const scopus = read(
      'Authors,Title,Year,DOI,Affiliations,Authors with affiliations',
      `"Vos A., Doe B., Mol C.",Peers,2019,10.5555/abc,"${place}","Vos, A., ${place}"`,
      `"Doe B., Mol C.",Others,2019,10.5555/def,"x ${place}","Doe, B., ${place}"`,
    );
    expect(scopus.records[0]).not.toHaveProperty('abstract');
    const endnote = read(
      '"H. M. Vos, E. Doe and G. P. Mol",2018,Walking with peers in an invented town,,J Inv Sci,,27,"Vos, Hadeel///Doe, Ejaz///Mol, George P///eng///J Inv Sci. 2018 Nov 8;27:e20."',
      '"A. F. de Vos, B. Gomez Real and D. L. Doe",2016,Others walking in an invented town,,J Inv Sci,,26,"de Vos, Andre///eng///J Inv Sci. 2016 Nov 8;26:e20."',
    );
    expect(endnote.records).toMatchObject([
      {
        title: 'Walking with peers in an invented town',
        authors: ['H. M. Vos', 'E. Doe', 'G. P. Mol'],
        year: 2018,
      },
      { authors: ['A. F. de Vos', 'B. Gomez Real', 'D. L. Doe'] },
    ]);
  });
});

import { counted, plural, type Translated } from '../text';
import type { history as english } from '../en/history';

const because = (reason: string): string => (reason === '' ? '' : `: ${reason}`);

export const history: Translated<typeof english> = {
  votes: { include: 'includeren', exclude: 'excluderen', maybe: 'misschien' },
  roles: { lead: 'leider', coder: 'beoordelaar', adjudicator: 'arbiter', observer: 'waarnemer' },
  stages: {
    'title-abstract': 'titels en samenvattingen',
    'full-text': 'volledige teksten',
    'risk-of-bias': 'risico op bias',
    extraction: 'extractie',
  },
  methods: {
    consensus: 'in overleg',
    adjudication: 'door de arbiter',
    'single-coder': 'zoals de enige beoordelaar deed',
    sheet: 'zoals in een geïmporteerd blad staat',
  },
  retrieval: { sought: 'gezocht', retrieved: 'verkregen', 'not-retrieved': 'niet verkregen' },
  corrections: {
    'sd-is-se': 'de standaarddeviaties zijn standaardfouten',
    sign: 'het teken is omgedraaid',
    'leave-out': 'het telt niet mee',
  },
  sealed: {
    voteCast: 'een stem',
    noteWritten: 'een notitie',
    recordLabelled: 'een label',
    recordParked: 'een opzijgelegd record',
    exclusionUpheld: 'een tweede blik',
    assessmentSaved: 'een beoordeling',
    structureSaved: 'de structuur van een studie',
    extractionSaved: 'een extractie',
    other: 'een oordeel',
  },
  wholeSheet: 'het hele blad',

  did: {
    reviewCreated: (title) => `begon de review “${title}”`,
    coderJoined: (role, name) => `ging meedoen als ${role} onder de naam ${name}`,
    roleGiven: (name, role) => `maakte ${name} ${role}`,
    judgementWithdrawn: (target) => `nam gebeurtenis ${target} terug`,
    protocolSaved: (note) => `sloeg het protocol op${because(note)}`,
    batchImported: (count, database, file) =>
      `importeerde ${count} ${plural(count, 'record', 'records')} van ${database} uit ${file}`,
    duplicatesFound: (groups, questions, method) =>
      `liet de regels ${method} ${groups} ${plural(groups, 'groep', 'groepen')} dubbele records samenvoegen; ${questions} ${plural(questions, 'vraag', 'vragen')} voor een mens`,
    duplicatesSame: (records) => `noemde ${records} dezelfde publicatie`,
    duplicatesDifferent: (records) => `noemde ${records} verschillende publicaties`,
    duplicateLeft: (record, records) => `haalde ${record} uit de groep ${records}`,
    joinSampleDrawn: (count, of) =>
      `trok ${count} van ${counted(of, 'samenvoeging', 'samenvoegingen')} door regels om te bekijken`,
    joinRight: (records) => `vond de samenvoeging van ${records} juist`,
    joinWrong: (records) => `vond de samenvoeging van ${records} onjuist`,
    sourceDescribed: (database, batch) => `beschreef de bron van import ${batch} als ${database}`,
    recordEdited: (record, fields, reason) => `verbeterde ${fields} van ${record}${because(reason)}`,
    recordsCompleted: (fields, records, file) =>
      `vulde ${fields} ${plural(fields, 'leeg veld', 'lege velden')} van ${records} ${plural(records, 'record', 'records')} aan uit ${file}`,
    voteCast: (vote, reason, record, stage) =>
      `stemde ${vote}${reason === '' ? '' : ` (${reason})`} over ${record} bij ${stage}`,
    voteBrought: (vote, reason, record, stage, program, coder) =>
      `bracht de stem ${vote}${reason === '' ? '' : ` (${reason})`} van ${coder} in ${program} over ${record} bij ${stage} mee`,
    noteWritten: (record, stage, text) => `noteerde bij ${record} bij ${stage}: ${text}`,
    labelOn: (label, record, stage) => `gaf ${record} het label “${label}” bij ${stage}`,
    labelOff: (label, record, stage) => `haalde het label “${label}” van ${record} bij ${stage}`,
    parked: (record, stage) => `legde ${record} bij ${stage} opzij voor later`,
    takenUp: (record, stage) => `nam ${record} bij ${stage} weer op`,
    votesRevealed: (record, stage) => `vroeg hoe de beoordelaars over ${record} stemden bij ${stage}`,
    conflictResolved: (record, stage, decision, method, reason) =>
      `besliste ${method} over ${record} bij ${stage}: ${decision}${reason === '' ? '' : `, ${reason}`}`,
    retrievalNoted: (record, status, note) =>
      `noteerde de publicatie ${record} als ${status}${because(note)}`,
    documentAttached: (name, record) => `voegde ${name} toe aan ${record}`,
    documentReplaced: (name, record) => `voegde ${name} toe aan ${record} in plaats van een ander bestand`,
    relevantRecordsNamed: (count) =>
      `noemde ${count} ${plural(count, 'record', 'records')} waarvan vooraf bekend was dat ze relevant zijn`,
    screeningStopped: (stage, read, total, reason) =>
      `stopte met lezen van ${stage} na ${read} van ${counted(total, 'record', 'records')}${because(reason)}`,
    commentWritten: (record, stage, text) => `zei over ${record} bij ${stage}: ‘${text}’`,
    exclusionUpheld: (record, stage) => `bekeek ${record} bij ${stage} opnieuw en liet het uitgesloten`,
    workAllocated: (names) => `verdeelde de records over ${names}`,
    workOpened: () => 'stelde alle records open voor iedereen',
    pilotDrawn: (records, names) =>
      `trok een pilot van ${records} ${plural(records, 'record', 'records')} voor ${names}`,
    pilotClosed: (version, reason) =>
      `sloot de pilot en legde de criteria vast als versie ${version} van het protocol${because(reason)}`,
    studyAdded: (label) => `voegde de studie ${label} toe`,
    reportsLinked: (records, study) => `koppelde ${records} aan studie ${study}`,
    poolable: (study, note) => `zei dat ${study} gepoold kan worden${because(note)}`,
    notPoolable: (study, reason, note) =>
      `zei dat ${study} geschikt is en niet gepoold kan worden: ${reason}${because(note)}`,
    assessmentSaved: (done, target) => `${done ? 'voltooide' : 'werkte aan'} de beoordeling van ${target}`,
    assessmentReconciled: (target, method, note) =>
      `stelde de beoordeling van ${target} vast ${method}${because(note)}`,
    structureSaved: (done, study) => `${done ? 'voltooide' : 'werkte aan'} de structuur van ${study}`,
    structureSettled: (study, method, note) =>
      `stelde de structuur van ${study} vast ${method}${because(note)}`,
    extractionSaved: (done, study) => `${done ? 'voltooide' : 'werkte aan'} de extractie van ${study}`,
    extractionReconciled: (study, method, note) =>
      `stelde de extractie van ${study} vast ${method}${because(note)}`,
    resultUsed: (result, reason) => `besloot ${result} te gebruiken${because(reason)}`,
    resultNotUsed: (result, reason) => `besloot ${result} niet te gebruiken${because(reason)}`,
    resultByRule: (result, reason) =>
      `liet aan de regel van het protocol over of ${result} wordt gebruikt${because(reason)}`,
    sheetImported: (file, rows, studies) =>
      `importeerde het blad ${file}: ${rows} ${plural(rows, 'rij', 'rijen')} van ${studies} ${plural(studies, 'studie', 'studies')}`,
    poolingSheetFrozen: (version, rows, trials, note) =>
      `legde versie ${version} van het poolingblad vast: ${rows} ${plural(rows, 'rij', 'rijen')} van ${trials} ${plural(trials, 'trial', 'trials')}${because(note)}`,
    alarmCleared: (check, where, reason) =>
      `ging de melding ${check} bij ${where} na en liet de getallen zoals ze zijn${because(reason)}`,
    resultCorrected: (result, change, reason) => `liet ${result} anders lezen, ${change}${because(reason)}`,
    judgementSealed: (what, item, stage, done) =>
      `${done ? 'legde iets verzegeld vast' : 'werkte aan iets verzegelds'} bij ${stage}: ${what} over ${item}`,
    keysReleased: (count, stage) => `gaf ${count} ${plural(count, 'sleutel', 'sleutels')} van ${stage} vrij`,
    stageKeyReleased: (stage) => `gaf de sleutel van ${stage} vrij`,
    escrowKeyGiven: () => 'gaf de sleutel waarmee beoordelaars de hunne afsluiten voor bewaring',
    keysEntrusted: (count, lead) =>
      `gaf ${count} ${plural(count, 'sleutel', 'sleutels')} in bewaring bij ${lead}`,
    escrowUsed: (coder, stage, reason) =>
      `opende de antwoorden van ${coder} bij ${stage} met de sleutel uit bewaring${because(reason)}`,
    stageUnblinded: (stage, reason) => `deblindeerde ${stage}${because(reason)}`,
  },
  notPoolable: {
    'no-usable-data': 'geen bruikbare gegevens',
    'not-as-needed': 'gegevens niet gerapporteerd zoals nodig',
    'no-answer': 'auteurs antwoordden niet',
    'no-comparison': 'geen vergelijking die het plan poolt',
    other: 'een andere reden',
  },
  closed: 'beoordeelde een record (gesloten zolang u blind stemt)',
  unknown: (kind) => `deed iets wat deze versie niet kent (${kind})`,

  standing: {
    counts: '',
    'taken back': 'teruggenomen',
    sealed: 'verzegeld',
    'no right': 'geen recht toe, telt niet mee',
    'broken seal': 'zegel verbroken, telt niet mee',
    'not understood': 'niet begrepen, telt niet mee',
  },
  afterReveal: 'nadat de anderen te lezen waren',
};

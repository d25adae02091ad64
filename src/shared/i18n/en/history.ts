import { counted, plural } from '../text';

const because = (reason: string): string => (reason === '' ? '' : `: ${reason}`);

/**
 * The history of a review in words. Each sentence under `did` goes on after the name of who did it; one for every kind of
 * event.
 */
export const history = {
  votes: { include: 'include', exclude: 'exclude', maybe: 'maybe' },
  roles: { lead: 'lead', coder: 'coder', adjudicator: 'adjudicator', observer: 'observer' },
  stages: {
    'title-abstract': 'titles and abstracts',
    'full-text': 'full texts',
    'risk-of-bias': 'risk of bias',
    extraction: 'extraction',
  },
  methods: {
    consensus: 'by consensus',
    adjudication: 'by adjudication',
    'single-coder': 'as the only coder did',
    sheet: 'as an imported sheet has it',
  },
  retrieval: { sought: 'sought', retrieved: 'retrieved', 'not-retrieved': 'not retrieved' },
  corrections: {
    'sd-is-se': 'its standard deviations are standard errors',
    sign: 'its sign is turned',
    'leave-out': 'it is left out',
  },
  /** What a seal hides, by the kind of event. */
  sealed: {
    voteCast: 'a vote',
    noteWritten: 'a note',
    recordLabelled: 'a label',
    recordParked: 'a record put aside',
    exclusionUpheld: 'a second look',
    assessmentSaved: 'an assessment',
    structureSaved: 'the structure of a study',
    extractionSaved: 'an extraction',
    other: 'a judgement',
  },
  wholeSheet: 'the whole sheet',

  did: {
    reviewCreated: (title: string) => `began the review “${title}”`,
    coderJoined: (role: string, name: string) => `joined as ${role} under the name ${name}`,
    roleGiven: (name: string, role: string) => `made ${name} ${role}`,
    judgementWithdrawn: (target: string) => `took back entry ${target}`,
    protocolSaved: (note: string) => `saved the protocol${because(note)}`,
    batchImported: (count: number, database: string, file: string) =>
      `imported ${count} ${plural(count, 'record', 'records')} of ${database} from ${file}`,
    duplicatesFound: (groups: number, questions: number, method: string) =>
      `had the rules ${method} join ${groups} ${plural(groups, 'group', 'groups')} of duplicates, with ${questions} ${plural(questions, 'question', 'questions')} left to a person`,
    duplicatesSame: (records: string) => `called ${records} the same report`,
    duplicatesDifferent: (records: string) => `called ${records} different reports`,
    duplicateLeft: (record: string, records: string) => `took ${record} out of the group ${records}`,
    joinSampleDrawn: (count: number, of: number) =>
      `drew ${count} of ${counted(of, 'join', 'joins')} by rules to look at`,
    joinRight: (records: string) => `found the join of ${records} right`,
    joinWrong: (records: string) => `found the join of ${records} wrong`,
    sourceDescribed: (database: string, batch: string) =>
      `described the source of import ${batch} as ${database}`,
    recordEdited: (record: string, fields: string, reason: string) =>
      `corrected ${fields} of ${record}${because(reason)}`,
    recordsCompleted: (fields: number, records: number, file: string) =>
      `filled ${fields} empty ${plural(fields, 'field', 'fields')} of ${records} ${plural(records, 'record', 'records')} from ${file}`,
    voteCast: (vote: string, reason: string, record: string, stage: string) =>
      `voted ${vote}${reason === '' ? '' : ` (${reason})`} on ${record} at ${stage}`,
    voteBrought: (
      vote: string,
      reason: string,
      record: string,
      stage: string,
      program: string,
      coder: string,
    ) =>
      `brought in the vote ${vote}${reason === '' ? '' : ` (${reason})`} of ${coder} in ${program} on ${record} at ${stage}`,
    noteWritten: (record: string, stage: string, text: string) => `noted on ${record} at ${stage}: ${text}`,
    labelOn: (label: string, record: string, stage: string) => `labelled ${record} “${label}” at ${stage}`,
    labelOff: (label: string, record: string, stage: string) =>
      `took the label “${label}” off ${record} at ${stage}`,
    parked: (record: string, stage: string) => `put ${record} aside for later at ${stage}`,
    takenUp: (record: string, stage: string) => `took ${record} up again at ${stage}`,
    votesRevealed: (record: string, stage: string) => `asked how the coders voted on ${record} at ${stage}`,
    conflictResolved: (record: string, stage: string, decision: string, method: string, reason: string) =>
      `settled ${record} at ${stage} as ${decision} ${method}${because(reason)}`,
    retrievalNoted: (record: string, status: string, note: string) =>
      `noted the report ${record} as ${status}${because(note)}`,
    documentAttached: (name: string, record: string) => `attached ${name} to ${record}`,
    documentReplaced: (name: string, record: string) =>
      `attached ${name} to ${record} in the place of another file`,
    relevantRecordsNamed: (count: number) =>
      `named ${count} ${plural(count, 'record', 'records')} known to be relevant beforehand`,
    screeningStopped: (stage: string, read: number, total: number, reason: string) =>
      `stopped reading ${stage} after ${read} of ${counted(total, 'record', 'records')}${because(reason)}`,
    commentWritten: (record: string, stage: string, text: string) =>
      `said about ${record} at ${stage}: “${text}”`,
    exclusionUpheld: (record: string, stage: string) =>
      `looked again at ${record} at ${stage} and left it excluded`,
    workAllocated: (names: string) => `shared the records out to ${names}`,
    workOpened: () => 'opened all records to everybody',
    pilotDrawn: (records: number, names: string) =>
      `drew a pilot of ${records} ${plural(records, 'record', 'records')} for ${names}`,
    pilotClosed: (version: number, reason: string) =>
      `closed the pilot and froze the criteria as version ${version} of the protocol${because(reason)}`,
    studyAdded: (label: string) => `added the study ${label}`,
    reportsLinked: (records: string, study: string) => `linked ${records} to study ${study}`,
    poolable: (study: string, note: string) => `said that ${study} can be pooled${because(note)}`,
    notPoolable: (study: string, reason: string, note: string) =>
      `said that ${study} is eligible and cannot be pooled: ${reason}${because(note)}`,
    assessmentSaved: (done: boolean, target: string) =>
      `${done ? 'finished' : 'worked on'} the assessment of ${target}`,
    assessmentReconciled: (target: string, method: string, note: string) =>
      `settled the assessment of ${target} ${method}${because(note)}`,
    structureSaved: (done: boolean, study: string) =>
      `${done ? 'finished' : 'worked on'} the structure of ${study}`,
    structureSettled: (study: string, method: string, note: string) =>
      `settled the structure of ${study} ${method}${because(note)}`,
    extractionSaved: (done: boolean, study: string) =>
      `${done ? 'finished' : 'worked on'} the extraction of ${study}`,
    extractionReconciled: (study: string, method: string, note: string) =>
      `settled the extraction of ${study} ${method}${because(note)}`,
    resultUsed: (result: string, reason: string) => `decided to use ${result}${because(reason)}`,
    resultNotUsed: (result: string, reason: string) => `decided not to use ${result}${because(reason)}`,
    resultByRule: (result: string, reason: string) =>
      `left it to the rule of the protocol whether ${result} is used${because(reason)}`,
    sheetImported: (file: string, rows: number, studies: number) =>
      `imported the sheet ${file}: ${rows} ${plural(rows, 'row', 'rows')} of ${studies} ${plural(studies, 'study', 'studies')}`,
    poolingSheetFrozen: (version: number, rows: number, trials: number, note: string) =>
      `froze version ${version} of the pooling sheet: ${rows} ${plural(rows, 'row', 'rows')} of ${trials} ${plural(trials, 'trial', 'trials')}${because(note)}`,
    alarmCleared: (check: string, where: string, reason: string) =>
      `looked into the alarm ${check} on ${where} and left the numbers as they are${because(reason)}`,
    resultCorrected: (result: string, change: string, reason: string) =>
      `had ${result} read differently, ${change}${because(reason)}`,
    judgementSealed: (what: string, item: string, stage: string, done: boolean) =>
      `${done ? 'committed' : 'worked on'} something sealed at ${stage}: ${what} on ${item}`,
    keysReleased: (count: number, stage: string) =>
      `gave out ${count} ${plural(count, 'key', 'keys')} of ${stage}`,
    stageKeyReleased: (stage: string) => `gave out the key of ${stage}`,
    escrowKeyGiven: () => 'gave the key that coders lock theirs with for the escrow',
    keysEntrusted: (count: number, lead: string) =>
      `entrusted ${count} ${plural(count, 'key', 'keys')} to the escrow of ${lead}`,
    escrowUsed: (coder: string, stage: string, reason: string) =>
      `opened the answers of ${coder} at ${stage} with the key from the escrow${because(reason)}`,
    stageUnblinded: (stage: string, reason: string) => `unblinded ${stage}${because(reason)}`,
  },
  /** A kind from a newer program. */
  notPoolable: {
    'no-usable-data': 'no usable data',
    'not-as-needed': 'data not reported as needed',
    'no-answer': 'authors did not answer',
    'no-comparison': 'no comparison the plan pools',
    other: 'another reason',
  },
  closed: 'judged a record (closed while you vote blind)',
  unknown: (kind: string) => `did something this version does not know (${kind})`,

  /** How an entry stands now; where it counts nothing is said. */
  standing: {
    counts: '',
    'taken back': 'taken back',
    sealed: 'sealed',
    'no right': 'no right to it, does not count',
    'broken seal': 'broken seal, does not count',
    'not understood': 'not understood, does not count',
  },
  afterReveal: 'after the others could be read',
};

import { counted, plural } from '../text';

/** Words of the documents that are handed over: tables for a paper, the extraction workbook. */
export const handOff = {
  characteristics: {
    title: 'Characteristics of included studies',
    study: 'Study',
    participants: 'Participants',
    intervention: 'Intervention',
    comparator: 'Comparator',
    outcomes: 'Outcomes (instrument, time)',
    riskOfBias: 'Risk of bias',
    others: 'Other characteristics',
    notReported: 'NR',
    noteNr: 'NR: not reported or not extracted.',
    noteN: 'Participants: every arm once, at the largest number analysed.',
    noteRisk: 'Risk of bias: overall judgement.',
    noteNotPooled: '*: eligible and not pooled; described in words.',
  },
  notPooled: {
    study: 'Study',
    reason: 'Why it is not pooled',
    note: 'Note',
    interventions: 'Interventions',
    comparators: 'Comparators',
    outcomes: 'Outcomes extracted',
    by: 'Said by',
    at: 'At',
  },
  directions: {
    title: 'Direction of effects',
    study: 'Study',
    participants: 'n',
    riskOfBias: 'Risk of bias',
    trials: 'Trials (▲ / ▼ / ◄►)',
    signTest: 'Sign test, p',
    signs: { benefit: '▲', harm: '▼', mixed: '◄►', none: '–' },
    notes: [
      '▲ in favour of the intervention, ▼ in favour of the comparator, ◄► conflicting results; – points nowhere. The number in brackets counts results.',
      'A trial points one way when at least 70% of its results in the outcome do (Boon & Thomson 2021). Sign test of ▲ against ▼ (Cochrane Handbook 12.2.1.3).',
    ],
  },
  workbook: {
    final: 'Reconciled',
    study: 'Study',
    domain: 'Outcome',
    instrument: 'Instrument',
    time: 'Time',
    weeks: 'Weeks',
    shape: 'Form',
    higherIsBetter: 'Higher is better',
    yes: 'yes',
    no: 'no',
    differs: 'Differs from the reconciled sheet in',
    missing: 'not in the reconciled sheet',
  },
  groups: { sheet: 'Pooling sheet', tables: 'Tables for the paper', revman: 'For RevMan' },
  saveAll: 'Save all as one file (ZIP)',
  files: {
    bundle: {
      label: 'Pooling sheet, complete (JSON)',
      hint: 'For the pooling module: rows, plan, corrections, checks, who settled what. It can be imported again.',
    },
    schema: { label: 'Schema of the JSON (JSON Schema)', hint: 'For whoever programs against the bundle.' },
    'metapsy-csv': {
      label: 'Pooling sheet, Metapsy standard (CSV)',
      hint: 'For metapsyTools, R, Excel. One row per result, effects with positive favouring the intervention.',
    },
    metafor: {
      label: 'Analysis script (R, metafor)',
      hint: 'Runs as it is beside pooling-sheet.csv and prints the numbers of the pooling screen.',
    },
    'planned-analyses': {
      label: 'Every planned analysis (R, metafor)',
      hint: 'Runs alone, its data stand in it: pooled effects, subgroups, moderators, sensitivity, small studies, each trial left out.',
    },
    'long-csv': {
      label: 'Pooling sheet, long (CSV)',
      hint: 'One line for each number, with its page and quote.',
    },
    dictionary: {
      label: 'Data dictionary (CSV)',
      hint: 'What every name in the long form means, with the formula it is used in.',
    },
    xlsx: {
      label: 'Extraction sheet with every coder (Excel)',
      hint: 'The reconciled sheet and a tab for each coder; what differs is marked and named. Final studies only.',
    },
    'characteristics-docx': { label: 'Table of characteristics (Word)', hint: 'For the manuscript.' },
    'characteristics-html': {
      label: 'Table of characteristics (HTML)',
      hint: 'The same, to read in a browser or paste.',
    },
    'directions-docx': {
      label: 'Direction of effects (Word)',
      hint: 'For a synthesis without meta-analysis: where effects point, per trial and outcome.',
    },
    'directions-html': {
      label: 'Direction of effects (HTML)',
      hint: 'The same, to read in a browser or paste.',
    },
    'directions-csv': { label: 'Direction of effects (CSV)', hint: 'The same, as a table.' },
    'not-pooled-csv': {
      label: 'Studies not pooled (CSV)',
      hint: 'Eligible studies for the narrative synthesis, with the reason and what was extracted.',
    },
    'revman-studies': {
      label: 'Study information (CSV)',
      hint: 'One line for each study with its characteristics.',
    },
    'revman-arms': { label: 'Study arms (CSV)', hint: 'One line for each arm with its intervention.' },
    'revman-results': { label: 'Study results (CSV)', hint: 'One line for each arm of a result.' },
    'revman-rob2': { label: 'Risk of bias 2 (CSV)', hint: 'One line for each result.' },
  },
  frozen: {
    same: (version: number) => `Nothing has changed since version ${version}.`,
    line: (version: number, rows: number, trials: number, protocol: number, day: string) =>
      `Version ${version}: ${counted(rows, 'row', 'rows')} of ${counted(trials, 'trial', 'trials')}, protocol version ${protocol}, ${day}`,
    checks: (outstanding: number, corrections: number) =>
      `${outstanding} ${plural(outstanding, 'alarm', 'alarms')} not answered, ${corrections} ${plural(corrections, 'result', 'results')} read differently`,
    save: (version: number) => `Save version ${version} (JSON)`,
    missing: 'The content of this version is not on this computer.',
  },
};

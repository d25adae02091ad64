import { csvText, type PoolingSheet, type PoolingSheetRow } from '../export';

/**
 * Study-centric data for RevMan as four tables: one line a study, an arm, an arm of a result, a result's risk of bias.
 * Headings follow the data extraction templates of the RevMan Knowledge Base ("Data extraction templates"); outcomes and
 * interventions must be named in RevMan's review criteria as they are here.
 */
export type RevManFile = { readonly name: string; readonly text: string };

export const revManFiles = (sheet: PoolingSheet): RevManFile[] => [
  { name: 'revman-study-information.csv', text: csvText(studyInformation(sheet.rows)) },
  { name: 'revman-study-arms.csv', text: csvText(studyArms(sheet.rows)) },
  { name: 'revman-study-results.csv', text: csvText(studyResults(sheet.rows)) },
  { name: 'revman-risk-of-bias-2.csv', text: csvText(riskOfBias(sheet.rows)) },
];

type Table = (readonly (string | number | undefined)[])[];

const firstOfEach = (
  rows: readonly PoolingSheetRow[],
  key: (row: PoolingSheetRow) => string,
): PoolingSheetRow[] => [...new Map([...rows].reverse().map((row) => [key(row), row])).values()].reverse();

function studyInformation(rows: readonly PoolingSheetRow[]): Table {
  const fields = [...new Set(rows.flatMap(({ characteristics }) => Object.keys(characteristics)))].filter(
    (field) => field !== 'year',
  );
  return [
    ['Study', 'Year', ...fields.map((field) => `Char: ${field.replaceAll('_', ' ')}`)],
    ...firstOfEach(rows, ({ studyId }) => studyId).map((row) => [
      row.study,
      row.characteristics['year'],
      ...fields.map((field) => row.characteristics[field]),
    ]),
  ];
}

const armsOf = (row: PoolingSheetRow) => [
  { arm: row.armT || 'Intervention', intervention: row.armT, end: 'T' as const },
  { arm: row.armC || 'Comparator', intervention: row.comparator || row.armC, end: 'C' as const },
];

function studyArms(rows: readonly PoolingSheetRow[]): Table {
  const seen = new Set<string>();
  const lines = rows.flatMap((row) =>
    armsOf(row).flatMap(({ arm, intervention }) => {
      const key = `${row.studyId}\u0000${arm}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [[row.study, arm, intervention]];
    }),
  );
  return [['Study', 'Arm', 'Intervention'], ...lines];
}

const outcomeName = (row: PoolingSheetRow): string =>
  [row.domain, row.instrument, row.window || row.timepoint].filter(Boolean).join(', ');

/** Arm-level numbers where there are some, else the contrast with its standard error on the line of the intervention. */
function studyResults(rows: readonly PoolingSheetRow[]): Table {
  return [
    [
      'Study',
      'Outcome',
      'Instrument',
      'Timepoint',
      'Arm',
      'Events',
      'Total',
      'Mean',
      'SD',
      'SE',
      'Reference arm',
      'Contrast estimate',
      'Contrast SE',
    ],
    ...rows.flatMap((row) => {
      const armLevel = ['meanT', 'eventsT'].some((field) => row.values[field] !== undefined);
      return armsOf(row).map(({ arm, end }) => [
        row.study,
        outcomeName(row),
        row.instrument,
        row.timepoint,
        arm,
        row.values[`events${end}`],
        row.values[`n${end}`],
        row.values[`mean${end}`],
        row.values[`sd${end}`],
        row.values[`se${end}`],
        armLevel || end === 'C' ? undefined : armsOf(row)[1]?.arm,
        armLevel || end === 'C' ? undefined : row.estimate,
        armLevel || end === 'C' ? undefined : row.se,
      ]);
    }),
  ];
}

function riskOfBias(rows: readonly PoolingSheetRow[]): Table {
  const domains = ['D1', 'D2', 'D3', 'D4', 'D5', 'overall'];
  return [
    [
      'Study',
      'Outcome',
      ...domains.map((domain) => (domain === 'overall' ? 'Overall' : `Domain ${domain.slice(1)}`)),
    ],
    ...rows
      .filter((row) => row.riskOfBias['overall'] !== undefined)
      .map((row) => [row.study, outcomeName(row), ...domains.map((domain) => row.riskOfBias[domain])]),
  ];
}

import type { PoolingSheet, PoolingSheetRow } from '../export';
import type { Catalogue } from '../i18n';
import { participantsOf } from '../synthesis';
import type { DocumentTable } from './document-table';

type Words = Catalogue['handOff']['characteristics'];

/** The table of characteristics of a paper: one line a study. */
export function characteristicsTable(sheet: PoolingSheet, words: Words): DocumentTable {
  const studies = new Map<string, PoolingSheetRow[]>();
  for (const row of sheet.rows) studies.set(row.studyId, [...(studies.get(row.studyId) ?? []), row]);
  const used = new Set(
    sheet.rows.flatMap(({ characteristics }) =>
      Object.entries(characteristics)
        .filter(([, value]) => value.trim() !== '')
        .map(([name]) => name),
    ),
  );
  // A page is not as wide as a spreadsheet: what every reader looks for has a column, the rest shares one.
  const fields = Object.keys(words.fields).filter((field) => used.has(field));
  const others = [...used].filter((field) => !fields.includes(field));
  const lines = [...studies.values()].sort((a, b) => (a[0]?.study ?? '').localeCompare(b[0]?.study ?? ''));
  return {
    title: words.title,
    columns: [
      words.study,
      ...fields.map((field) => words.fields[field] ?? field),
      ...(others.length === 0 ? [] : [words.others]),
      words.participants,
      words.intervention,
      words.comparator,
      words.outcomes,
      words.riskOfBias,
    ],
    rows: lines.map((rows) => {
      const first = rows[0];
      const each = (of: (row: PoolingSheetRow) => string): string =>
        [...new Set(rows.map(of))].filter(Boolean).join('\n') || words.notReported;
      return [
        first?.study ?? '',
        ...fields.map((field) => first?.characteristics[field]?.trim() || words.notReported),
        ...(others.length === 0 ? [] : [othersOf(first?.characteristics ?? {}, others) || words.notReported]),
        participants(rows) ?? words.notReported,
        each(({ armT }) => armT),
        each(({ comparator, armC }) => comparator || armC),
        each((row) =>
          [row.domain, `${row.instrument}, ${row.window || row.timepoint}`].filter(Boolean).join(': '),
        ),
        each(({ riskOfBias }) => riskOfBias['overall'] ?? ''),
      ];
    }),
    notes: [words.noteNr, words.noteN, words.noteRisk('')],
  };
}

/** Undefined where no result of the study says how many there were. */
function participants(rows: readonly PoolingSheetRow[]): string | undefined {
  const { known } = participantsOf(rows);
  return known > 0 ? String(known) : undefined;
}

const othersOf = (characteristics: PoolingSheetRow['characteristics'], names: readonly string[]): string =>
  names
    .filter((name) => (characteristics[name] ?? '').trim() !== '')
    .map((name) => `${name.replaceAll('_', ' ')}: ${characteristics[name] ?? ''}`)
    .join('; ');

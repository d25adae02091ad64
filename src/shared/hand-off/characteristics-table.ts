import type { PoolingSheet, PoolingSheetRow } from '../export';
import type { Catalogue } from '../i18n';
import { participantsOf } from '../synthesis';
import type { DocumentTable } from './document-table';

type Words = Catalogue['handOff']['characteristics'];

/** Characteristics that stand under the study, its participants, its intervention; all others share a column. */
const besides = {
  study: ['year', 'country', 'design'],
  participants: ['disorder'],
  intervention: ['format', 'duration_int', 'structure_intervention'],
} as const;

/** The table of characteristics of a paper: one line a study, as many columns as a page is wide. */
export function characteristicsTable(sheet: PoolingSheet, words: Words): DocumentTable {
  const studies = new Map<string, PoolingSheetRow[]>();
  for (const row of sheet.rows) studies.set(row.studyId, [...(studies.get(row.studyId) ?? []), row]);
  const placed = new Set<string>(Object.values(besides).flat());
  const notPooled = sheet.notPoolable ?? [];
  const others = [
    ...new Set(
      [...sheet.rows, ...notPooled].flatMap(({ characteristics }) =>
        Object.keys(characteristics).filter((name) => !placed.has(name) && said(characteristics, name)),
      ),
    ),
  ];
  const lines = [...studies.values()].sort((a, b) => (a[0]?.study ?? '').localeCompare(b[0]?.study ?? ''));
  return {
    title: words.title,
    columns: [
      words.study,
      words.participants,
      words.intervention,
      words.comparator,
      words.outcomes,
      ...(others.length === 0 ? [] : [words.others]),
      words.riskOfBias,
    ],
    rows: [
      ...lines.map((rows) => lineOf(rows, others, words)),
      ...notPooled.map((study) => lineOfNotPooled(study, others, words)),
    ],
    notes: [
      words.noteNr,
      words.noteN,
      words.noteRisk,
      ...(notPooled.length === 0 ? [] : [words.noteNotPooled]),
    ],
  };
}

function lineOf(rows: readonly PoolingSheetRow[], others: readonly string[], words: Words): string[] {
  const [first] = rows;
  const characteristics = first?.characteristics ?? {};
  const each = (of: (row: PoolingSheetRow) => string): string =>
    [...new Set(rows.map(of))].filter(Boolean).join('\n') || words.notReported;
  const withBelow = (text: string, names: readonly string[]): string => below(text, characteristics, names);
  const { known } = participantsOf(rows);
  return [
    withBelow(first?.study ?? '', besides.study),
    withBelow(known > 0 ? `n = ${known}` : words.notReported, besides.participants),
    withBelow(
      each(({ armT }) => armT),
      besides.intervention,
    ),
    each(({ comparator, armC }) => comparator || armC),
    each((row) =>
      [row.domain, `${row.instrument}, ${row.window || row.timepoint}`].filter(Boolean).join(': '),
    ),
    ...othersOf(characteristics, others, words),
    each(({ riskOfBias }) => riskOfBias['overall'] ?? ''),
  ];
}

const said = (characteristics: PoolingSheetRow['characteristics'], name: string): string =>
  (characteristics[name] ?? '').trim();

type StudyNotPooled = NonNullable<PoolingSheet['notPoolable']>[number];

/** The line of an eligible study that is not pooled: what was extracted of it, as far as anything was. */
function lineOfNotPooled(study: StudyNotPooled, others: readonly string[], words: Words): string[] {
  const { characteristics } = study;
  const listed = (texts: readonly string[]): string => [...new Set(texts)].join('\n') || words.notReported;
  return [
    below(`${study.study} *`, characteristics, besides.study),
    below(words.notReported, characteristics, besides.participants),
    below(listed(study.interventions), characteristics, besides.intervention),
    listed(study.comparators),
    listed(study.outcomes),
    ...othersOf(characteristics, others, words),
    words.notReported,
  ];
}

type Characteristics = PoolingSheetRow['characteristics'];

/** A text with characteristics in a line below it. */
const below = (text: string, characteristics: Characteristics, names: readonly string[]): string =>
  [
    text,
    names
      .map((name) => said(characteristics, name))
      // The label of a study usually ends in its year.
      .filter((value) => value !== '' && !text.includes(value))
      .join(', '),
  ]
    .filter(Boolean)
    .join('\n');

/** The cell of all other characteristics, where the table has one. */
const othersOf = (characteristics: Characteristics, others: readonly string[], words: Words): string[] =>
  others.length === 0
    ? []
    : [
        others
          .filter((name) => said(characteristics, name) !== '')
          .map((name) => `${name.replaceAll('_', ' ')}: ${said(characteristics, name)}`)
          .join('; ') || words.notReported,
      ];

import {
  checkedSheet,
  csvText,
  metaforScript,
  metapsyCsv,
  poolingSheetJsonSchema,
  type PoolingSheet,
} from '../export';
import { textsIn, type Language } from '../i18n';
import type { ReviewState, Study } from '../review';
import { characteristicsTable } from './characteristics-table';
import { dataDictionary } from './data-dictionary';
import { directionDocument } from './direction-table';
import type { DocumentTable } from './document-table';
import { extractionTabs } from './extraction-workbook';
import { docxDocument, htmlDocument } from './tables-as-document';
import { longCsv } from './long-csv';
import { plannedAnalysesScript } from './planned-analyses-script';
import { revManFiles } from './revman-csv';
import { studiesNotPooledCsv } from './studies-not-pooled';
import { workbook } from './xlsx';

/** What can be handed over, by the names the command line uses. */
export const handOffIds = [
  'bundle',
  'schema',
  'metapsy-csv',
  'metafor',
  'planned-analyses',
  'long-csv',
  'dictionary',
  'xlsx',
  'characteristics-docx',
  'characteristics-html',
  'directions-docx',
  'directions-html',
  'directions-csv',
  'not-pooled-csv',
  'revman-studies',
  'revman-arms',
  'revman-results',
  'revman-rob2',
] as const;
export type HandOffId = (typeof handOffIds)[number];

export type HandOffFile = {
  readonly id: HandOffId;
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Made when it is asked for. */
  readonly content: () => string | Uint8Array<ArrayBuffer>;
};

const csv = 'text/csv';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Everything a review hands over, as files; the pooling sheet in all its forms comes from one state. */
export function handOffFiles(
  state: ReviewState,
  labelOf: (study: Study) => string,
  language: Language,
): readonly HandOffFile[] {
  const { handOff: words, synthesis } = textsIn(language);
  let made: PoolingSheet | undefined;
  const sheet = (): PoolingSheet => (made ??= checkedSheet(state, labelOf).sheet);
  const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
  const title = state.title;
  const characteristics = (): DocumentTable => characteristicsTable(sheet(), words.characteristics);
  const directions = (): DocumentTable => directionDocument(sheet(), words.directions);
  const revMan = (place: number): string => revManFiles(sheet())[place]?.text ?? '';
  const file = (id: HandOffId, name: string, type: string, content: HandOffFile['content']): HandOffFile => ({
    id,
    name,
    type,
    content,
  });
  return [
    file('bundle', 'pooling-sheet.json', 'application/json', () => json(sheet())),
    file('schema', 'pooling-sheet.schema.json', 'application/json', () => json(poolingSheetJsonSchema())),
    file('metapsy-csv', 'pooling-sheet.csv', csv, () => metapsyCsv(sheet())),
    file('metafor', 'pooling.R', 'text/plain', () => metaforScript(sheet(), 'pooling-sheet.csv')),
    file('planned-analyses', 'planned-analyses.R', 'text/plain', () => plannedAnalysesScript(sheet())),
    file('long-csv', 'pooling-sheet-long.csv', csv, () => longCsv(sheet().rows)),
    file('dictionary', 'data-dictionary.csv', csv, () => dataDictionary(sheet())),
    file('xlsx', 'extraction.xlsx', xlsx, () => workbook(extractionTabs(state, labelOf, words.workbook))),
    file('characteristics-docx', 'characteristics.docx', docx, () =>
      docxDocument(title, [characteristics()]),
    ),
    file('characteristics-html', 'characteristics.html', 'text/html', () =>
      htmlDocument(title, language, [characteristics()]),
    ),
    file('directions-docx', 'effect-directions.docx', docx, () => docxDocument(title, [directions()])),
    file('directions-html', 'effect-directions.html', 'text/html', () =>
      htmlDocument(title, language, [directions()]),
    ),
    file('directions-csv', 'effect-directions.csv', csv, () => {
      const { columns, rows } = directions();
      return csvText([columns, ...rows]);
    }),
    file('not-pooled-csv', 'studies-not-pooled.csv', csv, () =>
      studiesNotPooledCsv(sheet(), words.notPooled, synthesis.departures.notPoolableReasons),
    ),
    file('revman-studies', 'revman-study-information.csv', csv, () => revMan(0)),
    file('revman-arms', 'revman-study-arms.csv', csv, () => revMan(1)),
    file('revman-results', 'revman-study-results.csv', csv, () => revMan(2)),
    file('revman-rob2', 'revman-risk-of-bias-2.csv', csv, () => revMan(3)),
  ];
}

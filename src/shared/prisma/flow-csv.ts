import type { Flow, FlowCount } from './flow';

/** A row of the template: what it counts, its node and box there, its text, and a fuller one where boxes share it. */
type Row = readonly [data: string, node: string, box: string, boxText: string, description?: string];

/** Rows of the template of the PRISMA2020 R package (1.1.4); its reader finds titles by box, everything else by `data`. */
const rows: readonly Row[] = [
  ['NA', 'node4', 'prevstud', 'Previous studies'],
  ['previous_studies', 'node5', 'box1', 'Studies included in previous version of review'],
  ['previous_reports', 'NA', 'box1', 'Reports of studies included in previous version of review'],
  ['NA', 'node6', 'newstud', 'Identification of new studies via databases and registers'],
  ['database_results', 'node7', 'box2', 'Databases', 'Records identified from: Databases'],
  [
    'database_specific_results',
    'NA',
    'box2',
    'Databases',
    'Records identified from: each database, number; each separated by a semicolon',
  ],
  ['register_results', 'NA', 'box2', 'Registers', 'Records identified from: Registers'],
  [
    'register_specific_results',
    'NA',
    'box2',
    'Registers',
    'Records identified from: each register, number; each separated by a semicolon',
  ],
  ['NA', 'node16', 'othstud', 'Identification of new studies via other methods'],
  ['website_results', 'node17', 'box11', 'Websites', 'Records identified from: Websites'],
  ['organisation_results', 'NA', 'box11', 'Organisations', 'Records identified from: Organisations'],
  ['citations_results', 'NA', 'box11', 'Citation searching', 'Records identified from: Citation searching'],
  ['duplicates', 'node8', 'box3', 'Duplicate records'],
  ['excluded_automatic', 'NA', 'box3', 'Records marked as ineligible by automation tools'],
  ['excluded_other', 'NA', 'box3', 'Records removed for other reasons'],
  ['records_screened', 'node9', 'box4', 'Records screened', 'Records screened (databases and registers)'],
  ['records_excluded', 'node10', 'box5', 'Records excluded', 'Records excluded (databases and registers)'],
  ['dbr_sought_reports', 'node11', 'box6', 'Reports sought for retrieval'],
  ['dbr_notretrieved_reports', 'node12', 'box7', 'Reports not retrieved'],
  ['other_sought_reports', 'node18', 'box12', 'Reports sought for retrieval', 'Reports sought (other)'],
  ['other_notretrieved_reports', 'node19', 'box13', 'Reports not retrieved', 'Not retrieved (other)'],
  ['dbr_assessed', 'node13', 'box8', 'Reports assessed for eligibility'],
  ['dbr_excluded', 'node14', 'box9', 'Reports excluded'],
  ['other_assessed', 'node20', 'box14', 'Reports assessed for eligibility', 'Reports assessed (other)'],
  ['other_excluded', 'node21', 'box15', 'Reports excluded', 'Reports excluded (other)'],
  ['new_studies', 'node15', 'box10', 'New studies included in review'],
  ['new_reports', 'NA', 'box10', 'Reports of new included studies'],
  ['total_studies', 'node22', 'box16', 'Total studies included in review'],
  ['total_reports', 'NA', 'box16', 'Reports of total included studies'],
  ['total_studies_ma', 'node23', 'box17', 'Total studies included in meta-analysis'],
  ['total_reports_ma', 'NA', 'box17', 'Reports of total included studies in meta-analysis'],
  ['identification', 'node1', 'identification', 'Identification'],
  ['screening', 'node2', 'screening', 'Screening'],
  ['included', 'node3', 'included', 'Included'],
];

const header = ['data', 'node', 'box', 'description', 'boxtext', 'tooltips', 'url', 'n'] as const;

/** In a review that is no update the package's own words say "new" of everything. */
const withoutNew: { readonly [text: string]: string } = {
  'Identification of new studies via databases and registers':
    'Identification of studies via databases and registers',
  'Identification of new studies via other methods': 'Identification of studies via other methods',
  'New studies included in review': 'Studies included in review',
  'Reports of new included studies': 'Reports of included studies',
};

/**
 * The counts as the CSV that the PRISMA2020 R package reads (`PRISMA_data(read.csv(FILE))`). Its reader cuts labels at the
 * first comma and lists at semicolons, so neither may stand inside a label; NA leaves a count out of the drawing.
 */
export function flowCsv({ boxes, extra }: Flow): string {
  const updated = boxes['total_studies'] !== undefined;
  const other = hasOtherMethods({ boxes, extra });
  const shown = (box: string): boolean =>
    other || !(box === 'box11' || box === 'box12' || box === 'box13' || box === 'box14' || box === 'box15');
  const lines = rows.map(([data, node, box, boxText, description = boxText]) => {
    const text = updated ? boxText : (withoutNew[boxText] ?? boxText);
    const value = shown(box) ? boxes[data] : undefined;
    return [data, node, box, description, text, text, 'NA', value === undefined ? 'NA' : countText(value)];
  });
  return [header, ...lines].map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

/** Whether anything was found by another way than databases and registers: those have a column of their own. */
export const hasOtherMethods = ({ boxes, extra }: Pick<Flow, 'boxes' | 'extra'>): boolean =>
  [
    boxes['website_results'],
    boxes['organisation_results'],
    boxes['citations_results'],
    extra['other_kind_results'],
  ].some((count) => typeof count === 'number' && count > 0);

/** An empty list is NA: the reader takes nothing at all for a list of one. */
function countText(value: FlowCount): string {
  if (typeof value === 'number') return String(value);
  const counted = Object.entries(value).map(([label, count]) => `${plainLabel(label)}, ${count}`);
  return counted.length === 0 ? 'NA' : counted.join('; ');
}

/** Without the signs the reader cuts at, nor those that would make a formula of it in a spreadsheet. */
const plainLabel = (label: string): string =>
  label
    .replaceAll(/[,;]/gu, ' ')
    .replace(/^[=+\-@\s]+/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

const quoted = (text: string): string => (/[",;\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

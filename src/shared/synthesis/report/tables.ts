import type { DocumentTable, TableRow } from '../../export/documents';
import { titleOf } from '../figures';
import type { Analysis, AnalysisDetail, Results } from '../results';
import { printedIn, type ReportTexts } from './printed';

/** The results page as a table: a row per planned outcome and time, the corrected result under the extracted one. */
export function resultsTable(results: Results, texts: ReportTexts, language: string): DocumentTable {
  const { synthesis: words, report } = texts;
  const printed = printedIn(language, texts);
  const numbers = (analysis: Analysis, { result, nnt }: Pick<Analysis, 'result' | 'nnt'>): string[] => {
    if (!result.ok) return [printed.why(result.error), '', '', '', '', ''];
    const { value } = result;
    return [
      printed.effect(value, analysis),
      printed.p(value.pval),
      `${printed.decimal(value.I2Q, 0)}%`,
      printed.decimal(value.tau2, 3),
      value.prediction ? printed.range(value.prediction.low, value.prediction.high, analysis) : '–',
      nnt ? `${printed.nnt(nnt)} ${printed.nntInterval(nnt)}`.trim() : '–',
    ];
  };
  const rows = results.analyses.flatMap((analysis): TableRow[] => {
    const { outcome, window, measure, instrument, rows: own, participants, corrected } = analysis;
    const counted = own.length > 0;
    return [
      {
        cells: [
          instrument === null ? outcome.label : `${outcome.label} (${instrument})`,
          window,
          words.measures[measure],
          printed.trialsAndRows(analysis),
          counted ? printed.participants(participants) : '–',
          ...numbers(analysis, analysis),
        ],
      },
      ...(corrected
        ? [
            {
              under: true,
              cells: [words.corrected, '', '', '', '', ...numbers(analysis, corrected)],
            },
          ]
        : []),
    ];
  });
  const methods = new Set(results.analyses.flatMap(({ nnt }) => (nnt ? [printed.nntMethod(nnt)] : [])));
  return {
    caption: report.resultsCaption(results.review),
    columns: [
      { heading: words.outcome },
      { heading: words.window },
      { heading: report.measureHeading },
      { heading: words.rowsTrials, numeric: true },
      { heading: words.participants, numeric: true },
      { heading: words.effect, numeric: true },
      { heading: 'p', numeric: true },
      { heading: 'I²', numeric: true },
      { heading: 'τ²', numeric: true },
      { heading: words.predictionHeading, numeric: true },
      { heading: words.nnt, numeric: true },
    ],
    rows,
    notes: [
      report.resultsNote,
      ...(methods.size > 0 ? [words.nntNote([...methods].join('; '))] : []),
      ...results.corrected.map(({ study, instrument, correction }) =>
        report.correctionNote(
          study,
          instrument,
          words.correction.changes[correction.change],
          correction.reason,
        ),
      ),
    ],
  };
}

/** Subgroups of one analysis: a row per level under the name of its subgroup. */
export function subgroupTable(
  analysis: Analysis,
  { subgroups }: AnalysisDetail,
  texts: ReportTexts,
  language: string,
): DocumentTable {
  const { synthesis: words, report } = texts;
  const printed = printedIn(language, texts);
  return {
    caption: words.figures.subgroupsTitle(titleOf(analysis)),
    columns: [
      { heading: words.figures.subgroup },
      { heading: words.rowsTrials, numeric: true },
      { heading: words.effect, numeric: true },
      { heading: 'I²', numeric: true },
      { heading: report.betweenHeading, numeric: true },
    ],
    rows: subgroups
      .filter(({ levels }) => levels.length > 0)
      .flatMap(({ label, levels, between }): TableRow[] => [
        { cells: [label, '', '', '', between ? printed.p(between.p) : '–'] },
        ...levels.map((level) => ({
          under: true,
          cells: [
            level.label,
            printed.trialsAndRows({ trials: level.trials, rows: level.keys }),
            level.pooled?.ok ? printed.effect(level.pooled.value, analysis) : words.figures.notPooled,
            level.pooled?.ok ? `${printed.decimal(level.pooled.value.I2Q, 0)}%` : '',
            '',
          ],
        })),
      ]),
    notes: [],
  };
}

/** Synthesis without meta-analysis (Campbell et al. 2020): per trial and outcome where results point, with the counts. */
export function directionsTable(results: Results, texts: ReportTexts, language: string): DocumentTable {
  const { synthesis: words, report, pooling } = texts;
  const printed = printedIn(language, texts);
  const { columns, rows } = results.directions;
  return {
    caption: words.figures.directionTitle,
    columns: [
      { heading: pooling.figures.study },
      { heading: report.designHeading },
      { heading: words.participants, numeric: true },
      { heading: pooling.figures.riskOfBias },
      ...columns.map(({ label }) => ({ heading: label })),
    ],
    rows: [
      ...rows.map(({ study, design, participants, riskOfBias, cells }) => ({
        cells: [
          study,
          design ?? '–',
          printed.participants(participants),
          riskOfBias ?? '–',
          ...cells.map((cell) =>
            cell
              ? `${report.signs[cell.direction]} ${words.directions[cell.direction]} (${cell.benefit}/${cell.results})`
              : '–',
          ),
        ],
      })),
      {
        cells: [
          words.figures.counts,
          '',
          '',
          '',
          ...columns.map(({ benefit, harm, mixed }) => words.figures.countLine(benefit, harm, mixed)),
        ],
      },
      {
        cells: [
          words.figures.signTest,
          '',
          '',
          '',
          ...columns.map(({ signTestP }) => (signTestP === null ? '–' : printed.p(signTestP))),
        ],
      },
    ],
    notes: [report.directionsNote],
  };
}

/** Every passage under its code, for reviews that describe rather than pool. */
export const codesTable = (
  { codes }: Results,
  { report, synthesis: words, pooling }: ReportTexts,
): DocumentTable => ({
  caption: words.views.codes,
  columns: [
    { heading: report.codeHeading },
    { heading: pooling.figures.study },
    { heading: words.rowDialog.quote },
    { heading: words.rowDialog.page },
  ],
  rows: codes.flatMap(({ group, code, passages }): TableRow[] => [
    { cells: [`${group}: ${code}`, passages.length === 0 ? words.noPassages : '', '', ''] },
    ...passages.map(({ study, quote, page }) => ({ under: true, cells: ['', study, quote, page ?? ''] })),
  ]),
  notes: [],
});

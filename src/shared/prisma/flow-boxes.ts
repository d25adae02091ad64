import type { prisma as english } from '../i18n/en/prisma';
import type { Translated } from '../i18n/text';
import type { Flow, FlowCount } from './flow';

export type FlowTexts = Translated<typeof english>;

/** A line of a box; `box` is the count it shows, so that a page can lead to the records behind it. */
export type BoxLine = { readonly text: string; readonly box?: string; readonly depth?: number };
/** Column -1 is that of the version before an update, 0 and 1 databases and registers, 2 and 3 other methods. */
export type FlowBox = {
  readonly row: number;
  readonly column: -1 | 0 | 1 | 2 | 3;
  readonly lines: readonly BoxLine[];
};

const number = (value: FlowCount | undefined): number => (typeof value === 'number' ? value : 0);

/** The boxes of PRISMA 2020 with what stands in them, wherever they are drawn. */
export function boxesOf(
  { boxes, extra }: Flow,
  texts: FlowTexts,
  count: (value: number) => string,
  { other, updated }: { readonly other: boolean; readonly updated: boolean },
): FlowBox[] {
  const n = (box: string): string => count(number(boxes[box] ?? extra[box]));
  const line = (box: string, text: (n: string) => string, depth = 0): BoxLine => ({
    text: text(n(box)),
    box,
    depth,
  });
  const listed = (box: string, depth = 1): BoxLine[] => {
    const list = boxes[box];
    return Object.entries(typeof list === 'object' ? list : {}).map(([label, value]) => ({
      text: texts.item(label, count(value)),
      box: `${box}: ${label}`,
      depth,
    }));
  };
  const nodes: FlowBox[] = [
    {
      row: 1,
      column: 0,
      lines: [
        { text: texts.recordsIdentified },
        line('database_results', texts.databases, 1),
        ...listed('database_specific_results', 2),
        line('register_results', texts.registers, 1),
        ...listed('register_specific_results', 2),
      ],
    },
    {
      row: 1,
      column: 1,
      lines: [
        { text: texts.removedBefore },
        line('duplicates', texts.duplicates, 1),
        line('excluded_automatic', texts.automation, 1),
        line('excluded_other', texts.otherReasons, 1),
      ],
    },
    { row: 2, column: 0, lines: [line('records_screened', texts.recordsScreened)] },
    {
      row: 2,
      column: 1,
      lines: [
        line('records_excluded', texts.recordsExcluded),
        // Asked for where automation tools were used: how many by people, how many by tools.
        ...(number(extra['records_excluded_automation']) > 0
          ? [
              line('records_excluded_human', texts.excludedByPeople, 1),
              line('records_excluded_automation', texts.excludedByTools, 1),
            ]
          : []),
      ],
    },
    { row: 3, column: 0, lines: [line('dbr_sought_reports', texts.sought)] },
    { row: 3, column: 1, lines: [line('dbr_notretrieved_reports', texts.notRetrieved)] },
    { row: 4, column: 0, lines: [line('dbr_assessed', texts.assessed)] },
    { row: 4, column: 1, lines: [{ text: texts.reportsExcluded }, ...listed('dbr_excluded')] },
    {
      row: 5,
      column: 0,
      lines: [
        ...(updated
          ? [line('new_studies', texts.newStudies), line('new_reports', texts.newReports)]
          : [line('new_studies', texts.studiesIncluded), line('new_reports', texts.reportsIncluded)]),
        ...(boxes['total_studies_ma'] === undefined
          ? []
          : [
              line('total_studies_ma', texts.studiesInMetaAnalysis),
              line('total_reports_ma', texts.reportsInMetaAnalysis),
            ]),
      ],
    },
  ];
  if (updated) {
    nodes.push(
      {
        row: 1,
        column: -1,
        lines: [
          { text: texts.previousStudies(n('previous_studies')) },
          { text: texts.previousReports(n('previous_reports')) },
        ],
      },
      {
        row: 6,
        column: 0,
        lines: [line('total_studies', texts.totalStudies), line('total_reports', texts.totalReports)],
      },
    );
  }
  if (!other) return nodes;
  return [
    ...nodes,
    {
      row: 1,
      column: 2,
      lines: [
        { text: texts.recordsIdentified },
        line('website_results', texts.websites, 1),
        line('organisation_results', texts.organisations, 1),
        line('citations_results', texts.citations, 1),
      ],
    },
    { row: 3, column: 2, lines: [line('other_sought_reports', texts.sought)] },
    { row: 3, column: 3, lines: [line('other_notretrieved_reports', texts.notRetrieved)] },
    { row: 4, column: 2, lines: [line('other_assessed', texts.assessed)] },
    { row: 4, column: 3, lines: [{ text: texts.reportsExcluded }, ...listed('other_excluded')] },
  ];
}

/** What stands under the diagram: counts PRISMA has no box for, and what is still pending. */
export function footnotesOf(
  { pending, provisional, extra }: Flow,
  texts: FlowTexts,
  count: (value: number) => string,
): BoxLine[] {
  const linesOf = (
    said: { readonly [box: string]: (n: string) => string },
    counts: Flow['extra'],
    depth: number,
  ): BoxLine[] =>
    Object.entries(said).flatMap(([box, say]) => {
      const value = number(counts[box]);
      return value > 0 ? [{ text: say(count(value)), box, depth }] : [];
    });
  const notes = linesOf(texts.footnotes, extra, 0);
  if (!provisional) return notes;
  return [...notes, { text: texts.provisional }, ...linesOf(texts.pending, pending, 1)];
}

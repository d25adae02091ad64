import type { JudgementSign, RatingTool } from '../../protocol';
import type { RatingFigure } from '../../figures';

/** Final judgements of studies rated with one tool: what plots and robvis files are made of. */
export type RatingTable = {
  readonly toolId: string;
  readonly toolName: string;
  readonly columns: readonly {
    readonly id: string;
    /** Heading in a robvis file. */
    readonly heading: string;
    readonly name: string;
  }[];
  readonly hasOverall: boolean;
  /** Best first. */
  readonly judgements: readonly {
    readonly id: string;
    readonly label: string;
    readonly sign: JudgementSign;
  }[];
  readonly rows: readonly {
    readonly studyId: string;
    readonly study: string;
    /** By column, the overall last where there is one: judgement id, or null. */
    readonly cells: readonly (string | null)[];
    /** Precision of the study in a pool; null where none is looked at. */
    readonly weight: number | null;
  }[];
};

/** Column headings of robvis' own templates; its generic template takes the names of the domains. */
const templates: { readonly [tool: string]: readonly string[] } = {
  'rob2-parallel': ['D1', 'D2', 'D3', 'D4', 'D5'],
  'rob2-cluster': ['D1', 'D1b', 'D2', 'D3', 'D4', 'D5'],
  'robins-i': ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'],
};

/** An R column name as `read.csv` would make it; robvis prints the dots as spaces. */
const rName = (name: string): string =>
  name.replaceAll(/[^\p{L}\p{N}]+/gu, '.').replaceAll(/^\.+|\.+$/gu, '') || 'X';

/** Columns of a tool as robvis wants them. `english` names the generic ones, so that files do not depend on the window. */
export function columnsOf(tool: RatingTool, english: RatingTool): RatingTable['columns'] {
  const template = Object.entries(templates).find(([id]) => tool.id.startsWith(id))?.[1];
  const taken = new Set<string>();
  return tool.domains.map(({ id, name }, index) => {
    const plain = template?.[index] ?? rName(english.domains[index]?.name ?? name);
    const heading = taken.has(plain) ? `${plain}.${index + 1}` : plain;
    taken.add(heading);
    return { id, heading, name };
  });
}

/** The table as a figure. Rows count by weight where every one has it. */
export function ratingFigure(table: RatingTable, title: string, overall: string): RatingFigure {
  const weighted = table.rows.length > 0 && table.rows.every(({ weight }) => weight !== null && weight > 0);
  return {
    title,
    columns: [
      ...table.columns.map(({ id, name }) => ({ short: id, name, overall: false })),
      ...(table.hasOverall ? [{ short: overall, name: overall, overall: true }] : []),
    ],
    rows: table.rows.map(({ studyId, study, cells, weight }) => ({
      mark: studyId,
      label: study,
      cells: cells.map((cell) => {
        const index = table.judgements.findIndex(({ id }) => id === cell);
        return index < 0 ? null : index;
      }),
      weight: weighted ? (weight ?? 0) : 1,
    })),
    judgements: table.judgements,
  };
}

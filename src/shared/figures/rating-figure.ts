import type { RiskOfBiasSign } from './risk-of-bias-dot';
import { averageTextWidth, type TextWidth } from './text-width';

/** Judgements of studies in the domains of one tool: what the traffic-light and the summary plot show. */
export type RatingFigure = {
  readonly title: string;
  /** Domains in the order of the tool; the overall judgement last, if there is one. */
  readonly columns: readonly {
    /** `D1`; the column's heading. */
    readonly short: string;
    readonly name: string;
    readonly overall: boolean;
  }[];
  readonly rows: readonly {
    /** What a click on the row leads to. */
    readonly mark?: string | undefined;
    readonly label: string;
    /** One per column: index of the judgement among `judgements`, or null where there is none. */
    readonly cells: readonly (number | null)[];
    /** Share in the summary plot, relative to the other rows; 1 each for counts. */
    readonly weight: number;
  }[];
  /** Best first. */
  readonly judgements: readonly { readonly sign: RiskOfBiasSign; readonly label: string }[];
};

export type RatingTexts = {
  readonly study: string;
  readonly judgement: string;
  readonly domains: string;
  readonly noJudgement: string;
  /** Under the summary plot: what a bar's length is a share of. */
  readonly weighted: string;
  readonly unweighted: string;
  readonly describe: (studies: number, domains: number) => string;
  /** "D1 Randomisation: Low 6, High 1". */
  readonly counted: (domain: string, counts: string) => string;
};

export type RatingOptions = {
  readonly texts: RatingTexts;
  readonly textWidth?: TextWidth | undefined;
};

export const widthOf = (options: RatingOptions): TextWidth => options.textWidth ?? averageTextWidth;

/** Per column, how many rows have each judgement, and which share of the weight they carry. */
export function ratingShares(
  figure: RatingFigure,
): readonly (readonly { readonly count: number; readonly share: number }[])[] {
  return figure.columns.map((_, column) => {
    const rated = figure.rows.filter(({ cells }) => (cells[column] ?? null) !== null);
    const total = rated.reduce((sum, { weight }) => sum + weight, 0);
    return figure.judgements.map((_judgement, index) => {
      const having = rated.filter(({ cells }) => cells[column] === index);
      const weight = having.reduce((sum, row) => sum + row.weight, 0);
      return { count: having.length, share: total > 0 ? weight / total : 0 };
    });
  });
}

/** The same content in words, for readers who cannot see it. */
export function describeRatings(figure: RatingFigure, { texts }: RatingOptions): string {
  const domains = figure.columns.filter(({ overall }) => !overall).length;
  const shares = ratingShares(figure);
  const columns = figure.columns.map(({ short, name, overall }, column) =>
    texts.counted(
      overall || short === name ? name : `${short} ${name}`,
      figure.judgements
        .flatMap(({ label }, index) => {
          const count = shares[column]?.[index]?.count ?? 0;
          return count > 0 ? [`${label} ${count}`] : [];
        })
        .join(', '),
    ),
  );
  return [texts.describe(figure.rows.length, domains), ...columns].join('. ');
}

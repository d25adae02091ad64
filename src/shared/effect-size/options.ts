import { z } from '../kernel/schema';

/** Choices of the analyst that several shapes share. docs/effect-sizes.md lists them by shape. */

export const varianceFormula = z.enum(['LS', 'LS2', 'UB', 'RevMan', 'CMA', 'esc', 'cohen-d']).default('LS');
export type VarianceFormula = z.infer<typeof varianceFormula>;

/** Measures of two means. */
export const meansMeasures = ['SMD', 'MD', 'SMDH', 'SMD1', 'ROM', 'RPB', 'D2ORL'] as const;
export type MeansMeasure = (typeof meansMeasures)[number];

/** For MD only: variance with the SDs of each arm (LS) or the pooled one (HO). */
export const meansVariance = z
  .enum(['LS', 'LS2', 'UB', 'RevMan', 'CMA', 'esc', 'cohen-d', 'HO'])
  .default('LS');

export const meansOptions = { measure: z.enum(meansMeasures).default('SMD'), varianceFormula: meansVariance };

/** Shapes that give a standardised mean difference and nothing else. */
export const smdOnly = { measure: z.enum(['SMD']).default('SMD'), varianceFormula };

export const smdOrMd = { measure: z.enum(['SMD', 'MD']).default('SMD'), varianceFormula };
export const mdOrSmd = { measure: z.enum(['MD', 'SMD']).default('MD'), varianceFormula };

export const ciDistribution = z.enum(['t', 'z']).default('t');

/** Measures of a table of events; those from OR2DL on turn it into a standardised mean difference. */
export const tableMeasures = ['OR', 'RR', 'RD', 'PETO', 'AS', 'PHI', 'OR2DL', 'OR2DN', 'PBIT'] as const;
export type TableMeasure = (typeof tableMeasures)[number];

/** What is done about cells without events. */
export const zeroCells = {
  add: z.number().min(0).optional(),
  to: z.enum(['only0', 'all', 'none']).default('only0'),
  drop00: z.boolean().default(false),
};

export const tableOptions = { measure: z.enum(tableMeasures).default('OR'), ...zeroCells };

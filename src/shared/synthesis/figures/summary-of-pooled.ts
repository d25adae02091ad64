import { numberFormat, pValueText } from '../../figures';
import type { ForestSummary } from '../../pooling/figures';
import type { Pooled } from '../pooled';
import type { SubgroupAnalysis } from '../subgroups';
import type { AnalysisFigureOptions } from './analysis-words';

/** The model behind a pooled effect, in words: how several rows of a trial were handled, the estimator, the test. */
export function modelName(
  { handling, method, test }: Pick<Pooled, 'handling' | 'method' | 'test'>,
  { texts, words }: AnalysisFigureOptions,
): string {
  if (handling === 'three-level' || handling === 'robust') return words.dependence[handling];
  const model =
    method === 'CE'
      ? texts.commonEffect
      : test === 'z'
        ? texts.randomEffects(method)
        : texts.randomEffectsHartungKnapp(method);
  return handling === 'aggregate' ? `${model}; ${words.dependence.aggregate}` : model;
}

/** The heterogeneity of a pooled effect in one line; I² is the one from Q, which all models share. */
export function heterogeneityLine(pooled: Pooled, { texts, language }: AnalysisFigureOptions): string {
  if (pooled.rows === 1) return texts.oneStudy;
  const format = numberFormat(language);
  const shared = [
    format(pooled.I2Q, 0),
    format(pooled.Q, 1),
    format(pooled.Qdf, 0),
    pValueText(pooled.Qp, format),
  ] as const;
  return pooled.method === 'CE'
    ? texts.heterogeneityCommon(...shared)
    : texts.heterogeneity(format(pooled.tau2, 3), ...shared);
}

/** A pooled effect as a diamond with its prediction interval and heterogeneity. */
export function summaryOfPooled(
  pooled: Pooled,
  label: string,
  options: AnalysisFigureOptions,
): ForestSummary {
  const { texts, language } = options;
  const format = numberFormat(language);
  const { prediction } = pooled;
  return {
    label,
    effect: pooled,
    ...(prediction === null
      ? {}
      : {
          prediction: {
            label: `${texts.prediction(format(95, 0))} (${
              prediction.df === null
                ? texts.predictionNormal
                : texts.predictionT(format(prediction.df, Number.isInteger(prediction.df) ? 0 : 1))
            })`,
            low: prediction.low,
            high: prediction.high,
          },
        }),
    notes: [heterogeneityLine(pooled, options)],
  };
}

/** The test between the levels of a subgroup: chi-square on their number less one, or F with one shared variance. */
export function betweenLine(
  { Q, df, p, F }: NonNullable<SubgroupAnalysis['between']>,
  { texts, words, language }: AnalysisFigureOptions,
): string {
  const format = numberFormat(language);
  return (F ? words.figures.betweenByF : texts.betweenGroups)(
    format(Q, 2),
    format(df, 0),
    pValueText(p, format),
  );
}

import { numberFormat } from '../../figures';
import type { FigureOptions } from './figure-options';
import { printedWeight, summariesOf } from './forest-columns';
import type { ForestData } from './forest-data';

/** The plot in sentences: what it is, every diamond, the notes, then every study. */
export function describeForest(data: ForestData, { texts, language }: FigureOptions): string {
  const format = numberFormat(language);
  const decimals = data.decimals ?? 2;
  const shown = (value: number): string => format(data.scale === 'log' ? Math.exp(value) : value, decimals);
  const rows = data.groups.flatMap((group) => group.rows);
  const summaries = [
    ...data.overall,
    ...summariesOf(data).filter((summary) => !data.overall.includes(summary)),
  ];
  return [
    texts.describeForest(data.title, rows.length, data.measure),
    ...summaries.flatMap(({ label, effect, prediction, notes }) => [
      texts.describeSummary(label, shown(effect.estimate), shown(effect.ciLow), shown(effect.ciHigh)),
      ...(prediction ? [texts.describePrediction(shown(prediction.low), shown(prediction.high))] : []),
      ...notes.map((note) => `${note}.`),
    ]),
    ...data.groups.flatMap(({ heading, note }) =>
      note === undefined ? [] : [`${heading === undefined ? '' : `${heading}: `}${note}.`],
    ),
    ...data.notes.map((note) => `${note}.`),
    ...rows.map(({ label, effect, noEffect, weightPercent }) =>
      effect === null
        ? `${label}: ${noEffect ?? texts.notEstimable}.`
        : texts.describeStudy(
            label,
            shown(effect.estimate),
            shown(effect.ciLow),
            shown(effect.ciHigh),
            weightPercent === null ? '' : printedWeight(weightPercent, format),
          ),
    ),
  ].join(' ');
}

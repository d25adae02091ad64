import type { EffectErrorCode } from './effect';
import { effectShapes } from './shapes';
import { shapeFamilies, type Shape } from './shape';

/** The table of shapes as a page, for docs/effect-sizes.md. A test keeps that file equal to this. */
export function describeShapes(): string {
  const sections = shapeFamilies.flatMap((family) => {
    const shapes = effectShapes.filter((shape) => shape.family === family);
    return shapes.length === 0 ? [] : [`## ${titles[family]}`, shapes.map(describe).join('\n\n')];
  });
  return [
    '# Effect sizes',
    'Made from the table in `src/shared/effect-size` (`npm run concord -- shapes --markdown`); do not edit. T is the intervention, C the comparator; differences are T minus C; ratios are analysed as natural logarithms. A star marks what may be left out.',
    ...sections,
    '## Variance of the standardised mean difference',
    variances,
    '## Errors',
    'Refused numbers give a code and no effect.',
    Object.entries(errors)
      .map(([code, when]) => `- \`${code}\`: ${when}`)
      .join('\n'),
    '',
  ].join('\n\n');
}

const titles: { readonly [F in Shape['family']]: string } = {
  means: 'Means of two arms',
  change: 'Change from baseline',
  'pre-post': 'Before and after',
  difference: 'A difference of means',
  statistic: 'Test statistics',
  adjusted: 'Adjusted for covariates',
  regression: 'Regression coefficients',
  events: 'Events and rates',
  ratio: 'Ratios',
  medians: 'Medians',
  correlation: 'Correlations',
  ready: 'Ready-made effects',
  design: 'Cluster and cross-over trials',
  tool: 'Tools of the analyst',
};

function describe({ id, fields, options, formula, source }: Shape): string {
  const lines = [
    `### \`${id}\``,
    fields.map(({ name, optional }) => `\`${name}\`${optional ? '*' : ''}`).join(', '),
    `${formula}. Source: ${source}.`,
  ];
  const chosen = options.map(({ name, choices, defaultValue }) => {
    const text = choices.length > 0 ? choices.join(' | ') : 'value';
    return `\`${name}\` (${text}${defaultValue === undefined ? '' : `; default ${String(defaultValue)}`})`;
  });
  if (chosen.length > 0) lines.push(`Options: ${chosen.join('; ')}.`);
  return lines.join('\n\n');
}

const variances = `d is the difference over the pooled SD, m = N − 2.

- \`LS\` (default): exact J, v = 1/nT + 1/nC + g²/(2N). metafor
- \`LS2\`: exact J, v = J² (1/nT + 1/nC + d²/(2N)). metafor
- \`UB\`: exact J, v = 1/nT + 1/nC + (1 − (m−2)/(m J²)) g². metafor
- \`RevMan\`: approximate J, v = 1/nT + 1/nC + g²/(2(N − 3.94))
- \`CMA\`: approximate J, v = J² (1/nT + 1/nC + d²/(2N)). Borenstein et al. 2009
- \`esc\`: approximate J, v = 1/nT + 1/nC + d²/(2N). Metapsy
- \`cohen-d\`: no correction, v = 1/nT + 1/nC + d²/(2N)
- \`HO\`: for mean differences, v = sdPooled² (1/nT + 1/nC)
- \`AV\`: for a whole set, v = 1/nT + 1/nC + ḡ²/(2N)`;

const errors: { readonly [C in EffectErrorCode]: string } = {
  'not-supported': 'no such shape, or a measure that cannot be had from it',
  'bad-input': 'a field is missing, not a number, or the result is not finite; the field is named',
  'n-too-small': 'fewer than 2 participants in an arm where an SD is used',
  'sd-negative': 'an SD, SE or variance below 0',
  'pooled-sd-zero': 'the standardiser is 0',
  'df-too-small': 'J asked for fewer than 2 degrees of freedom',
  'events-negative': 'fewer than 0 events',
  'events-exceed-n': 'more events than participants',
  'double-zero-dropped': '`drop00` and no events, or only events, in both arms',
  'p-out-of-range': 'p not in (0, 1]',
  'direction-missing': 'F, η², χ² or p without the arm that has the higher value',
  'r-out-of-range': '|r| above 1; |r| = 1 where 1 − r² divides or scales',
  'estimate-outside-ci': 'the estimate lies outside its interval',
  'ci-reversed': 'the lower limit is above the upper one (told before the former)',
  'ratio-not-positive': 'a ratio or limit of 0 or below (told before the order of the limits)',
  'icc-out-of-range': 'ICC outside 0 to 1',
  'quantiles-out-of-order': 'not min ≤ q1 ≤ median ≤ q3 ≤ max',
  'cer-out-of-range': 'control event rate not strictly between 0 and 1',
  'nnt-infinite': 'the effect is exactly 0',
};

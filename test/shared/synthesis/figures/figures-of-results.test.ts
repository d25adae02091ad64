import { describe, expect, it } from 'vitest';
import { averageTextWidth, darkTheme, sceneToSvg, type Scene, type Text } from '@shared/figures';
import { textsIn } from '@shared/i18n';
import { baujatPlot, bubblePlot, forestPlot, funnelPlot } from '@shared/pooling/figures';
import { Protocol, plannedOutcome, templateById, usualPlan } from '@shared/protocol';
import { detailOf, fillPlan, type Analysis } from '@shared/synthesis';
import {
  baujatOfAnalysis,
  bubbleOfModerator,
  directionPlot,
  forestOfAnalysis,
  forestOfCumulative,
  forestOfLeaveOneOut,
  forestOfSensitivity,
  forestOfSubgroups,
  funnelOfAnalysis,
  type AnalysisFigureOptions,
} from '@shared/synthesis/figures';
import { inventedRow, inventedSheet } from '../../../support/invented-sheet';

const optionsIn = (language: 'en' | 'nl'): AnalysisFigureOptions => {
  const { synthesis, pooling } = textsIn(language);
  return { words: synthesis, texts: pooling.figures, language };
};
const english = optionsIn('en');
const dutch = optionsIn('nl');

const names = 'Alder Birch Cedar Dogwood Elm Fir Ginkgo Hazel Ilex Juniper Kauri Larch'.split(' ');
const rows = names.flatMap((name, i) => {
  const shared = {
    study: `${name} ${2006 + i}`,
    domainId: 'mood',
    domain: 'Mood',
    se: 0.12 + 0.02 * (i % 5),
    riskOfBias: {
      D1: 'Low',
      D2: i % 2 ? 'Some concerns' : 'Low',
      overall: ['Low', 'Some concerns', 'High'][i % 3]!,
    },
    values: {
      meanT: 20 + i,
      sdT: 5.5,
      nT: 20 + 14 * i,
      meanC: 19 + i,
      sdC: 5.1,
      nC: 22 + 14 * i,
    },
    characteristics: { format: i % 2 ? 'group' : 'one to one', hours: String(4 + 3 * (i % 6)) },
  };
  return [
    inventedRow({ ...shared, estimate: 0.2 + 0.3 * Math.sin(i * 2.1) }),
    ...(i % 4 === 1
      ? [inventedRow({ ...shared, instrument: 'Tide Scale', estimate: 0.1 - 0.1 * (i % 3) })]
      : []),
    ...(i % 3 === 0
      ? [
          inventedRow({
            ...shared,
            domainId: 'hope',
            domain: 'Hope',
            instrument: 'Anchor Scale',
            estimate: 0.4 - 0.09 * i,
          }),
        ]
      : []),
  ];
});

const protocol: Protocol = {
  ...templateById('blank')!.protocol.en,
  outcomeDomains: [
    { id: 'mood', label: 'Mood', definition: '', instruments: [] },
    { id: 'hope', label: 'Hope for the future', definition: '', instruments: [] },
  ],
  windows: [{ id: 'post', label: 'Post-test', fromWeeks: 0, toWeeks: 25 }],
  analysis: {
    ...usualPlan,
    dependence: 'three-level',
    outcomes: [
      plannedOutcome({ id: 'mood', label: 'Mood', domainId: 'mood', windowIds: ['post'] }),
      plannedOutcome({ id: 'hope', label: 'Hope for the future', domainId: 'hope', windowIds: ['post'] }),
    ],
    subgroups: [{ id: 'format', label: 'Format', field: 'format', levels: [] }],
    moderators: [{ id: 'hours', label: 'Hours of contact', field: 'hours' }],
  },
};
const results = fillPlan(inventedSheet(protocol, rows));
const mood: Analysis = results.analyses[0]!;
const detail = detailOf(mood, results);
const divided = detail.subgroups[0]!;

const svg = (scene: Scene): string => sceneToSvg(scene);

describe('figures of the results page look as agreed (golden)', () => {
  it.each([
    ['forest-divided', () => forestPlot(forestOfAnalysis(mood, english, divided), english)],
    ['leave-one-out', () => forestPlot(forestOfLeaveOneOut(mood, detail.leaveOneOut, english), english)],
    ['cumulative-dutch', () => forestPlot(forestOfCumulative(mood, detail.cumulative, dutch), dutch)],
    ['sensitivity', () => forestPlot(forestOfSensitivity(mood, detail.sensitivity, english), english)],
    ['subgroups-dutch', () => forestPlot(forestOfSubgroups(mood, detail.subgroups, dutch), dutch)],
    ['funnel', () => funnelPlot(funnelOfAnalysis(mood, detail.smallStudies, english)!, english)],
    ['baujat', () => baujatPlot(baujatOfAnalysis(mood, detail, english), english)],
    ['bubble', () => bubblePlot(bubbleOfModerator(mood, detail.moderators[0]!, english)!, english)],
    ['direction', () => directionPlot(results.directions, english)],
  ])('%s', async (name, scene) => {
    await expect(svg(scene())).toMatchFileSnapshot(`../../../golden/figures/results-${name}.svg`);
  });

  it('and on dark paper in Dutch', async () => {
    await expect(
      sceneToSvg(directionPlot(results.directions, dutch), { theme: darkTheme }),
    ).toMatchFileSnapshot('../../../golden/figures/results-direction-dutch-dark.svg');
  });
});

const texts = (scene: Scene): readonly Text[] => scene.shapes.filter((shape) => shape.kind === 'text');

describe('a figure of an analysis', () => {
  it('says what the domains of risk of bias are called where the tool is known, and no letters twice', () => {
    const legend = (options: AnalysisFigureOptions): string | undefined =>
      forestPlot(forestOfAnalysis(mood, options), options)
        .shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
        .find((text) => text.includes('∑ '));
    expect(legend(english)).toBe('∑ Overall');
    const domainNames = new Map([
      ['D1', 'Randomisation'],
      ['D2', 'Deviations'],
    ]);
    expect(legend({ ...english, domainNames })).toBe('1 Randomisation · 2 Deviations · ∑ Overall');
  });

  it('shows the pooled effect of the planned model, not a simpler one', () => {
    const { overall } = forestOfAnalysis(mood, english);
    if (!mood.result.ok) throw new Error('not pooled');
    expect(mood.result.value.handling).toBe('three-level');
    expect(overall[0]?.effect.estimate).toBe(mood.result.value.estimate);
    expect(overall[0]?.label).toBe('Three-level model');
  });

  it('loses no row when it is divided by something only some rows have', () => {
    const some = rows.map((row, i) => (i < 4 ? { ...row, characteristics: {} } : row));
    const partly = fillPlan(inventedSheet(protocol, some));
    const { subgroups } = detailOf(partly.analyses[0]!, partly);
    const { groups } = forestOfAnalysis(partly.analyses[0]!, english, subgroups[0]);
    expect(groups.at(-1)?.heading).toBe('No value');
    expect(groups.flatMap((group) => group.rows)).toHaveLength(partly.analyses[0]!.rows.length);
  });

  it('turns its sides with the sign in which an outcome is printed', () => {
    const negative = { ...mood, outcome: { ...mood.outcome, sign: 'benefit-negative' as const } };
    expect(forestOfAnalysis(mood, english).favours).toEqual({ left: 'control', right: 'intervention' });
    expect(forestOfAnalysis(negative, english).favours).toEqual({ left: 'intervention', right: 'control' });
  });

  it('names every trial in its text alternative', () => {
    for (const scene of [
      forestPlot(forestOfAnalysis(mood, english, divided), english),
      baujatPlot(baujatOfAnalysis(mood, detail, english), english),
      directionPlot(results.directions, english),
    ])
      for (const name of names) expect(scene.description, scene.title).toContain(name);
  });

  it('gives every name that has room a place where it meets no other', () => {
    for (const scene of [
      baujatPlot(baujatOfAnalysis(mood, detail, english), english),
      bubblePlot(bubbleOfModerator(mood, detail.moderators[0]!, english)!, english),
    ]) {
      const boxes = texts(scene)
        .filter(({ anchor, turned }) => anchor === 'start' && !turned)
        .map(({ at, text, size }) => ({
          left: at.x,
          right: at.x + averageTextWidth(text, size),
          top: at.y - size * 0.8,
          bottom: at.y,
        }));
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    }
  });

  it('draws the line of a meta-regression only where the moderator was seen', () => {
    const data = bubbleOfModerator(mood, detail.moderators[0]!, english)!;
    const scene = bubblePlot(data, english);
    const line = scene.shapes.find((shape) => shape.kind === 'path' && shape.role === 'summary-line');
    if (line?.kind !== 'path') throw new Error('no line');
    const circles = scene.shapes.flatMap((shape) => (shape.kind === 'circle' ? [shape.centre.x] : []));
    expect(Math.min(...line.points.map(({ x }) => x))).toBeCloseTo(Math.min(...circles), 6);
    expect(Math.max(...line.points.map(({ x }) => x))).toBeCloseTo(Math.max(...circles), 6);
  });
});

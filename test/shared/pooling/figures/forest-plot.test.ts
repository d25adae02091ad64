import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageTextWidth,
  darkTheme,
  sceneToSvg,
  type Scene,
  type Text,
} from '../../../../src/shared/figures';
import { pool } from '../../../../src/shared/pooling';
import { forestPlot, type ForestData, type ForestStudy } from '../../../../src/shared/pooling/figures';
import { forest, inDutch, inEnglish, trials } from './sample';

const textsIn = (scene: Scene): readonly Text[] => scene.shapes.filter((shape) => shape.kind === 'text');
const words = (scene: Scene): readonly string[] => textsIn(scene).map((text) => text.text);

/** Where a text begins and ends, by the width the layout was made with. */
function span(text: Text): { from: number; to: number } {
  const width = averageTextWidth(text.text, text.size, text.weight);
  const from =
    text.anchor === 'start' ? text.at.x : text.anchor === 'end' ? text.at.x - width : text.at.x - width / 2;
  return { from, to: from + width };
}

/** Texts of one line that run into each other. */
function collisions(scene: Scene): readonly string[] {
  const lines = new Map<number, Text[]>();
  for (const text of textsIn(scene)) {
    const y = Math.round(text.at.y);
    lines.set(y, [...(lines.get(y) ?? []), text]);
  }
  return [...lines.values()].flatMap((line) => {
    const sorted = [...line].sort((a, b) => span(a).from - span(b).from);
    return sorted.flatMap((text, i) => {
      const next = sorted[i + 1];
      return next && span(text).to > span(next).from + 0.5 ? [`${text.text} | ${next.text}`] : [];
    });
  });
}

function many(count: number): readonly ForestStudy[] {
  return Array.from({ length: count }, (_, i) => ({
    label: `Trial ${i + 1} (${1980 + (i % 40)})`,
    mark: `t${i + 1}`,
    yi: 0.2 + 0.3 * Math.sin(i * 12.9),
    vi: 0.01 + 0.2 * Math.abs(Math.sin(i * 7.7)),
  }));
}

const plain = { columns: [], riskOfBias: undefined, favours: undefined };

describe('a forest plot', () => {
  it('looks as agreed: two arms, subgroups, prediction intervals, risk of bias (golden)', async () => {
    const svg = sceneToSvg(forestPlot(forest('en', { groupBy: 'format' }), inEnglish));
    await expect(svg).toMatchFileSnapshot('../../../golden/figures/forest-subgroups.svg');
  });

  it('looks as agreed in Dutch on dark paper (golden)', async () => {
    const svg = sceneToSvg(forestPlot(forest('nl'), inDutch), { theme: darkTheme });
    await expect(svg).toMatchFileSnapshot('../../../golden/figures/forest-dutch-dark.svg');
  });

  it('looks as agreed for ratios on a log axis with intervals cut off (golden)', async () => {
    const data = forest('en', {
      ...plain,
      title: 'Relapse',
      measure: 'Risk ratio',
      scale: 'log',
      method: 'DL',
      test: 'z',
      studies: [
        { label: 'Fir 2001', yi: Math.log(0.62), vi: 0.04, cells: [18, 90, 29, 91] },
        { label: 'Gorse 2004', yi: Math.log(0.81), vi: 0.02, cells: [40, 120, 49, 118] },
        { label: 'Hazel 2010', yi: Math.log(0.7), vi: 0.03, cells: [33, 101, 46, 99] },
        { label: 'Ivy 2016', yi: Math.log(3.1), vi: 2.1, cells: [1, 9, 0, 10] },
        { label: 'Juniper 2019', yi: null, vi: null, cells: [0, 12, 0, 11] },
      ],
      columns: ['Peer support', 'Usual care'].flatMap((arm) => [
        { heading: 'Events', arm },
        { heading: 'Total', arm },
      ]),
      favours: { left: 'peer support', right: 'usual care' },
    });
    const svg = sceneToSvg(forestPlot(data, inEnglish));
    await expect(svg).toMatchFileSnapshot('../../../golden/figures/forest-ratio.svg');
  });

  it('prints the pooled numbers it drew, and the weights add up', () => {
    const pooled = pool(trials, { method: 'REML' });
    if (!pooled.ok || pooled.value.hk === null) throw new Error('no result');
    const { hk } = pooled.value;
    const shown = words(forestPlot(forest('en'), inEnglish));
    expect(shown).toContain(hk.estimate.toFixed(2));
    expect(shown).toContain(`${hk.ciHigh.toFixed(2)}]`);
    expect(shown).toContain('95% prediction interval (t, 4 df)');
    expect(shown).toContain('100.0%');
    const data = forest('en', { groupBy: 'format' });
    const parts = data.groups.map((group) => group.summary?.weightPercent ?? 0);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(100, 9);
  });

  it('aligns every column of numbers on the decimal point', () => {
    const scene = forestPlot(forest('en', { groupBy: 'format' }), inEnglish);
    const ends = (pattern: RegExp): Set<number> =>
      new Set(textsIn(scene).flatMap((text) => (pattern.test(text.text) ? [text.at.x] : [])));
    expect(ends(/^\[−?\d+\.\d\d,$/).size).toBe(1);
    expect(ends(/^−?\d+\.\d\d\]$/).size).toBe(1);
    expect(ends(/^\d+\.\d%$/).size).toBe(1);
    const decimals = textsIn(scene).filter((text) => /^\d+\.\d$/.test(text.text));
    expect(decimals.every((text) => text.anchor === 'end')).toBe(true);
  });

  it('lets no texts of a line run into each other, in either language, with one study or two hundred', () => {
    const long = trials.map((trial) => ({
      ...trial,
      label: `${trial.label}, ${'a very long name '.repeat(5)}`,
    }));
    for (const scene of [
      forestPlot(forest('en', { groupBy: 'format' }), inEnglish),
      forestPlot(forest('nl', { groupBy: 'format' }), inDutch),
      forestPlot(forest('en', { ...plain, studies: many(1) }), inEnglish),
      forestPlot(forest('en', { ...plain, studies: many(200) }), inEnglish),
      forestPlot(forest('nl', { studies: long, decimals: 4 }), inDutch),
    ]) {
      expect(collisions(scene)).toEqual([]);
    }
  });

  it('keeps everything inside its frame', () => {
    for (const data of [
      forest('en', { groupBy: 'format' }),
      forest('en', { ...plain, studies: many(200) }),
    ]) {
      const scene = forestPlot(data, inEnglish);
      for (const text of textsIn(scene)) {
        expect(span(text).from).toBeGreaterThanOrEqual(0);
        expect(span(text).to).toBeLessThanOrEqual(scene.width);
        expect(text.at.y).toBeLessThanOrEqual(scene.height);
      }
    }
  });

  it('gives two hundred studies a line each', () => {
    const scene = forestPlot(forest('en', { ...plain, studies: many(200) }), inEnglish);
    const labels = textsIn(scene).filter((text) => text.mark !== undefined);
    expect(labels).toHaveLength(200);
    const lines = labels.map((text) => text.at.y);
    expect(Math.min(...lines.slice(1).map((y, i) => y - (lines[i] ?? 0)))).toBeGreaterThanOrEqual(20);
  });

  it('leads from every mark to its study', () => {
    const scene = forestPlot(forest('en'), inEnglish);
    for (const { mark } of trials) {
      const kinds = scene.shapes.filter((shape) => shape.mark === mark).map((shape) => shape.role);
      expect(kinds).toEqual(expect.arrayContaining(['text', 'interval', 'square']));
    }
  });

  it('cuts intervals at the axis and says so with an arrow', () => {
    const scene = forestPlot(
      forest('en', { ...plain, studies: [...many(6), { label: 'Wide', yi: 0.2, vi: 400 }] }),
      inEnglish,
    );
    const axis = scene.shapes.find((shape) => shape.kind === 'line' && shape.role === 'axis');
    if (axis?.kind !== 'line') throw new Error('no axis');
    const arrows = scene.shapes.filter((shape) => shape.kind === 'path' && shape.role === 'interval');
    expect(arrows).toHaveLength(2);
    for (const shape of scene.shapes) {
      if (shape.kind === 'line' && shape.role === 'interval') {
        expect(shape.from.x).toBeGreaterThanOrEqual(axis.from.x);
        expect(shape.to.x).toBeLessThanOrEqual(axis.to.x);
      }
    }
  });

  it('draws squares by weight: twice the side for four times the weight', () => {
    const data: ForestData = {
      ...forest('en', plain),
      groups: [
        {
          rows: [80, 20].map((weightPercent) => ({
            label: `${weightPercent}`,
            effect: { estimate: 0.2, ciLow: 0.1, ciHigh: 0.3 },
            weightPercent,
          })),
        },
      ],
    };
    const sides = forestPlot(data, inEnglish).shapes.flatMap((shape) =>
      shape.kind === 'rectangle' && shape.role === 'square' ? [shape.width] : [],
    );
    expect(sides[0]).toBeCloseTo(2 * (sides[1] ?? 0), 6);
  });

  it('prints ratios as ratios and no effect at 1', () => {
    const data = forest('en', {
      ...plain,
      scale: 'log',
      studies: [{ label: 'x', yi: Math.log(2), vi: 0.01 }],
    });
    const shown = words(forestPlot(data, inEnglish));
    expect(shown).toContain('2.00');
    expect(shown).toContain('1');
    expect(shown).not.toContain('0.69');
  });

  it('gives every judgement a sign beside its colour', () => {
    const scene = forestPlot(forest('en'), inEnglish);
    const dots = scene.shapes.filter(
      (shape) => shape.kind === 'circle' && shape.role !== 'not-applicable' && shape.mark !== undefined,
    );
    const signs = scene.shapes.filter((shape) => shape.role === 'sign' || shape.role === 'sign-inverse');
    for (const dot of dots) {
      if (dot.kind !== 'circle') continue;
      const near = signs.some((sign) => {
        const at = sign.kind === 'line' ? sign.from : sign.kind === 'text' ? sign.at : { x: -1, y: -1 };
        return Math.hypot(at.x - dot.centre.x, at.y - dot.centre.y) < dot.radius;
      });
      expect(near, dot.hint).toBe(true);
    }
    expect(dots).toHaveLength(13);
  });

  it('tells its whole content in words', () => {
    const { description } = forestPlot(forest('en', { groupBy: 'format' }), inEnglish);
    for (const part of [
      'Forest plot of 5 effects',
      'Random effects (REML, Hartung-Knapp): ',
      'Subtotal: group: ',
      'Prediction interval from ',
      'Heterogeneity: τ² = ',
      'Difference between subgroups: Q = ',
      'Elm 2021: 1.90, interval from 0.38 to 3.42',
    ]) {
      expect(description).toContain(part);
    }
  });

  it('shows names as they are, markup included, without obeying it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (name) => {
        const label = `<script>${name}</script>`;
        const svg = sceneToSvg(
          forestPlot(forest('en', { ...plain, studies: [{ label, yi: 0.1, vi: 0.1 }] }), inEnglish),
        );
        expect(svg).not.toContain('<script');
      }),
      { numRuns: 20 },
    );
  });

  it('draws any pooled set without stumbling', () => {
    const study = fc.record({
      yi: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      vi: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(study, { minLength: 1, maxLength: 8 }), (studies) => {
        const scene = forestPlot(forest('en', { ...plain, studies }), inEnglish);
        expect(sceneToSvg(scene)).toContain('</svg>');
        expect(scene.width).toBeLessThan(2500);
      }),
    );
  });
});

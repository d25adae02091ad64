import { describe, expect, it } from 'vitest';
import { sceneToSvg, type Scene } from '../../../../src/shared/figures';
import { trimAndFill } from '../../../../src/shared/pooling';
import { funnelPlot, type FunnelData, type FunnelPoint } from '../../../../src/shared/pooling/figures';
import { inDutch, inEnglish } from './sample';

const points: readonly FunnelPoint[] = Array.from({ length: 14 }, (_, i) => ({
  label: `Trial ${i + 1}`,
  mark: `t${i + 1}`,
  yi: 0.1 + 0.05 * i + 0.1 * Math.sin(i * 5.3),
  vi: (0.05 + 0.03 * i) ** 2,
}));

const data = (changes: Partial<FunnelData> = {}): FunnelData => ({
  title: 'Clinical recovery',
  measure: "Hedges' g",
  scale: 'linear',
  points,
  centre: 0.22,
  ...changes,
});

const circles = (scene: Scene, role: string): readonly { x: number; y: number }[] =>
  scene.shapes.flatMap((shape) =>
    shape.kind === 'circle' && shape.role === role && (role !== 'point' || shape.mark !== undefined)
      ? [shape.centre]
      : [],
  );

describe('a funnel plot', () => {
  it('looks as agreed with contours and filled-in studies (golden)', async () => {
    const filled = trimAndFill(points, { method: 'REML' });
    if (!filled.ok) throw new Error(filled.error.code);
    expect(filled.value.k0).toBeGreaterThan(0);
    const scene = funnelPlot(data({ filled: filled.value.filled, contours: [0.01, 0.1, 0.05] }), inEnglish);
    await expect(sceneToSvg(scene)).toMatchFileSnapshot('../../../golden/figures/funnel-contours.svg');
  });

  it('looks as agreed for ratios, plain, in Dutch (golden)', async () => {
    const scene = funnelPlot(data({ scale: 'log', measure: 'Oddsratio', contours: [] }), inDutch);
    await expect(sceneToSvg(scene)).toMatchFileSnapshot('../../../golden/figures/funnel-ratio.svg');
  });

  it('puts precise studies on top and larger effects to the right', () => {
    const drawn = circles(funnelPlot(data(), inEnglish), 'point');
    expect(drawn).toHaveLength(points.length);
    drawn.forEach((dot, i) => {
      drawn.forEach((other, j) => {
        const [a, b] = [points[i], points[j]];
        if (a && b && a.vi < b.vi) expect(dot.y).toBeLessThan(other.y);
        if (a && b && a.yi < b.yi) expect(dot.x).toBeLessThan(other.x);
      });
    });
  });

  it('shades a study where its own p-value says', () => {
    const scene = funnelPlot(data({ contours: [0.05] }), inEnglish);
    const inner = scene.shapes.find((shape) => shape.kind === 'path' && shape.role === 'contour-0');
    if (inner?.kind !== 'path') throw new Error('no contour');
    const [apex, right, , , left] = inner.points;
    if (!apex || !right || !left) throw new Error('no triangle');
    circles(scene, 'point').forEach((dot, i) => {
      const point = points[i];
      if (!point) return;
      const share = (dot.y - apex.y) / (right.y - apex.y);
      const leftShare = (dot.y - apex.y) / (left.y - apex.y);
      const within =
        dot.x < apex.x + share * (right.x - apex.x) && dot.x > apex.x - leftShare * (apex.x - left.x);
      expect(within).toBe(Math.abs(point.yi) / Math.sqrt(point.vi) < 1.959964);
    });
  });

  it('stands for one study, and for studies all of one size', () => {
    for (const few of [points.slice(0, 1), points.map((point) => ({ ...point, vi: 0.04 }))]) {
      expect(sceneToSvg(funnelPlot(data({ points: few }), inEnglish))).toContain('</svg>');
    }
  });

  it('tells what it shows in words', () => {
    const { description } = funnelPlot(data({ filled: [{ yi: -0.1, vi: 0.1 }] }), inEnglish);
    expect(description).toBe(
      "Clinical recovery. Funnel plot of 14 effects, Hedges' g; standard errors from 0.050 to 0.440. " +
        'Pooled effect: 0.22. 3 to the left of the pooled effect, 11 to the right. ' +
        '1 effect filled in by trim and fill.',
    );
  });
});

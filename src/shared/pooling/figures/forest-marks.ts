import type { Projection, Role, Shape } from '../../figures';
import type { ForestEffect } from './forest-data';

type About = { readonly mark?: string | undefined; readonly hint?: string | undefined };

const LARGEST = 13;
const SMALLEST = 4;
const ARROW = 6;

/** The interval as a line, ended by arrows where it leaves the axis, and the square whose area is the weight. */
export function studyMarks(
  effect: ForestEffect,
  share: number,
  y: number,
  axis: Projection,
  about: About,
): readonly Shape[] {
  const from = Math.min(axis.right, Math.max(axis.left, axis.x(effect.ciLow)));
  const to = Math.max(axis.left, Math.min(axis.right, axis.x(effect.ciHigh)));
  const cutLeft = effect.ciLow < axis.low;
  const cutRight = effect.ciHigh > axis.high;
  const shapes: Shape[] = [
    { kind: 'line', role: 'interval', from: { x: from, y }, to: { x: to, y }, width: 1.2, ...about },
  ];
  if (cutLeft) shapes.push(arrow(axis.left, y, -1));
  if (cutRight) shapes.push(arrow(axis.right, y, 1));
  const x = axis.x(effect.estimate);
  if (x >= axis.left && x <= axis.right) {
    const side = Math.max(SMALLEST, LARGEST * Math.sqrt(share));
    shapes.push({
      kind: 'rectangle',
      role: 'square',
      x: x - side / 2,
      y: y - side / 2,
      width: side,
      height: side,
      ...about,
    });
  }
  return shapes;
}

const arrow = (x: number, y: number, direction: 1 | -1): Shape => ({
  kind: 'path',
  role: 'interval',
  points: [
    { x: x - direction * ARROW, y: y - ARROW / 2 },
    { x, y },
    { x: x - direction * ARROW, y: y + ARROW / 2 },
  ],
  closed: false,
  width: 1.2,
});

/** A diamond from limit to limit, its waist at the estimate; cut straight, with an arrow, where it leaves the axis. */
export function diamond(
  effect: ForestEffect,
  y: number,
  height: number,
  axis: Projection,
  role: Role,
): readonly Shape[] {
  const half = height / 2;
  const middle = axis.x(effect.estimate);
  const left = Math.min(axis.x(effect.ciLow), middle - 1);
  const right = Math.max(axis.x(effect.ciHigh), middle + 1);
  const outline = clipped(
    [
      { x: left, y },
      { x: middle, y: y - half },
      { x: right, y },
      { x: middle, y: y + half },
    ],
    axis.left,
    axis.right,
  );
  const shapes: Shape[] =
    outline.length > 2 ? [{ kind: 'path', role, points: outline, closed: true, width: 1 }] : [];
  if (left < axis.left) shapes.push(arrow(axis.left - ARROW, y, -1));
  if (right > axis.right) shapes.push(arrow(axis.right + ARROW, y, 1));
  return shapes;
}

type Corner = { readonly x: number; readonly y: number };

/** A convex outline cut at two vertical edges (Sutherland & Hodgman 1974). */
function clipped(corners: readonly Corner[], left: number, right: number): readonly Corner[] {
  const cut = (outline: readonly Corner[], edge: number, side: 1 | -1): readonly Corner[] =>
    outline.flatMap((corner, i) => {
      const next = outline[(i + 1) % outline.length] ?? corner;
      const inside = side * (corner.x - edge) >= 0;
      const nextInside = side * (next.x - edge) >= 0;
      const crossing =
        inside === nextInside
          ? []
          : [{ x: edge, y: corner.y + ((edge - corner.x) / (next.x - corner.x)) * (next.y - corner.y) }];
      return inside ? [corner, ...crossing] : crossing;
    });
  return cut(cut(corners, left, 1), right, -1);
}

/** The prediction interval as a bar with end strokes, arrows where it leaves the axis. */
export function predictionBar(low: number, high: number, y: number, axis: Projection): readonly Shape[] {
  const from = Math.max(axis.left, axis.x(low));
  const to = Math.min(axis.right, axis.x(high));
  const end = (x: number, beyond: boolean, direction: 1 | -1): Shape =>
    beyond
      ? { ...arrow(x, y, direction), role: 'prediction' }
      : { kind: 'line', role: 'prediction', from: { x, y: y - 4 }, to: { x, y: y + 4 }, width: 1.6 };
  return [
    { kind: 'line', role: 'prediction', from: { x: from, y }, to: { x: to, y }, width: 3 },
    end(from, low < axis.low, -1),
    end(to, high > axis.high, 1),
  ];
}

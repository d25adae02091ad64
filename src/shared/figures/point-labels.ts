import type { Point, Shape } from './scene';
import type { TextWidth } from './text-width';

/** A point with the text that names it. */
export type NamedPoint = { readonly at: Point; readonly radius: number; readonly text: string };

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/**
 * Names beside points, the most important first: right, left, above or below of its point, wherever it meets no other
 * name, no other point and no edge. A name without room is left out; the point keeps its hint.
 */
export function pointLabels(
  points: readonly NamedPoint[],
  all: readonly Omit<NamedPoint, 'text'>[],
  edges: Box,
  size: number,
  width: TextWidth,
): readonly Shape[] {
  const taken: Box[] = all.map(({ at, radius }) => around(at, radius));
  const shapes: Shape[] = [];
  for (const { at, radius, text } of points) {
    const wide = width(text, size);
    const own = around(at, radius);
    const places = [
      { x: at.x + radius + 4, y: at.y + size * 0.36 },
      { x: at.x - radius - 4 - wide, y: at.y + size * 0.36 },
      { x: at.x - wide / 2, y: at.y - radius - 4 },
      { x: at.x - wide / 2, y: at.y + radius + size },
    ];
    for (const place of places) {
      const box = { left: place.x, right: place.x + wide, top: place.y - size * 0.8, bottom: place.y + 2 };
      const inside =
        box.left >= edges.left &&
        box.right <= edges.right &&
        box.top >= edges.top &&
        box.bottom <= edges.bottom;
      if (!inside || taken.some((other) => !same(other, own) && overlap(box, other))) continue;
      taken.push(box);
      shapes.push({ kind: 'text', role: 'text', at: place, text, anchor: 'start', size });
      break;
    }
  }
  return shapes;
}

const around = ({ x, y }: Point, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});
const same = (a: Box, b: Box): boolean => a.left === b.left && a.top === b.top && a.right === b.right;
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

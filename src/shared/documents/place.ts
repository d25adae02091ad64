import { z } from '../kernel/schema';
import { Sha256 } from '../kernel';

/**
 * A rectangle on a page as it is shown: in PDF points (1/72 inch), from the top left corner of the page, so that it means
 * the same at every zoom and on every screen.
 */
export const PageRect = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number().min(0),
  height: z.number().min(0),
});
export type PageRect = z.infer<typeof PageRect>;

/** A place in a document kept with a review: the file by its content, the page counted from 1, where on it. */
export const DocumentPlace = z.object({
  document: Sha256,
  page: z.number().int().min(1).max(100_000),
  rects: z.array(PageRect).max(200),
});
export type DocumentPlace = z.infer<typeof DocumentPlace>;

/** The rectangle around all of `rects`; undefined for none. */
export function rectAround(rects: readonly PageRect[]): PageRect | undefined {
  if (rects.length === 0) return undefined;
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  };
}

/** Joins rectangles that lie on one line of text and touch: a selection gives one for every piece of type. */
export function joinedByLine(rects: readonly PageRect[]): PageRect[] {
  const lines: PageRect[] = [];
  for (const rect of [...rects].sort((a, b) => a.y - b.y || a.x - b.x)) {
    if (rect.width <= 0 || rect.height <= 0) continue;
    const at = lines.findIndex((line) => sameLine(line, rect) && touches(line, rect));
    const line = lines[at];
    if (line === undefined) lines.push(rect);
    else lines[at] = rectAround([line, rect]) ?? line;
  }
  return lines;
}

/** They overlap by more than half of the lower one. */
const sameLine = (a: PageRect, b: PageRect): boolean =>
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > Math.min(a.height, b.height) / 2;

/** Word spaces are narrower than the type is high; columns are further apart. */
const touches = (a: PageRect, b: PageRect): boolean =>
  Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width) <= Math.max(a.height, b.height) * 0.6;

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { sizeOfPage, type PageSizes } from './use-pdf';

/** Space around and between pages, px; the style sheet has the same. */
const gap = 12;
const zoomRange = { least: 0.25, most: 5 } as const;
const zoomStep = 1.2;

export type Pages = {
  readonly scale: number;
  readonly fitsWidth: boolean;
  /** The page that is read, from 1. */
  readonly page: number;
  /** Whether a page is in or near the window. */
  readonly isNear: (page: number) => boolean;
  readonly isInView: (page: number) => boolean;
  readonly onScroll: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fitWidth: () => void;
  /** Brings a place into view: `y` in points from the top of the page. */
  readonly showPlace: (page: number, y?: number) => void;
  /** By part of the window's height. */
  readonly scrollBy: (windows: number) => void;
};

type View = { readonly top: number; readonly height: number; readonly width: number };

/** Where the pages of a document lie, how large they are shown and which of them are in sight. */
export function usePages(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  sizes: PageSizes | null,
): Pages {
  const [zoom, setZoom] = useState<number | 'width'>('width');
  const [view, setView] = useState<View>({ top: 0, height: 800, width: 800 });
  /** What is read now, in points of its page: what must stay where it is when sizes change. */
  const anchor = useRef({ page: 1, y: 0 });

  const widest = useMemo(
    () =>
      sizes === null
        ? 1
        : Math.max(sizes.first.width, ...[...sizes.others.values()].map(({ width }) => width)),
    [sizes],
  );
  const fitting = Math.max(zoomRange.least, Math.min(2.5, (view.width - 2 * gap) / widest));
  const scale = zoom === 'width' ? fitting : zoom;

  const tops = useMemo(() => {
    const found: number[] = [];
    let top = gap;
    for (let page = 1; page <= count; page += 1) {
      found.push(top);
      top += (sizes === null ? 0 : sizeOfPage(sizes, page).height * scale) + gap;
    }
    found.push(top);
    return found;
  }, [count, sizes, scale]);
  const topOf = (page: number): number => tops[page - 1] ?? gap;

  const pageAt = (offset: number): number => {
    let [low, high] = [1, Math.max(1, count)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (topOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const reading = pageAt(view.top + view.height / 3);

  const look = useCallback(() => {
    const shown = scroller.current;
    if (!shown) return;
    const { scrollTop: top, clientHeight: height, clientWidth: width } = shown;
    setView((before) =>
      before.top === top && before.height === height && before.width === width
        ? before
        : { top, height, width },
    );
  }, [scroller]);

  useEffect(() => {
    const shown = scroller.current;
    if (!shown || sizes === null) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(shown);
    return () => observer.disconnect();
  }, [look, sizes, scroller]);

  useLayoutEffect(() => {
    const shown = scroller.current;
    if (!shown) return;
    const { page, y } = anchor.current;
    shown.scrollTo({ top: (tops[page - 1] ?? gap) + y * scale - gap });
  }, [tops, scale, scroller]);

  return {
    scale,
    fitsWidth: zoom === 'width',
    page: reading,
    isNear: (page) => overlaps(page, view.height),
    isInView: (page) => overlaps(page, 0),
    onScroll() {
      const shown = scroller.current;
      if (!shown) return;
      const page = pageAt(shown.scrollTop + gap);
      anchor.current = { page, y: (shown.scrollTop + gap - topOf(page)) / scale };
      look();
    },
    zoomIn: () => setZoom(Math.min(zoomRange.most, scale * zoomStep)),
    zoomOut: () => setZoom(Math.max(zoomRange.least, scale / zoomStep)),
    fitWidth: () => setZoom('width'),
    showPlace(page, y) {
      const wanted = Math.min(Math.max(1, page), Math.max(1, count));
      const top = topOf(wanted) + (y === undefined ? -gap : y * scale - view.height / 3);
      scroller.current?.scrollTo({ top });
    },
    scrollBy(windows) {
      scroller.current?.scrollBy({ top: windows * view.height });
    },
  };

  function overlaps(page: number, margin: number): boolean {
    const bottom = topOf(page + 1) - gap;
    return topOf(page) < view.top + view.height + margin && bottom > view.top - margin;
  }
}

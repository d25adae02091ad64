import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, type RefObject } from 'react';

export type Picture = {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly scale: number;
  /** Whether the page is drawn; one that is no longer drawn gives its memory back. */
  readonly shown: boolean;
};

/** Keeps the picture of a page in `place` for as long as it is shown, drawn anew at every scale. */
export function usePicture(
  place: RefObject<HTMLDivElement | null>,
  { pdf, page, scale, shown }: Picture,
): void {
  useEffect(() => {
    const frame = place.current;
    return shown && frame ? drawPicture(pdf, page, scale, frame) : undefined;
  }, [place, pdf, page, scale, shown]);
  // After the drawing above has stopped; another scale keeps the old picture until the new one is there.
  useEffect(() => {
    const frame = place.current;
    return shown && frame ? () => giveBack(pdf, page, frame) : undefined;
  }, [place, pdf, page, shown]);
}

/** Draws the page into a new canvas that takes the old one's place when it is done; returns how to stop. */
function drawPicture(pdf: PDFDocumentProxy, page: number, scale: number, place: HTMLDivElement): () => void {
  let stop: () => void = () => undefined;
  let left = false;
  void pdf.getPage(page).then((proxy) => {
    if (left) return;
    const density = Math.min(window.devicePixelRatio || 1, 2);
    const viewport = proxy.getViewport({ scale: scale * density });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const task = proxy.render({ canvas, viewport });
    stop = () => task.cancel();
    task.promise.then(
      () => {
        if (left) return;
        empty(place);
        place.replaceChildren(canvas);
      },
      // Stopped because the page went out of sight.
      () => empty(canvas),
    );
  });
  return () => {
    left = true;
    stop();
  };
}

/** Lets go of a page's picture, and of what pdf.js keeps to draw it again: its instructions and decoded images. */
function giveBack(pdf: PDFDocumentProxy, page: number, place: HTMLDivElement): void {
  empty(place);
  place.replaceChildren();
  pdf.getPage(page).then(
    (proxy) => proxy.cleanup(),
    // The document was closed meanwhile, and everything with it.
    () => undefined,
  );
}

/** A canvas without size holds no pixels; one that is only dropped holds them until the next collection of garbage. */
function empty(within: HTMLElement): void {
  const canvas = within instanceof HTMLCanvasElement ? within : within.querySelector('canvas');
  if (canvas) canvas.width = canvas.height = 0;
}

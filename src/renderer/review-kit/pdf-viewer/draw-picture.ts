import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Draws the page into a new canvas that takes the old one's place when it is done; returns how to stop. */
export function drawPicture(
  pdf: PDFDocumentProxy,
  page: number,
  scale: number,
  place: HTMLDivElement,
): () => void {
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
        if (!left) place.replaceChildren(canvas);
      },
      // Stopped because the page went out of sight.
      () => undefined,
    );
  });
  return () => {
    left = true;
    stop();
  };
}

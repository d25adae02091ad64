import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import {
  joinedByLine,
  pageText,
  quoteOfSelection,
  type PageRect,
  type PageText,
  type RunPart,
} from '@shared/documents';

const texts = new WeakMap<PDFDocumentProxy, Map<number, Promise<PageText>>>();

/** The text of a page, read once. Its runs are the pieces the text layer shows, in the same order. */
export function textOfPage(pdf: PDFDocumentProxy, page: number): Promise<PageText> {
  let ofDocument = texts.get(pdf);
  if (!ofDocument) texts.set(pdf, (ofDocument = new Map()));
  let text = ofDocument.get(page);
  if (!text) ofDocument.set(page, (text = pdf.getPage(page).then(readText)));
  return text;
}

async function readText(page: PDFPageProxy): Promise<PageText> {
  const { items } = await page.getTextContent();
  return pageText(
    items.flatMap((item) => ('str' in item ? [{ text: item.str, endsLine: item.hasEOL }] : [])),
  );
}

/** Turns rectangles of the window into ones on the page shown in `frame`, whatever its zoom now. */
function placesOn(frame: HTMLElement): (rect: DOMRect) => PageRect {
  const box = frame.getBoundingClientRect();
  const scale = Number(frame.dataset['scale']);
  return (rect) => ({
    x: (rect.left - box.left) / scale,
    y: (rect.top - box.top) / scale,
    width: rect.width / scale,
    height: rect.height / scale,
  });
}

/** Where parts of runs stand on a page whose text layer is shown. */
export function rectsOfParts(
  parts: readonly RunPart[],
  runs: readonly HTMLElement[],
  frame: HTMLElement,
): PageRect[] {
  const onPage = placesOn(frame);
  const rects: PageRect[] = [];
  for (const { run, from, to } of parts) {
    const node = runs[run]?.firstChild;
    if (!(node instanceof Text)) continue;
    const range = document.createRange();
    range.setStart(node, Math.min(from, node.length));
    range.setEnd(node, Math.min(to, node.length));
    for (const rect of range.getClientRects()) rects.push(onPage(rect));
  }
  return joinedByLine(rects);
}

export type SelectedText = { readonly page: number; readonly text: string; readonly rects: PageRect[] };

/** What is selected within `pages`: its words, the page it begins on and where on that page; null without a selection. */
export function selectedText(pages: Element): SelectedText | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = range.startContainer;
  const frame = (start instanceof Element ? start : start.parentElement)?.closest<HTMLElement>('[data-page]');
  if (!frame || !pages.contains(frame)) return null;
  const text = quoteOfSelection(selection.toString());
  if (text === '') return null;
  const box = frame.getBoundingClientRect();
  const rects = [...range.getClientRects()]
    .filter(({ top, bottom }) => (top + bottom) / 2 >= box.top && (top + bottom) / 2 <= box.bottom)
    .map(placesOn(frame));
  return { page: Number(frame.dataset['page']), text, rects: joinedByLine(rects) };
}

/** The words inside a rectangle drawn on a page, in reading order. */
export function textInRect(rect: PageRect, runs: readonly HTMLElement[], frame: HTMLElement): string {
  const onPage = placesOn(frame);
  const words = runs.filter((run) => {
    const { x, y, width, height } = onPage(run.getBoundingClientRect());
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const across = middleX >= rect.x && middleX <= rect.x + rect.width;
    return across && middleY >= rect.y && middleY <= rect.y + rect.height;
  });
  return quoteOfSelection(words.map(({ textContent }) => textContent ?? '').join(' '));
}

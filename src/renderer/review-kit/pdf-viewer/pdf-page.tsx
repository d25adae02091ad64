import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { findInPage, type PageRect, type RunPart } from '@shared/documents';
import { DrawBox } from './draw-box';
import { pdfEngine } from './pdf-engine';
import { rectsOfParts, textInRect, textOfPage } from './text-on-page';
import type { PageSize } from './use-pdf';
import { usePicture } from './use-picture';
import styles from './pdf-pane.module.css';

/** Something marked on a page. */
export type PageMark = {
  readonly kind: 'quote' | 'box' | 'target' | 'hit' | 'current-hit';
  readonly rects: readonly PageRect[];
};

export type PdfPageProps = {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly size: PageSize;
  readonly scale: number;
  /** In or near the window: drawn; the others only keep their place. */
  readonly near: boolean;
  readonly marks: readonly PageMark[];
  readonly hits: readonly (readonly RunPart[])[];
  readonly currentHit: number | null;
  /** A quote to show on this page whose place is not known. */
  readonly wanted: string | null;
  /** Told where the current hit or wanted quote stands, once that is known. */
  readonly onFound: (rects: readonly PageRect[]) => void;
  readonly drawing: boolean;
  readonly onDrawn: (rect: PageRect, text: string) => void;
  readonly label: string;
};

/** One page: its picture, its text to select, and what is marked on it. */
export function PdfPage(props: PdfPageProps) {
  const { pdf, page, size, scale, near, marks, drawing, onDrawn, label } = props;
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [runs, setRuns] = useState<readonly HTMLElement[] | null>(null);

  useEffect(() => {
    frame.current?.style.setProperty('--total-scale-factor', String(scale));
  }, [scale]);

  usePicture(picture, { pdf, page, scale, shown: near });

  useEffect(() => {
    const place = layer.current;
    if (!near || !place) return undefined;
    return layText(pdf, page, place, setRuns);
  }, [pdf, page, near]);

  const found = useFound(props, runs, frame);

  return (
    <div
      ref={frame}
      className={styles['page']}
      data-page={page}
      data-scale={scale}
      role="region"
      aria-label={label}
      style={{ width: size.width * scale, height: size.height * scale }}
    >
      <div ref={picture} className={styles['picture']} aria-hidden="true" />
      <svg
        className={styles['marks']}
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {[...marks, ...found].flatMap(({ kind, rects }, mark) =>
          rects.map((rect, index) => (
            <rect key={`${mark} ${index}`} className={styles[kind]} {...rect} rx={1} />
          )),
        )}
      </svg>
      <div ref={layer} className={styles['textLayer']} />
      {drawing ? (
        <DrawBox
          scale={scale}
          size={size}
          onDrawn={(rect) => onDrawn(rect, frame.current ? textInRect(rect, runs ?? [], frame.current) : '')}
        />
      ) : null}
    </div>
  );
}

/** What was searched for on this page, as marks; tells where the current one stands. */
function useFound(
  { pdf, page, hits, currentHit, wanted, onFound }: PdfPageProps,
  runs: readonly HTMLElement[] | null,
  frame: RefObject<HTMLDivElement | null>,
): readonly PageMark[] {
  const [places, setPlaces] = useState<FoundPlaces | null>(null);
  const told = useRef(onFound);
  useEffect(() => {
    told.current = onFound;
  });
  useEffect(() => {
    const shown = frame.current;
    if (runs === null || !shown || (hits.length === 0 && wanted === null)) return undefined;
    let left = false;
    void partsOf(pdf, page, wanted).then((quote) => {
      if (left) return;
      const rectsOf = (parts: readonly RunPart[]): PageRect[] => rectsOfParts(parts, runs, shown);
      setPlaces({ runs, hits, ofHits: hits.map(rectsOf), wanted, ofWanted: rectsOf(quote) });
    });
    return () => {
      left = true;
    };
  }, [pdf, page, runs, hits, wanted, frame]);

  const known = places?.runs === runs && places.hits === hits && places.wanted === wanted ? places : null;
  useEffect(() => {
    const current = currentHit === null ? known?.ofWanted : known?.ofHits[currentHit];
    if (current && current.length > 0) told.current(current);
  }, [known, currentHit]);
  return useMemo(() => {
    if (known === null) return [];
    const marks = known.ofHits.map((rects, index): PageMark => {
      return { kind: index === currentHit ? 'current-hit' : 'hit', rects };
    });
    return [...marks, { kind: 'target', rects: known.ofWanted }];
  }, [known, currentHit]);
}

/** Where hits and the wanted quote stand, and for what that was worked out. */
type FoundPlaces = Pick<PdfPageProps, 'hits' | 'wanted'> & {
  readonly runs: readonly HTMLElement[];
  readonly ofHits: readonly (readonly PageRect[])[];
  readonly ofWanted: readonly PageRect[];
};

async function partsOf(
  pdf: PDFDocumentProxy,
  page: number,
  wanted: string | null,
): Promise<readonly RunPart[]> {
  if (wanted === null) return [];
  const text = await textOfPage(pdf, page);
  return findInPage(text, wanted)[0] ?? findInPage(text, wanted, true)[0] ?? [];
}

/** Lays the page's text over its picture, so that it can be selected and read aloud. */
function layText(
  pdf: PDFDocumentProxy,
  page: number,
  place: HTMLDivElement,
  onLaid: (runs: readonly HTMLElement[] | null) => void,
): () => void {
  let left = false;
  let stop: () => void = () => undefined;
  void Promise.all([pdfEngine(), pdf.getPage(page)]).then(async ([{ TextLayer }, proxy]) => {
    if (left) return;
    const layer = new TextLayer({
      textContentSource: await proxy.getTextContent(),
      container: place,
      viewport: proxy.getViewport({ scale: 1 }),
    });
    if (left) return;
    stop = () => layer.cancel();
    layer.render().then(
      () => {
        if (!left) onLaid(layer.textDivs);
      },
      () => undefined,
    );
  });
  return () => {
    left = true;
    stop();
    place.replaceChildren();
    onLaid(null);
  };
}

import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref, type RefObject } from 'react';
import type { DocumentPlace, PageRect } from '@shared/documents';
import type { Sha256 } from '@shared/kernel';
import { useTexts } from '../../app/app-context';
import { EmptyState, useKeys, type KeyMap } from '../../ui-kit';
import { PdfPage, type PageMark } from './pdf-page';
import { PdfToolbar } from './pdf-toolbar';
import { selectedText } from './text-on-page';
import { Thumbnails } from './thumbnails';
import { usePages } from './use-pages';
import { usePdf, sizeOfPage, type PageSizes } from './use-pdf';
import { usePdfSearch } from './use-pdf-search';
import styles from './pdf-pane.module.css';

/** What a person took from a document: words and where they stand. A drawn box has the words inside it. */
export type PdfQuote = DocumentPlace & { readonly text: string; readonly drawn: boolean };

/** A place to go to: with rectangles they are shown, with a quote alone it is looked for on the page. */
export type PdfTarget = {
  readonly page: number;
  readonly rects?: readonly PageRect[];
  readonly quote?: string;
};

export type PdfPaneHandle = {
  readonly goTo: (target: PdfTarget) => void;
  /** Takes what is selected now, as the key and button do. */
  readonly takeQuote: () => void;
};

export type PdfPaneProps = {
  readonly document: Sha256;
  readonly ref?: Ref<PdfPaneHandle>;
  /** Called with a quote taken from the selection (Q), or a box drawn on a page (B). Without it nothing can be taken. */
  readonly onQuote?: (quote: PdfQuote) => void;
  /** What a quote would be for, on the button: "Quote for Adults". */
  readonly quoteLabel?: string;
  /** Whether boxes may be drawn on pages, for tables and figures. */
  readonly boxes?: boolean;
  /** What was taken before, shown on the pages. */
  readonly marks?: readonly (Pick<DocumentPlace, 'page' | 'rects'> & { readonly drawn?: boolean })[];
};

/** A PDF to read: its pages one under another, to search, zoom, select and quote from. */
export function PdfPane(props: PdfPaneProps) {
  const state = usePdf(props.document);
  const { documents } = useTexts();
  if (state.is === 'problem') {
    const words = documents.problems[state.problem.code];
    return (
      <section className={styles['pane']} aria-label={documents.viewer}>
        <EmptyState title={words.title}>{words.text}</EmptyState>
      </section>
    );
  }
  // Every document begins anew: at its first page, without the search in the one before.
  return <Reader key={props.document} {...props} state={state} />;
}

type Ready = Extract<ReturnType<typeof usePdf>, { is: 'ready' }>;

function Reader({
  document: sha256,
  ref,
  onQuote,
  quoteLabel,
  boxes = false,
  marks,
  state,
}: PdfPaneProps & { readonly state: Ready | { readonly is: 'loading' } }) {
  const { documents } = useTexts();
  const pdf = state.is === 'ready' ? state.pdf : null;
  const sizes: PageSizes | null = state.is === 'ready' ? state.sizes : null;
  const count = pdf?.numPages ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const pages = usePages(scroller, count, sizes);
  const search = usePdfSearch(pdf);
  const searchField = useRef<HTMLInputElement>(null);
  const [target, setTarget] = useState<PdfTarget | null>(null);
  const [drawing, setDrawing] = useState(false);
  const [small, setSmall] = useState(false);
  const selects = useSelection(scroller);

  const goTo = (place: PdfTarget): void => {
    setTarget(place);
    pages.showPlace(place.page, place.rects?.[0]?.y);
    // The keys that follow are for reading, not for the button that led here.
    scroller.current?.focus({ preventScroll: true });
  };
  const takeQuote = (): void => {
    const selected = scroller.current ? selectedText(scroller.current) : null;
    if (selected && onQuote) {
      onQuote({ document: sha256, drawn: false, ...selected });
      window.getSelection()?.removeAllRanges();
    }
  };
  const waiting = useRef<PdfTarget | null>(null);
  useImperativeHandle(ref, () => ({
    goTo(place) {
      if (pdf === null) waiting.current = place;
      else goTo(place);
    },
    takeQuote,
  }));
  useEffect(() => {
    if (pdf === null || waiting.current === null) return;
    goTo(waiting.current);
    waiting.current = null;
    // Once, when the document is there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pdf]);

  const hit = search.current === null ? undefined : search.hits[search.current];
  useEffect(() => {
    if (hit && !pages.isInView(hit.page)) pages.showPlace(hit.page);
    // Goes there when another hit is chosen, not when the person scrolls away from it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hit]);

  const keys: KeyMap = {
    'mod+f': () => searchField.current?.select(),
    '/': () => searchField.current?.select(),
    '+': pages.zoomIn,
    '=': pages.zoomIn,
    '-': pages.zoomOut,
    '0': pages.fitWidth,
    PageDown: () => pages.scrollBy(0.9),
    PageUp: () => pages.scrollBy(-0.9),
    ArrowDown: () => pages.scrollBy(0.12),
    ArrowUp: () => pages.scrollBy(-0.12),
    Home: () => pages.showPlace(1),
    End: () => pages.showPlace(count),
    ']': () => pages.showPlace(pages.page + 1),
    '[': () => pages.showPlace(pages.page - 1),
    g: () => setSmall((before) => !before),
    q: onQuote && takeQuote,
    b: onQuote && boxes ? () => setDrawing((before) => !before) : undefined,
  };
  useKeys(keys, true, true);

  const marksOf = useMemo(() => {
    const byPage = new Map<number, PageMark[]>();
    const add = (page: number, mark: PageMark): void => {
      const there = byPage.get(page);
      if (there) there.push(mark);
      else byPage.set(page, [mark]);
    };
    for (const { page, rects, drawn = false } of marks ?? [])
      add(page, { kind: drawn ? 'box' : 'quote', rects });
    if (target?.rects) add(target.page, { kind: 'target', rects: target.rects });
    return byPage;
  }, [marks, target]);

  return (
    <section className={styles['pane']} aria-label={documents.viewer}>
      <PdfToolbar
        count={count}
        pages={pages}
        search={search}
        searchField={searchField}
        scroller={scroller}
        small={{ shown: small, toggle: () => setSmall(!small) }}
        quote={onQuote && { label: quoteLabel ?? documents.quote, ready: selects, take: takeQuote }}
        box={onQuote && boxes ? { drawing, toggle: () => setDrawing(!drawing) } : undefined}
      />
      {pdf === null || sizes === null ? (
        <p className={styles['loading']} role="status">
          {documents.loading}
        </p>
      ) : (
        <div className={styles['body']}>
          {small ? (
            <Thumbnails pdf={pdf} sizes={sizes} current={pages.page} onGo={(page) => pages.showPlace(page)} />
          ) : null}
          <div
            ref={scroller}
            className={styles['scroller']}
            tabIndex={0}
            role="document"
            aria-label={documents.pages}
            onScroll={pages.onScroll}
          >
            {Array.from({ length: count }, (_, index) => index + 1).map((page) => {
              const found = search.onPage(page);
              return (
                <PdfPage
                  key={page}
                  pdf={pdf}
                  page={page}
                  size={sizeOfPage(sizes, page)}
                  scale={pages.scale}
                  near={pages.isNear(page)}
                  marks={marksOf.get(page) ?? noMarks}
                  hits={found.hits}
                  currentHit={found.current}
                  wanted={target?.page === page && !target.rects ? (target.quote ?? null) : null}
                  onFound={(rects) => {
                    const first = rects[0];
                    if (first) pages.showPlace(page, first.y);
                  }}
                  drawing={drawing}
                  onDrawn={(rect, text) => {
                    setDrawing(false);
                    onQuote?.({ document: sha256, page, rects: [rect], text, drawn: true });
                  }}
                  label={documents.page(page)}
                />
              );
            })}
          </div>
        </div>
      )}
    </section>
  );
}

const noMarks: readonly PageMark[] = [];

/** Whether something on the pages is selected. */
function useSelection(scroller: RefObject<HTMLDivElement | null>): boolean {
  const [selects, setSelects] = useState(false);
  useEffect(() => {
    const look = (): void => {
      const selection = window.getSelection();
      const inside = scroller.current?.contains(selection?.anchorNode ?? null) ?? false;
      setSelects(inside && selection !== null && !selection.isCollapsed);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [scroller]);
  return selects;
}

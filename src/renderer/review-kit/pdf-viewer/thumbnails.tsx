import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../app/app-context';
import { sizeOfPage, type PageSizes } from './use-pdf';
import { usePicture } from './use-picture';
import styles from './pdf-pane.module.css';

/** Width of a small page, px; the style sheet has the same. */
const width = 92;

/** All pages small, to find a table or figure by its shape. Each is drawn while it is in sight. */
export function Thumbnails({
  pdf,
  sizes,
  current,
  onGo,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly sizes: PageSizes;
  readonly current: number;
  readonly onGo: (page: number) => void;
}) {
  const { documents } = useTexts();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[current - 1]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ol ref={list} className={styles['thumbnails']} aria-label={documents.smallPages}>
      {Array.from({ length: pdf.numPages }, (_, index) => index + 1).map((page) => (
        <li key={page}>
          <button
            type="button"
            className={styles['thumbnail']}
            aria-current={page === current}
            aria-label={documents.page(page)}
            onClick={() => onGo(page)}
          >
            <SmallPage pdf={pdf} page={page} sizes={sizes} />
            <span className="numeric" aria-hidden="true">
              {page}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function SmallPage({
  pdf,
  page,
  sizes,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly sizes: PageSizes;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [inSight, setInSight] = useState(false);
  const size = sizeOfPage(sizes, page);
  const scale = width / size.width;
  useEffect(() => {
    const shown = place.current;
    if (!shown) return undefined;
    const observer = new IntersectionObserver((changes) => {
      setInSight(changes.at(-1)?.isIntersecting ?? false);
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, []);
  usePicture(place, { pdf, page, scale, shown: inSight });
  return <div ref={place} className={styles['small']} style={{ width, height: size.height * scale }} />;
}

import { useState, type PointerEvent } from 'react';
import type { PageRect } from '@shared/documents';
import type { PageSize } from './use-pdf';
import styles from './pdf-pane.module.css';

/** Smaller than this, in points, is a click and no box. */
const smallest = 4;

type Corner = { readonly x: number; readonly y: number };

/** Lies over a page while a box is drawn with the pointer; says its place in points. */
export function DrawBox({
  scale,
  size,
  onDrawn,
}: {
  readonly scale: number;
  readonly size: PageSize;
  readonly onDrawn: (rect: PageRect) => void;
}) {
  const [corners, setCorners] = useState<{ readonly from: Corner; readonly to: Corner } | null>(null);
  const cornerOf = (event: PointerEvent<SVGSVGElement>): Corner => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: Math.min(size.width, Math.max(0, (event.clientX - box.left) / scale)),
      y: Math.min(size.height, Math.max(0, (event.clientY - box.top) / scale)),
    };
  };
  const rect = corners === null ? null : between(corners.from, corners.to);
  return (
    <svg
      className={styles['drawing']}
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const corner = cornerOf(event);
        setCorners({ from: corner, to: corner });
      }}
      onPointerMove={(event) => {
        const to = cornerOf(event);
        setCorners((drawn) => (drawn === null ? null : { ...drawn, to }));
      }}
      onPointerUp={() => {
        setCorners(null);
        if (rect !== null && rect.width >= smallest && rect.height >= smallest) onDrawn(rect);
      }}
      onPointerCancel={() => setCorners(null)}
    >
      {rect === null ? null : <rect className={styles['box']} {...rect} />}
    </svg>
  );
}

const between = (a: Corner, b: Corner): PageRect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

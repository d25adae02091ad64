import type { PDFDocumentProxy } from 'pdfjs-dist';
import { err, type Result, type Sha256 } from '@shared/kernel';
import { openPdf, type PdfProblem } from './pdf-engine';

export type OpenedPdf = Result<PDFDocumentProxy, PdfProblem>;
export type BytesOf = (sha256: Sha256) => Promise<Result<Uint8Array, { readonly code: string }>>;

type Kept = { readonly opened: Promise<OpenedPdf>; held: number };

/** How many documents stay open: the one that is read, the one before and those that come next. */
const mostKept = 4;

const kept = new Map<Sha256, Kept>();

/**
 * Opens a document, or gives the open one. `hold` until `release`: what is shown is never closed. Asking for it without
 * holding it makes it ready for the moment it is wanted.
 */
export function openedDocument(sha256: Sha256, bytesOf: BytesOf): Promise<OpenedPdf> {
  let one = kept.get(sha256);
  // The latest asked for stands last.
  kept.delete(sha256);
  one ??= { opened: open(sha256, bytesOf), held: 0 };
  kept.set(sha256, one);
  closeOldest();
  return one.opened;
}

export function hold(sha256: Sha256): void {
  const one = kept.get(sha256);
  if (one) one.held += 1;
}

export function release(sha256: Sha256): void {
  const one = kept.get(sha256);
  if (one) one.held -= 1;
  closeOldest();
}

async function open(sha256: Sha256, bytesOf: BytesOf): Promise<OpenedPdf> {
  const bytes = await bytesOf(sha256);
  const opened = bytes.ok ? await openPdf(bytes.value) : err({ code: 'missing' as const });
  // A failure is not kept: a file that arrives later is looked for again.
  if (!opened.ok) kept.delete(sha256);
  return opened;
}

function closeOldest(): void {
  for (const [sha256, { opened, held }] of kept) {
    if (kept.size <= mostKept) return;
    if (held > 0) continue;
    kept.delete(sha256);
    void opened.then((pdf) => (pdf.ok ? pdf.value.loadingTask.destroy() : undefined));
  }
}

import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import type { Sha256 } from '@shared/kernel';
import { useReview } from '../../app/app-context';
import { hold, openedDocument, release } from './open-documents';
import type { PdfProblem } from './pdf-engine';

export type PdfState =
  | { readonly is: 'loading' }
  | { readonly is: 'ready'; readonly pdf: PDFDocumentProxy; readonly sizes: PageSizes }
  | { readonly is: 'problem'; readonly problem: PdfProblem };

/** Width and height of a page in points as it is shown; by page number, the first page's where not known yet. */
export type PageSize = { readonly width: number; readonly height: number };
export type PageSizes = { readonly first: PageSize; readonly others: ReadonlyMap<number, PageSize> };

/** The size of a page; of the first one while it is not known. */
export const sizeOfPage = ({ first, others }: PageSizes, page: number): PageSize => others.get(page) ?? first;

const loading: PdfState = { is: 'loading' };

/** A file that has not arrived is looked for again after so many ms, while it is waited for. */
const retryMs = 3_000;

/** The document with these bytes, opened; what belongs to another document is never given for it. */
export function usePdf(sha256: Sha256): PdfState {
  const { session } = useReview();
  const [shown, setShown] = useState<{ readonly of: Sha256; readonly state: PdfState } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    let later: ReturnType<typeof setTimeout> | undefined;
    const opened = openedDocument(sha256, (hash) => session.files.bytes(hash));
    hold(sha256);
    const show = (state: PdfState): void => {
      if (!left) setShown({ of: sha256, state });
    };
    void opened.then(async (pdf) => {
      if (!pdf.ok) {
        show({ is: 'problem', problem: pdf.error });
        // A sync service brings the word of a file before the file itself.
        if (pdf.error.code === 'missing' && !left) later = setTimeout(() => setAttempt(attempt + 1), retryMs);
        return undefined;
      }
      const first = await sizeOf(pdf.value, 1);
      if (left) return undefined;
      show({ is: 'ready', pdf: pdf.value, sizes: { first, others: new Map() } });
      const others = await otherSizes(pdf.value, first, () => left);
      if (others.size > 0) show({ is: 'ready', pdf: pdf.value, sizes: { first, others } });
      return undefined;
    });
    return () => {
      left = true;
      clearTimeout(later);
      release(sha256);
    };
  }, [sha256, session, attempt]);
  return shown?.of === sha256 ? shown.state : loading;
}

async function sizeOf(pdf: PDFDocumentProxy, page: number): Promise<PageSize> {
  const { width, height } = (await pdf.getPage(page)).getViewport({ scale: 1 });
  return { width, height };
}

/** The pages that are not of the first one's size: foldouts, tables turned sideways. */
async function otherSizes(
  pdf: PDFDocumentProxy,
  first: PageSize,
  stop: () => boolean,
): Promise<Map<number, PageSize>> {
  const others = new Map<number, PageSize>();
  for (let page = 2; page <= pdf.numPages && !stop(); page += 1) {
    const size = await sizeOf(pdf, page);
    if (size.width !== first.width || size.height !== first.height) others.set(page, size);
  }
  return others;
}

/** Makes documents ready that are likely to be wanted next (the same list as long as they are the same). */
export function useReadyPdfs(documents: readonly Sha256[]): void {
  const { session } = useReview();
  useEffect(() => {
    for (const sha256 of documents) void openedDocument(sha256, (hash) => session.files.bytes(hash));
  }, [documents, session]);
}

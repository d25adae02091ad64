import type { FileFacts } from '@shared/documents';
import { err, hashBytes, ok, type Result, type Sha256 } from '@shared/kernel';
import { looksLikePdf, openPdf, textOfPage } from '../../../review-kit';

export type ReadPdf = {
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly facts: FileFacts;
  /** It is kept as it is, and told by its name alone. */
  readonly unreadable: 'locked' | 'broken' | null;
};

/** Pages that are read: a cover page of a repository, and the first of the paper. */
const pagesRead = 2;

/** What a file says of itself; only something that is no PDF at all is refused. */
export async function readPdfFacts(
  file: File,
): Promise<Result<ReadPdf, { readonly code: 'no-pdf' | 'gone' }>> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return err({ code: 'gone' });
  }
  if (!looksLikePdf(bytes)) return err({ code: 'no-pdf' });
  const sha256 = hashBytes(bytes);
  const known = { sha256, bytes: bytes.length };
  const byName = { name: file.name, pages: [] };
  const opened = await openPdf(bytes);
  if (!opened.ok) {
    return ok({ ...known, facts: byName, unreadable: opened.error.code === 'locked' ? 'locked' : 'broken' });
  }
  const pdf = opened.value;
  try {
    const pages: string[] = [];
    for (let page = 1; page <= Math.min(pagesRead, pdf.numPages); page += 1)
      pages.push((await textOfPage(pdf, page)).plain);
    const { info, metadata } = await pdf.getMetadata();
    const title = textOf(info, 'Title');
    const properties = [
      textOf(info, 'Subject'),
      textOf(info, 'Keywords'),
      textOf(info, 'doi'),
      rawOf(metadata),
    ];
    return ok({
      ...known,
      facts: { name: file.name, pages, title, properties: properties.join(' ') },
      unreadable: null,
    });
  } catch {
    return ok({ ...known, facts: byName, unreadable: 'broken' });
  } finally {
    void pdf.loadingTask.destroy();
  }
}

function textOf(info: object, name: string): string {
  const value: unknown = name in info ? Object.entries(info).find(([key]) => key === name)?.[1] : undefined;
  return typeof value === 'string' ? value : '';
}

const rawOf = (metadata: { readonly getRaw?: () => unknown } | null): string => {
  const raw = metadata?.getRaw?.();
  return typeof raw === 'string' ? raw : '';
};

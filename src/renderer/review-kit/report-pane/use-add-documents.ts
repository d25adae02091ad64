import { useState } from 'react';
import type { EventId, RecordId } from '@shared/kernel';
import type { DocumentAttached } from '@shared/screening';
import { useApp, useReview, useTexts } from '../../app/app-context';

export type AddingOptions = {
  readonly role?: DocumentAttached['role'];
  readonly replaces?: EventId;
  readonly matchedBy?: DocumentAttached['matchedBy'];
};

export type AddDocuments = {
  /** Keeps files with a report; the events they became, with the reason in words where one was not kept. */
  readonly add: (
    recordId: RecordId,
    files: readonly File[],
    options?: AddingOptions,
  ) => Promise<readonly EventId[]>;
  readonly busy: boolean;
};

/** Keeps PDFs with reports: the bytes first, under their hash, then the word that they belong there. */
export function useAddDocuments(): AddDocuments {
  const { session, dispatch } = useReview();
  const { say } = useApp();
  const { documents: words, app } = useTexts();
  const [busy, setBusy] = useState(false);

  const addOne = async (recordId: RecordId, file: File, options: AddingOptions): Promise<EventId[]> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!looksLikePdf(bytes)) {
      say({ text: words.notPdf(file.name), tone: 'error' });
      return [];
    }
    const kept = await session.files.keep(bytes);
    if (!kept.ok) {
      say({ text: app.storage.other(kept.error.code), tone: 'error' });
      return [];
    }
    const ids = await dispatch({
      do: 'attachDocument',
      recordId,
      name: file.name,
      sha256: kept.value,
      bytes: bytes.length,
      ...options,
    });
    return [...(ids ?? [])];
  };

  return {
    busy,
    async add(recordId, files, options = {}) {
      setBusy(true);
      const ids: EventId[] = [];
      for (const [index, file] of files.entries()) {
        // Of several chosen together one is the report; more often than not it is named first.
        const role = index === 0 ? options.role : 'supplement';
        ids.push(...(await addOne(recordId, file, { ...options, ...(role === undefined ? {} : { role }) })));
      }
      setBusy(false);
      return ids;
    },
  };
}

/** PDF writers may put up to 1,024 bytes before the header (PDF Reference 1.7, implementation note 13). */
export function looksLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1_029)).includes('%PDF-');
}

import { useState } from 'react';
import { decodeBytes } from '@shared/formats';
import { incomingSheet } from '@shared/export';
import { hashBytes } from '@shared/kernel';
import { currentProtocol } from '@shared/review';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';

export type SheetDesk = {
  readonly busy: boolean;
  /** Why the last sheet did not come in, in words. */
  readonly problem: string | null;
  /** Whether the sheet is in the review. */
  readonly bringIn: (file: File) => Promise<boolean>;
};

/** Brings an existing extraction sheet in: studies, arms, results, risk of bias. */
export function useSheetImport(): SheetDesk {
  const { imports: words } = useTexts();
  const formats = useFormats();
  const { state, dispatch, session } = useReview();
  const { say } = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const bringIn = async (file: File): Promise<boolean> => {
    setProblem(null);
    const protocol = currentProtocol(state)?.protocol;
    if (!protocol) return false;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sheet = incomingSheet(decodeBytes(bytes).text, protocol);
    if (!sheet.ok) {
      setProblem(
        sheet.error.code === 'sheet-empty'
          ? words.sheetEmpty
          : sheet.error.code === 'not-a-pooling-sheet'
            ? words.bundleWrong
            : words.sheetWrong(sheet.error.missing.join(', ')),
      );
      return false;
    }
    setBusy(true);
    await session.files.keep(bytes);
    const { studies, rows, findings } = sheet.value;
    const ids = await dispatch({
      do: 'importSheet',
      studies,
      sheet: {
        fileName: file.name,
        sha256: hashBytes(bytes),
        rows,
        studies: studies.length,
        findings: [...findings],
      },
    });
    setBusy(false);
    if (ids) say({ text: words.sheetImported(formats.count(rows), formats.count(studies.length)) });
    return ids !== null;
  };
  return { busy, problem, bringIn };
}

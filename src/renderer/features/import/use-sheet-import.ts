import { useState } from 'react';
import {
  incomingBundle,
  incomingTable,
  isBundle,
  type IncomingSheet,
  type SheetChoices,
} from '@shared/export';
import { tableOfText, type SheetTable } from '@shared/extraction/sheet';
import { decodeBytes, tablesOfWorkbook } from '@shared/formats';
import { hashBytes } from '@shared/kernel';
import type { Protocol } from '@shared/protocol';
import { currentProtocol } from '@shared/review';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';

/** A table that is looked at before it comes in; a workbook has one for every sheet that holds anything. */
export type OpenedSheet = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly tables: readonly { readonly name: string; readonly table: SheetTable }[];
  readonly protocol: Protocol;
  readonly onIn: () => void;
};

export type SheetDesk = {
  readonly busy: boolean;
  /** Why the last sheet did not come in, in words. */
  readonly problem: string | null;
  readonly opened: OpenedSheet | null;
  /** Opens a table to look at; what Concord handed over itself comes in at once. `onIn`: when the sheet is in the review. */
  readonly open: (file: File, onIn?: () => void) => Promise<void>;
  readonly close: () => void;
  /** Brings in the table that is opened, as chosen. */
  readonly bringIn: (table: SheetTable, choices: SheetChoices) => Promise<void>;
};

/** Brings an existing extraction sheet in: studies, arms, results, risk of bias. */
export function useSheetImport(): SheetDesk {
  const { imports: words } = useTexts();
  const formats = useFormats();
  const { state, dispatch, session } = useReview();
  const { say } = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState<OpenedSheet | null>(null);

  const take = async (fileName: string, bytes: Uint8Array, incoming: IncomingSheet): Promise<boolean> => {
    setBusy(true);
    await session.files.keep(bytes);
    const { studies, rows, findings } = incoming;
    const ids = await dispatch({
      do: 'importSheet',
      studies,
      sheet: { fileName, sha256: hashBytes(bytes), rows, studies: studies.length, findings: [...findings] },
    });
    setBusy(false);
    if (ids) say({ text: words.sheetImported(formats.count(rows), formats.count(studies.length)) });
    return ids !== null;
  };

  const open = async (file: File, onIn: () => void = () => undefined): Promise<void> => {
    setProblem(null);
    const protocol = currentProtocol(state)?.protocol;
    if (!protocol) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const workbook = tablesOfWorkbook(bytes);
    const text = workbook ? '' : decodeBytes(bytes).text;
    if (isBundle(text)) {
      const bundle = incomingBundle(text, protocol);
      if (!bundle.ok) setProblem(bundle.error.code === 'sheet-empty' ? words.sheetEmpty : words.bundleWrong);
      else if (await take(file.name, bytes, bundle.value)) onIn();
      return;
    }
    const tables = (
      workbook?.map(({ name, rows }) => ({ name, table: { delimiter: '', rows } })) ?? [
        { name: file.name, table: tableOfText(text) },
      ]
    ).filter(({ table }) => table.rows.length > 1);
    if (tables.length === 0) setProblem(words.sheetEmpty);
    else setOpened({ fileName: file.name, bytes, tables, protocol, onIn });
  };

  const bringIn = async (table: SheetTable, choices: SheetChoices): Promise<void> => {
    if (!opened) return;
    const incoming = incomingTable(table, opened.protocol, choices);
    if (!incoming.ok || !(await take(opened.fileName, opened.bytes, incoming.value))) return;
    setOpened(null);
    opened.onIn();
  };

  return { busy, problem, opened, open, close: () => setOpened(null), bringIn };
}

import type { PDFDocumentProxy } from 'pdfjs-dist';
import { err, ok, type Result } from '@shared/kernel';

/** Why a document cannot be shown; worded in the `documents` namespace. */
export type PdfProblem = {
  readonly code: 'locked' | 'broken' | 'missing' | 'no-engine';
  readonly detail?: string;
};

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
/** pdf.js, and the one worker all documents share: it outlives each of them. */
type Engine = PdfJs & { readonly worker: InstanceType<PdfJs['PDFWorker']> };

/** Everything pdf.js fetches lies beside the page, put there when the window is built. */
const besidePage = (name: string): string => new URL(`pdfjs/${name}`, document.baseURI).href;

let loading: Promise<Engine> | undefined;

/** Loads pdf.js when the first document is opened, with its worker from our own origin. */
export function pdfEngine(): Promise<Engine> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((engine) => {
    const port = new Worker(besidePage('pdf.worker.min.mjs'), { type: 'module' });
    return { ...engine, worker: engine.PDFWorker.create({ port }) };
  });
  return loading;
}

/** Opens a document. The bytes are handed to the worker: who still needs them passes a copy. */
export async function openPdf(bytes: Uint8Array): Promise<Result<PDFDocumentProxy, PdfProblem>> {
  let engine: Engine;
  try {
    engine = await pdfEngine();
  } catch (cause) {
    return err({ code: 'no-engine', detail: String(cause) });
  }
  const task = engine.getDocument({
    data: bytes,
    worker: engine.worker,
    // The security policy forbids code made from text and WebAssembly; both have a plain way beside them.
    isEvalSupported: false,
    useWasm: false,
    wasmUrl: besidePage('wasm/'),
    cMapUrl: besidePage('cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: besidePage('standard_fonts/'),
    useWorkerFetch: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: engine.VerbosityLevel.ERRORS,
  });
  try {
    return ok(await task.promise);
  } catch (cause) {
    void task.destroy();
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    return err({ code: locked ? 'locked' : 'broken', detail: String(cause) });
  }
}

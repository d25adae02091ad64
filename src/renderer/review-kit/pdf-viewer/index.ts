export { PdfPane, type PdfPaneHandle, type PdfPaneProps, type PdfQuote, type PdfTarget } from './pdf-pane';
export { openPdf, type PdfProblem } from './pdf-engine';
export { textOfPage } from './text-on-page';
export { useReadyPdfs } from './use-pdf';

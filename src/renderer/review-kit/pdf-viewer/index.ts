export { PdfPane, type PdfPaneHandle, type PdfPaneProps, type PdfQuote, type PdfTarget } from './pdf-pane';
export { openPdf, type PdfProblem } from './pdf-engine';
export { useReadyPdfs } from './use-pdf';

export { ReportPane, type ReportPaneHandle, type ReportPaneProps } from './report-pane';
export { useReportFiles, useReportName, type ReportFile } from './report-files';
export { looksLikePdf, useAddDocuments, type AddDocuments } from './use-add-documents';

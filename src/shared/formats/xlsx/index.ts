export { previewXlsx, readXlsx, tablesOfWorkbook, type SheetChoice, type WorkbookPreview } from './read-xlsx';

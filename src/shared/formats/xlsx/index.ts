export { previewXlsx, readXlsx, type SheetChoice, type WorkbookPreview } from './read-xlsx';

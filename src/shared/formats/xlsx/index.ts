export { previewXlsx, readXlsx } from './read-xlsx';

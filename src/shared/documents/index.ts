export type { Evidence } from './evidence';
export type { FileFacts, ReportFacts } from './match-facts';
export * from './match-files';
export * from './page-text';
export * from './place';
export * from './propose-files';
export * from './related-reports';

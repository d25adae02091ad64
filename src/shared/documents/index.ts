export * from './page-text';
export * from './place';

export * from './exact-duplicates';

export * from './exchange';
export * from './releases';
export * from './shared-log';
